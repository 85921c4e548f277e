package cn.wuyouhall.demo.mutant;

import cn.wuyouhall.demo.check.Evidence;
import cn.wuyouhall.demo.check.Rule;
import cn.wuyouhall.domain.cases.HallOutbox.Kind;
import cn.wuyouhall.station.Surroundings.Seams;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The faulty programs, each with the rule that must give it away. */
public enum Mutant {
  /** A number kept in the process is shown to two people. */
  DOUBLE_ISSUE(Rule.NUMBERS_ONCE, FaultyPorts::doubleIssue),
  /** A lost reply is repeated under a new request. */
  LOST_REPLY(Rule.REQUESTS, FaultyPorts::lostReply),
  /** Requests are written down after their answers. */
  REQUEST_AFTERWARDS(Rule.REQUESTS, Spoil::requestAfterwards),
  /** The printer is believed without being sent anything. */
  TICKET_WITHOUT_PAPER(Rule.PAPERS, FaultyPorts::noPaper),
  /** Every ticket is printed twice. */
  PAPER_TWICE(Rule.PAPERS, FaultyPorts::paperTwice),
  /** The grade stands where the sealed one belongs. */
  UNSEALED_GRADE(Rule.GRADES_SEALED, FaultyPorts::unsealed),
  /** A rating goes out again under a new key. */
  RATING_DOUBLED(Rule.ONCE, () -> FaultyPorts.sentTwice(Kind.RATING)),
  /** A case goes out again under a new key. */
  CASE_SENT_TWICE(Rule.ONCE, () -> FaultyPorts.sentTwice(Kind.CASE_EVENT)),
  /** A case is marked as delivered and never sent. */
  CASE_DROPPED(Rule.CASES, FaultyPorts::caseDropped),
  /** The promised day is one too late. */
  DEADLINE_OFF_BY_ONE(Rule.DEADLINES, FaultyPorts::deadlineOffByOne),
  /** A second window calls the ticket that is at the first. */
  TWO_WINDOWS(Rule.ONE_WINDOW, Spoil::twoWindows),
  /** A visit that was served is not invited to rate. */
  SKIPPED_INVITATION(Rule.INVITATIONS, Spoil::skippedInvitation),
  /** The pad's state holds a grade in clear. */
  GRADE_IN_CLEAR(Rule.GRADES_SEALED, Spoil::gradeInClear),
  /** An entry of the journal is rewritten. */
  JOURNAL_CHANGED(Rule.JOURNALS, Spoil::journalChanged),
  /** A holder is stored without encryption. */
  PERSONAL_DATA_IN_CLEAR(Rule.PERSONAL_DATA, Spoil::personalDataInClear),
  /** A ticket is served without having been called. */
  WRONG_STATE(Rule.STATES, Spoil::wrongState),
  /** A business day is opened behind the last one. */
  DAY_BACK(Rule.DAYS, Spoil::dayBack),
  /** A ticket is deleted. */
  TICKET_LOST(Rule.NUMBERS_WHOLE, Spoil::ticketLost),
  /** The day is closed with a ticket still waiting. */
  LEFT_WAITING(Rule.BALANCE, Spoil::leftWaiting),
  /** A paper is fed through without a cut. */
  PAPER_UNCUT(Rule.PAPER_FORM, Spoil::paperUncut),
  /** A rating changes its outcome on the way. */
  RATING_CHANGED(Rule.RATINGS, Spoil::ratingChanged),
  /** An id is a random one. */
  RANDOM_ID(Rule.IDS, Spoil::randomId);

  private final Rule meant;

  // Both are references to static methods.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Optional<Supplier<Seams>> ports;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Optional<Consumer<Path>> files;

  Mutant(Rule meant, Supplier<Seams> ports) {
    this.meant = meant;
    this.ports = Optional.of(ports);
    this.files = Optional.empty();
  }

  Mutant(Rule meant, Consumer<Path> files) {
    this.meant = meant;
    this.ports = Optional.empty();
    this.files = Optional.of(files);
  }

  /** The mutant of that name, in either case, with hyphens or underscores. */
  public static Optional<Mutant> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values()).filter(mutant -> mutant.name().equals(wanted)).findFirst();
  }

  /** The rule that must not hold. */
  public Rule meant() {
    return meant;
  }

  /** Whether it only leaves other files behind than a good program, and needs no run of its own. */
  public boolean spoilsFiles() {
    return files.isPresent();
  }

  /**
   * Lets the mutant play a day of its own; blocks for some seconds.
   *
   * @param folder new or empty
   */
  public Evidence play(Path folder) {
    Evidence evidence = new QuickHall(folder).play(ports.map(Supplier::get).orElse(Seams.NONE));
    files.ifPresent(spoil -> spoil.accept(folder));
    return evidence;
  }

  /** Spoils a copy of a good day's folder; only where {@link #spoilsFiles}. */
  public Evidence spoil(Path copy) {
    files.orElseThrow().accept(copy);
    return QuickHall.evidence(copy);
  }

  /** A day of the program as it is, to compare with. */
  public static Evidence playGood(Path folder) {
    return new QuickHall(folder).play(Seams.NONE);
  }
}
