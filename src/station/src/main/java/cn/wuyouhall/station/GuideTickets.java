package cn.wuyouhall.station;

import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.Line;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.CallResult;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.queue.HallView;
import cn.wuyouhall.domain.queue.HallView.LineRow;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.queue.VoidResult;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tickets at the guide desk: the lines at a glance, what waits for a person, a number for someone,
 * and the promise of the kiosk kept, "your place is kept at the guide desk". Blocks; refuses the
 * screen's thread; needs a guide's or a clerk's session.
 */
public final class GuideTickets {
  private static final Set<Role> ENOUGH = Set.of(Role.GUIDE, Role.CLERK);
  private static final int MOST_WANTING = 50;
  private static final int MOST_DIGITS = 6;
  private static final Pattern NUMBER =
      Pattern.compile("([A-Z]{1,2})[ -]?(\\d{1," + MOST_DIGITS + "})");

  private final HallQueue queue;
  private final IssueTicket issueTicket;
  private final Requests requests;
  private final Supplier<HallRules> rules;
  private final Supplier<Set<Integer>> staffed;
  private final String station;
  private final InstantSource clock;

  GuideTickets(
      HallQueue queue,
      IssueTicket issueTicket,
      Requests requests,
      Supplier<HallRules> rules,
      Supplier<Set<Integer>> staffed,
      String station,
      InstantSource clock) {
    this.queue = queue;
    this.issueTicket = issueTicket;
    this.requests = requests;
    this.rules = rules;
    this.staffed = staffed;
    this.station = station;
    this.clock = clock;
  }

  /**
   * A line as the guide sees it.
   *
   * @param waiting people waiting
   * @param oldest since when the first of them waits
   * @param windows windows of this line where a clerk is signed in
   * @param open whether a number can be taken now
   * @param opens when it opens again today, where it is closed and does
   */
  public record LineNow(
      Line line,
      int waiting,
      Optional<Instant> oldest,
      int windows,
      boolean open,
      Optional<LocalTime> opens) {}

  /**
   * The hall at a glance.
   *
   * @param asOf when it was read
   * @param lines in their order
   * @param wanting tickets that wait for a guide, oldest place first: unconfirmed ones, and void
   *     ones whose place is kept
   * @param issued numbers given out today
   * @param served visits served today
   * @param noShow people who did not come when called
   */
  public record Look(
      Instant asOf, List<LineNow> lines, List<Ticket> wanting, int issued, int served, int noShow) {
    public Look {
      lines = List.copyOf(lines);
      wanting = List.copyOf(wanting);
    }
  }

  /** What a look-up found. */
  public sealed interface Found {
    /** These tickets of today, oldest first; at least one. */
    record Tickets(List<Ticket> tickets) implements Found {}

    /** No ticket of today. */
    record Nothing() implements Found {}

    /** Neither a number nor the code of a ticket. */
    record NotUnderstood() implements Found {}

    /** The hall database is away. */
    record HallAway() implements Found {}
  }

  /** What became of a ticket that was to be settled. */
  public sealed interface Settled {
    /** Done; the ticket as it stands now. */
    record Done(Ticket ticket) implements Settled {}

    /** The rules do not allow it; {@code reason} is the key of its sentence. */
    record Refused(CallResult.Reason reason) implements Settled {}

    /** The hall database is away; it can be repeated safely. */
    record HallAway() implements Settled {}

    /** This station's disk or the hall's does not take it; nothing was done. */
    record NotSaved(String code) implements Settled {}
  }

  /** Whether this person may work at the guide desk. */
  public static boolean mayBe(Session person) {
    return ENOUGH.stream().anyMatch(person.roles()::contains);
  }

  /**
   * The hall now.
   *
   * @throws HallUnavailable when the hall database is away
   */
  public Look look(Session guide) {
    check(guide);
    HallRules now = rules.get();
    Instant at = clock.instant();
    HallView view = queue.view(at);
    Set<Integer> windows = staffed.get();
    List<LineNow> lines =
        now.lines().stream()
            .sorted(Comparator.comparingInt(Line::order))
            .map(line -> line(now, view, windows, line, at))
            .toList();
    return new Look(
        at,
        lines,
        queue.wantingGuide(MOST_WANTING),
        view.lines().stream().mapToInt(LineRow::issued).sum(),
        view.lines().stream().mapToInt(LineRow::served).sum(),
        view.lines().stream().mapToInt(LineRow::noShow).sum());
  }

