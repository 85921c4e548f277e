package cn.wuyouhall.station;

import cn.wuyouhall.domain.devices.TicketPrinter;
import cn.wuyouhall.domain.devices.TicketPrinter.PrintResult;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.domain.queue.IssueResult;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.queue.WaitEstimate;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives out a number: takes it in the hall database, prints it, and confirms it there once the
 * paper is known to have come. The printer lies between two hall transactions, so that a crash or a
 * pulled cable at any point leaves a ticket whose state says what is known. One at a time; blocks;
 * refuses the screen's thread.
 */
public final class IssueTicket {
  private static final Logger LOG = LoggerFactory.getLogger(IssueTicket.class);
  private static final Duration SECOND_TAP = Duration.ofSeconds(2);

  private final HallQueue queue;
  private final TicketPrinter printer;
  private final Requests requests;
  private final ShowLines lines;
  private final Supplier<HallRules> rules;
  private final String station;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();
  private final Map<UUID, UUID> unsettled = new ConcurrentHashMap<>();
  private final Map<UUID, PaperOutcome> owed = new ConcurrentHashMap<>();
  private String lastWish = "";
  private Instant lastWishAt = Instant.MIN;

  IssueTicket(
      HallQueue queue,
      TicketPrinter printer,
      Requests requests,
      ShowLines lines,
      Supplier<HallRules> rules,
      String station,
      InstantSource clock) {
    this.queue = queue;
    this.printer = printer;
    this.requests = requests;
    this.lines = lines;
    this.rules = rules;
    this.station = station;
    this.clock = clock;
  }

  /**
   * Issues a ticket and prints it.
   *
   * @param line the line's id
   * @param holder the person, when a card was laid
   * @param priority class claimed
   * @param itemCode what they came for, blank when unknown
   */
  public IssueOutcome issue(
      String line, Optional<Person> holder, Priority priority, String itemCode) {
    BlockingWork.refuseOnUiThread();
    String wish =
        "issue %s %s %s %s"
            .formatted(
                line,
                priority,
                itemCode,
                holder
                    .map(person -> person.idNumber().getBytes(StandardCharsets.UTF_8))
                    .map(number -> HexFormat.of().formatHex(Sm3.digest(number)))
                    .orElse(""));
    if (!turn.tryLock()) {
      return new IssueOutcome.SecondTap();
    }
    try {
      Instant now = clock.instant();
      // By the distance: a clock set back must not turn people away for as long.
      if (wish.equals(lastWish)
          && Duration.between(lastWishAt, now).abs().compareTo(SECOND_TAP) < 0) {
        return new IssueOutcome.SecondTap();
      }
      IssueOutcome outcome = issueNow(wish, line, holder, priority, itemCode);
      lastWish = wish;
      lastWishAt = clock.instant();
      return outcome;
    } finally {
      turn.unlock();
    }
  }

  private IssueOutcome issueNow(
      String wish, String line, Optional<Person> holder, Priority priority, String itemCode) {
    return ask(
        wish,
        request ->
            queue.issue(
                new IssueRequest(request, station, line, holder, priority, itemCode),
                clock.instant()));
  }

  /**
   * A replacement for a void or unconfirmed ticket, in its place, printed here. {@link
   * IssueOutcome.AlreadyWaiting} names the ticket that stands in its place already: its
   * replacement, another one of its holder, or the ticket itself when it is valid.
   */
  IssueOutcome replace(UUID ticket, String operator) {
    BlockingWork.refuseOnUiThread();
    if (!turn.tryLock()) {
      return new IssueOutcome.SecondTap();
    }
    try {
      return ask(
          "replace %s by %s".formatted(ticket, operator),
          request -> queue.replace(request, ticket, station, clock.instant()));
    } finally {
      turn.unlock();
    }
  }

  private IssueOutcome ask(String wish, Function<UUID, IssueResult> send) {
    UUID request;
    try {
      request = requests.begin("ticket.requested", wish);
    } catch (StoreException notKept) {
      return new IssueOutcome.NotSaved(notKept.code());
    }
    IssueResult result;
    try {
      result = send.apply(request);
    } catch (HallUnavailable away) {
      return away.code()
          .<IssueOutcome>map(IssueOutcome.NotSaved::new)
          .orElseGet(IssueOutcome.HallAway::new);
    }
    requests.begun(wish);
    return switch (result) {
      case IssueResult.LineClosed closed -> {
        requests.settled(request);
        yield new IssueOutcome.Closed(closed.line(), closed.opens());
      }
      case IssueResult.AlreadyWaiting waiting -> {
        requests.settled(request);
        yield new IssueOutcome.AlreadyWaiting(
            waiting.ticket(),
            waiting.ahead(),
            lines.waitOf(waiting.ticket().line(), waiting.ahead()));
      }
      case IssueResult.Numbered numbered when isOver(numbered.ticket()) -> {
        // The reply was lost, nobody asked again in time and the ticket ended without its person.
        requests.settled(request);
        yield ask(wish, send);
      }
      case IssueResult.Numbered numbered -> {
        unsettled.put(numbered.ticket().id(), request);
        yield print(numbered);
      }
    };
  }

