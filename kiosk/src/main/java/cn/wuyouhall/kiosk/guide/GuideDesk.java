package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.station.GuideTickets.Found;
import cn.wuyouhall.station.GuideTickets.LineNow;
import cn.wuyouhall.station.GuideTickets.Look;
import cn.wuyouhall.station.GuideTickets.Settled;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.UiTimers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The guide desk without a node: the line chosen, the ticket looked at, the card laid, what the
 * last key came to. One wish at a time: while one is on its way further keys change nothing; only a
 * card laid meanwhile has its turn afterwards. FX thread.
 */
final class GuideDesk {
  private static final Duration CARD_KEPT = Duration.ofSeconds(60);

  private final Around around;
  private final Texts texts;
  private final Session guide;
  private final GuideHall hall;
  private final ShownTicket shown;
  private final ReadOnlyObjectWrapper<Optional<String>> line =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Person>> card =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<IssueOutcome.Issued>> issued =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<IssueOutcome.DidPaperCome>> asked =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);
  private Optional<UiTimers.Timer> cardKept = Optional.empty();
  private Optional<Runnable> afterThis = Optional.empty();
  private Optional<Person> wishedFor = Optional.empty();
  private Optional<Ticket> replaced = Optional.empty();
  private boolean busy;

  /** The desk of this person; {@link #refresh} reads what is there. */
  GuideDesk(Around around, Session guide) {
    this.around = around;
    this.texts = around.texts();
    this.guide = guide;
    this.hall = new GuideHall(around, guide);
    this.shown = new ShownTicket(around, guide);
    hall.lookProperty().subscribe(now -> shown.lookAgain());
  }

  /** Reads everything that changes by itself. */
  void refresh() {
    hall.refresh();
  }

  /** The person is gone: nothing is read any more. */
  void close() {
    hall.close();
    cardKept.ifPresent(UiTimers.Timer::stop);
  }

  /** Why the person cannot go now; blank when they can. A question left would leave its ticket. */
  String whyNotLeave() {
    return asked.get().isPresent() ? texts.get("why.asked") : busy ? texts.get("why.busy") : "";
  }

  // Lines and numbers

  /** The line with this key, from 1; chosen again it stays. */
  void choose(int key) {
    List<LineNow> lines = hall.lines();
    if (key >= 1 && key <= lines.size()) {
      line.set(Optional.of(lines.get(key - 1).line().id()));
      issued.set(Optional.empty());
    }
  }

  /** The line chosen, as it stands now. */
  Optional<LineNow> chosen() {
    return hall.lines().stream()
        .filter(one -> Optional.of(one.line().id()).equals(line.get()))
        .findFirst();
  }

  /** F2: a number in the chosen line, for the person whose card was laid if one was. */
  void issue() {
    Optional<LineNow> wanted = chosen();
    if (wanted.isPresent() && whyNotIssue().isBlank()) {
      Optional<Person> holder = card.get();
      print(Optional.empty(), () -> around.jobs().issue(guide, wanted.get().line().id(), holder));
    }
  }

  /** Why no number can be given out now; blank when one can. */
  String whyNotIssue() {
    return whyNothing()
        .orElseGet(() ->
            chosen()
                .map(now -> GuideWords.closed(texts, now))
                .orElseGet(() -> texts.get("why.no-line")));
  }

  // Tickets

  /** Looks a ticket up by what was typed. */
  void lookUp(String text) {
    if (!text.isBlank()) {
      wish(
          () -> around.jobs().find(guide, text), answer -> show(answer, Answers.to(texts, answer)));
    }
  }

  /** Looks at a ticket that was offered. */
  void select(Ticket one) {
    shown.select(one);
    said.set(Said.NOTHING);
    issued.set(Optional.empty());
  }

  /** The ticket that waits for a guide with this key, from 1. */
  void selectWanting(int key) {
    List<Ticket> wanting = hall.lookProperty().get().map(Look::wanting).orElse(List.of());
    if (key >= 1 && key <= wanting.size()) {
      shown.forget();
      select(wanting.get(key - 1));
    }
  }

  private void show(Found answer, Said words) {
    shown.show(answer instanceof Found.Tickets(var there) ? there : List.of());
    issued.set(Optional.empty());
    said.set(words);
  }

  /** F3: a new number in this ticket's place. */
  void replace() {
    if (whyNotReplace().isBlank()) {
      Optional<Ticket> old = shown.toReplace();
      print(old, () -> around.jobs().replace(guide, old.orElseThrow().id()));
    }
  }

  /** F9: this ticket's paper is in the citizen's hand. */
  void confirm() {
    if (whyNotConfirm().isBlank()) {
      Ticket unsure = shown.toConfirm().orElseThrow();
      settle(() -> around.jobs().confirm(guide, unsure.id()), "done.confirmed");
    }
  }

  /** F4: this ticket is void. */
  void takeBack() {
    if (whyNotTakeBack().isBlank()) {
      Ticket given = shown.toTakeBack().orElseThrow();
      settle(() -> around.jobs().takeBack(guide, given.id()), "done.void");
    }
  }

  /** Why the ticket cannot be replaced now; blank when it can. */
  String whyNotReplace() {
    return why(shown.toReplace(), "why.valid");
  }

  /** Why the ticket cannot be confirmed now; blank when it can. */
  String whyNotConfirm() {
    return why(shown.toConfirm(), "why.confirmed");
  }

  /** Why the ticket cannot be taken back now; blank when it can. */
  String whyNotTakeBack() {
    return why(shown.toTakeBack(), "why.not-waiting");
  }

  private String why(Optional<Ticket> fitting, String otherwise) {
    return whyNothing().orElseGet(() -> fitting.isPresent() ? "" : texts.get(otherwise));
  }

  private Optional<String> whyNothing() {
    return hall.isAway()
        ? Optional.of(texts.get("why.away"))
        : asked.get().map(question -> texts.get("why.asked"));
  }

  // Wishes and their answers

  /** The answer to "did the paper come out?". */
  void paperCame(boolean came) {
    asked
        .get()
        .ifPresent(question ->
            wish(
                () -> around.jobs().answer(guide, question, came),
                outcome -> {
                  asked.set(Optional.empty());
                  answered(outcome);
                }));
  }

  private void print(Optional<Ticket> inPlaceOf, Callable<IssueOutcome> job) {
    if (!busy) {
      wishedFor = card.get();
      replaced = inPlaceOf;
    }
    wish(job, this::answered);
  }

  private void answered(IssueOutcome outcome) {
    switch (outcome) {
      case IssueOutcome.Issued done -> {
        if (card.get().equals(wishedFor)) {
          dropCard();
        }
        shown.forget();
        issued.set(Optional.of(done));
      }
      case IssueOutcome.DidPaperCome question -> asked.set(Optional.of(question));
      case IssueOutcome.NoPaper(Ticket none, _) -> select(none);
      case IssueOutcome.Unconfirmed(Ticket unsure, _) -> select(unsure);
      case IssueOutcome.AlreadyWaiting waiting -> select(waiting.ticket());
      case IssueOutcome.Closed _,
          IssueOutcome.SecondTap _,
          IssueOutcome.HallAway _,
          IssueOutcome.NotSaved _ -> {
        // only words
      }
    }
    said.set(Answers.to(texts, outcome, replaced));
  }

  private void settle(Callable<Settled> job, String done) {
    wish(
        job,
        outcome -> {
          if (outcome instanceof Settled.Done(Ticket now)) {
            select(now);
          }
          said.set(Answers.to(texts, outcome, done));
        });
  }

  private <T> void wish(Callable<T> job, Consumer<T> show) {
    if (busy) {
      return;
    }
    busy = true;
    said.set(Said.NOTHING);
    around
        .work()
        .<T>run(job)
        .then(answer -> {
          show.accept(answer);
          hall.refresh();
          ended();
        })
        .otherwise(failure -> {
          said.set(Answers.bad(texts.get("issue.failure", failure.code())));
          ended();
        });
  }

  private void ended() {
    busy = false;
    Optional<Runnable> next = afterThis;
    afterThis = Optional.empty();
    next.ifPresent(Runnable::run);
  }

  // Cards and codes

  /** What the card reader says: the holder of the next number, and of the tickets they have. */
  void onCard(CardEvent event) {
    switch (event) {
      case CardEvent.Read(var laid) -> {
        Person holder = laid.holder();
        dropCard();
        card.set(Optional.of(holder));
        cardKept = Optional.of(around.timers().after(CARD_KEPT, this::dropCard));
        if (busy) {
          afterThis = Optional.of(() -> findOf(holder));
        } else {
          findOf(holder);
        }
      }
      case CardEvent.Unreadable _ -> said.set(Answers.warn(texts.get("card.unreadable")));
      case CardEvent.Lifted() -> {
        // the person stays until the number is printed, Esc, or a minute has passed
      }
    }
  }

  private void findOf(Person holder) {
    wish(
        () -> around.jobs().findOf(guide, holder),
        answer ->
            show(
                answer,
                answer instanceof Found.Nothing
                    ? Answers.quiet(texts.get("card.no-ticket"))
                    : Answers.to(texts, answer)));
  }

  /** The person whose card was laid is forgotten. */
  void dropCard() {
    card.set(Optional.empty());
    cardKept.ifPresent(UiTimers.Timer::stop);
  }

  /** What the scanner says. */
  void onScan(Scan scan) {
    switch (scan) {
      case Scan.Text(String text) -> lookUp(text);
      case Scan.Damaged() -> said.set(Answers.warn(texts.get("scan.damaged")));
    }
  }

  /** Esc: the desk is free for the next person. */
  void clear() {
    dropCard();
    shown.forget();
    afterThis = Optional.empty();
    issued.set(Optional.empty());
    line.set(Optional.empty());
    said.set(Said.NOTHING);
  }

  // What the page shows

  Session guide() {
    return guide;
  }

  GuideHall hall() {
    return hall;
  }

  ShownTicket shown() {
    return shown;
  }

  /** The id of the line chosen. */
  ReadOnlyObjectProperty<Optional<String>> lineProperty() {
    return line.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Person>> cardProperty() {
    return card.getReadOnlyProperty();
  }

  /** The number just printed. */
  ReadOnlyObjectProperty<Optional<IssueOutcome.Issued>> issuedProperty() {
    return issued.getReadOnlyProperty();
  }

  /** The question "did the paper come out?", while it stands. */
  ReadOnlyObjectProperty<Optional<IssueOutcome.DidPaperCome>> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Said> saidProperty() {
    return said.getReadOnlyProperty();
  }
}