  private static LineNow line(
      HallRules now, HallView view, Set<Integer> staffed, Line line, Instant at) {
    Optional<LineRow> row =
        view.lines().stream().filter(one -> one.line().equals(line.id())).findFirst();
    LocalTime time = HallTime.local(at).toLocalTime();
    boolean open = now.openAt(time);
    return new LineNow(
        line,
        row.map(LineRow::waiting).orElse(0),
        row.flatMap(LineRow::oldest),
        (int) now.windowsOf(line.id()).stream().filter(staffed::contains).count(),
        open,
        open ? Optional.empty() : now.opensAfter(time));
  }

  /** A number for someone, printed here. */
  public IssueOutcome issue(Session guide, String line, Optional<Person> holder) {
    check(guide);
    return issueTicket.issue(line, holder, Priority.NONE, "");
  }

  /** The guide's answer to {@link IssueOutcome.DidPaperCome}. */
  public IssueOutcome answer(Session guide, IssueOutcome.DidPaperCome asked, boolean paperCame) {
    check(guide);
    return issueTicket.answer(asked, paperCame ? PaperOutcome.CAME : PaperOutcome.FAILED);
  }

  /** Finds a ticket by what was typed (a number) or scanned (its code). */
  public Found find(Session guide, String text) {
    check(guide);
    Optional<UUID> scanned = TicketCode.read(text);
    Matcher typed = NUMBER.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (scanned.isEmpty() && !typed.matches()) {
      return new Found.NotUnderstood();
    }
    try {
      Optional<Ticket> ticket =
          scanned.isPresent()
              ? queue.ticket(scanned.get()).filter(this::isOfToday)
              : queue.byNumber(new TicketNumber(typed.group(1), Integer.parseInt(typed.group(2))));
      return found(ticket.map(List::of).orElse(List.of()));
    } catch (HallUnavailable away) {
      return new Found.HallAway();
    }
  }

  /** Finds the tickets of the person whose card was laid. */
  public Found findOf(Session guide, Person holder) {
    check(guide);
    try {
      return found(queue.ticketsOf(holder.idNumber()));
    } catch (HallUnavailable away) {
      return new Found.HallAway();
    }
  }

  private boolean isOfToday(Ticket ticket) {
    return queue.byNumber(ticket.number()).filter(one -> one.id().equals(ticket.id())).isPresent();
  }

  private static Found found(List<Ticket> tickets) {
    return tickets.isEmpty() ? new Found.Nothing() : new Found.Tickets(tickets);
  }

  /**
   * Replaces a void or unconfirmed ticket by a new number in its place and prints that here. The
   * old number is void from then on, wherever its paper may be. {@link IssueOutcome.AlreadyWaiting}
   * names the ticket that stands there already: its replacement, another one of its holder, or the
   * ticket itself when it is valid.
   */
  public IssueOutcome replace(Session guide, UUID ticket) {
    check(guide);
    return issueTicket.replace(ticket, guide.number());
  }

  /** The paper of an unconfirmed ticket is in the citizen's hand: it is valid as it is. */
  public Settled confirm(Session guide, UUID ticket) {
    check(guide);
    return settle(
        "confirm %s by %s".formatted(ticket, guide.number()),
        request -> {
          Ticket now = queue.paper(ticket, PaperOutcome.CAME, station, clock.instant());
          return now.state() == TicketState.WAITING
              ? new Settled.Done(now)
              : new Settled.Refused(CallResult.Reason.WRONG_STATE);
        });
  }

  /** Takes a ticket back: it is void. Its place can still be taken by {@link #replace}. */
  public Settled takeBack(Session guide, UUID ticket) {
    check(guide);
    return settle(
        "void %s by %s".formatted(ticket, guide.number()),
        request ->
            switch (queue.voidTicket(request, ticket, station, guide.number(), clock.instant())) {
              case VoidResult.Voided done -> new Settled.Done(done.ticket());
              case VoidResult.Refused refused -> new Settled.Refused(refused.reason());
            });
  }

  private Settled settle(String wish, Function<UUID, Settled> send) {
    try {
      Settled settled = send.apply(requests.begin("guide.requested", wish));
      requests.answered(wish);
      return settled;
    } catch (StoreException notKept) {
      return new Settled.NotSaved(notKept.code());
    } catch (HallUnavailable away) {
      return away.code().<Settled>map(Settled.NotSaved::new).orElseGet(Settled.HallAway::new);
    }
  }

  private static void check(Session guide) {
    BlockingWork.refuseOnUiThread();
    guide.requireOneOf(ENOUGH);
  }
}