  private boolean isOver(Ticket ticket) {
    return ticket.state().isFinal() || ticket.day().isBefore(HallTime.day(clock.instant()));
  }

  private IssueOutcome print(IssueResult.Numbered numbered) {
    Ticket ticket = numbered.ticket();
    int ahead = numbered.ahead();
    WaitEstimate estimate = lines.waitOf(ticket.line(), ahead);
    if (ticket.state() != TicketState.PRINTING) {
      settled(ticket.id());
      return new IssueOutcome.Issued(ticket, ahead, estimate);
    }
    // A repeated answer still in PRINTING: its first answer was lost on the way here, so no paper
    // was tried for it yet.
    PrintResult result;
    try {
      result = printer.print(TicketLayout.of(ticket, rules.get(), ahead, estimate));
    } catch (RuntimeException fault) {
      // Whatever it was: a ticket in PRINTING that nobody settles would be seen by nobody.
      LOG.error("a ticket could not be printed [PRINTER_FAULT]", fault);
      result = new PrintResult.Unknown("PRINTER_FAULT");
    }
    return switch (result) {
      case PrintResult.AskPerson() -> new IssueOutcome.DidPaperCome(ticket, ahead, estimate);
      case PrintResult.Printed() -> came(ticket, ahead, estimate);
      case PrintResult.Failed(String code) -> failed(ticket, code);
      case PrintResult.Unknown(String code) -> unknown(ticket, code);
    };
  }

  private IssueOutcome came(Ticket ticket, int ahead, WaitEstimate estimate) {
    Optional<Ticket> confirmed = noted(ticket.id(), PaperOutcome.CAME);
    return confirmed.isPresent()
        ? new IssueOutcome.Issued(confirmed.get(), ahead, estimate)
        : new IssueOutcome.Unconfirmed(ticket, "HALL_AWAY");
  }

  private IssueOutcome failed(Ticket ticket, String code) {
    noted(ticket.id(), PaperOutcome.FAILED);
    return new IssueOutcome.NoPaper(ticket, code);
  }

  private IssueOutcome unknown(Ticket ticket, String code) {
    noted(ticket.id(), PaperOutcome.UNKNOWN);
    return new IssueOutcome.Unconfirmed(ticket, code);
  }

  /** The person's answer to a question; {@code UNKNOWN} when they went away without one. */
  public IssueOutcome answer(IssueOutcome.DidPaperCome asked, PaperOutcome paper) {
    BlockingWork.refuseOnUiThread();
    return switch (paper) {
      case CAME -> came(asked.ticket(), asked.ahead(), asked.estimate());
      case FAILED -> failed(asked.ticket(), "NO_PAPER_SEEN");
      case UNKNOWN -> unknown(asked.ticket(), "NOBODY_ANSWERED");
    };
  }

  /**
   * Tells the hall what is known of a paper. What it cannot be told now is owed and told as soon as
   * it is back; a crash before that leaves the request stored, and the next start settles it.
   */
  private Optional<Ticket> noted(UUID ticket, PaperOutcome outcome) {
    try {
      Ticket now = queue.paper(ticket, outcome, station, clock.instant());
      owed.remove(ticket);
      settled(ticket);
      return Optional.of(now);
    } catch (HallUnavailable away) {
      owed.put(ticket, outcome);
      return Optional.empty();
    }
  }

  private void settled(UUID ticket) {
    UUID request = unsettled.remove(ticket);
    if (request != null) {
      requests.settled(request);
    }
  }

  /** Tells the hall what it could not be told while it was away. Blocks shortly. */
  void payOwed() {
    if (!owed.isEmpty()) {
      Map.copyOf(owed).forEach(this::noted);
    }
  }

  /**
   * Settles what a crash or a power cut left between number and paper: such tickets wait, marked
   * unconfirmed, because nobody knows whether their paper came. Called once at start-up; returns
   * the tickets concerned.
   */
  List<Ticket> settleInterrupted() {
    List<Ticket> unsure = new ArrayList<>();
    for (UUID request : requests.interrupted()) {
      queue
          .ticketOf(request)
          .filter(ticket -> ticket.state() == TicketState.PRINTING && !ticket.unconfirmed())
          .ifPresent(ticket ->
              unsure.add(queue.paper(ticket.id(), PaperOutcome.UNKNOWN, station, clock.instant())));
    }
    return unsure;
  }
}
