package cn.wuyouhall.domain.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The hall's queue, as the hall database keeps it. Each method is one transaction: the change, its
 * event and its unique request id. All block and refuse the screen's thread; all are safe from any
 * thread. A lost database throws {@link HallUnavailable}; a request sent again with the same id
 * returns the first answer.
 *
 * <p>{@code at} is the caller's instant; what it decides (the business day) only moves forward in
 * the database.
 */
public interface HallQueue {
  /** First of two transactions of a ticket: takes the number, state {@code PRINTING}. */
  IssueResult issue(IssueRequest request, Instant at);

  /** What became of a request after a crash or a lost reply; empty when it never arrived. */
  Optional<Ticket> ticketOf(UUID requestId);

  /**
   * Second transaction: what is known about the paper. Repeating it with the same outcome changes
   * nothing.
   */
  Ticket paper(UUID ticketId, PaperOutcome outcome, String station, Instant at);

  /**
   * A replacement for a void or unconfirmed ticket: a new number in the old place. The old one is
   * void afterwards, and can be replaced once; a person who meanwhile has another open ticket in
   * the line is offered that one.
   */
  IssueResult replace(UUID requestId, UUID ticketId, String station, Instant at);

  /**
   * A guide takes a ticket back: it is void, and {@link #replace} still keeps its place. Only one
   * that waits or whose paper nobody knows about; a ticket called belongs to its window, one whose
   * paper is just being printed to its printer.
   */
  VoidResult voidTicket(UUID requestId, UUID ticketId, String station, String operator, Instant at);

  /** Calls the next of this window's lines. */
  CallResult callNext(UUID requestId, int window, String station, String operator, Instant at);

  /** Calls the window's ticket again. */
  CallResult recall(UUID requestId, int window, String station, String operator, Instant at);

  /** Takes a call back within the undo time: the ticket waits again in its old place. */
  CallResult undoCall(UUID requestId, int window, String station, String operator, Instant at);

  /** The person called is here: the visit is being served. */
  CallResult serve(UUID requestId, int window, String station, String operator, Instant at);

  /** Nobody came. */
  CallResult noShow(UUID requestId, int window, String station, String operator, Instant at);

  /** Sets the window's ticket aside. */
  CallResult hold(UUID requestId, int window, String station, String operator, Instant at);

  /** Calls back a ticket this window holds, or a no-show who came after all. */
  CallResult callBack(
      UUID requestId, UUID ticketId, int window, String station, String operator, Instant at);

  /** Sends the window's ticket to another line, at its own time of issue. */
  CallResult transfer(
      UUID requestId,
      int window,
      String toLine,
      String note,
      String station,
      String operator,
      Instant at);

  /**
   * Ends the window's visit. If it was served, its rating invitation is made in the same
   * transaction; a visit that only was called cannot end this way.
   */
  CallResult finish(UUID requestId, int window, String station, String operator, Instant at);

  /** The ticket a window has now, called, or serving. */
  Optional<Current> current(int window);

  /**
   * Tickets waiting for this window, in the order in which they would be called; at most {@code
   * most}.
   */
  List<Ticket> waitingFor(int window, int most);

  /** Tickets this window holds. */
  List<Ticket> heldAt(int window);

  /** A ticket of the open day by its printed number. */
  Optional<Ticket> byNumber(TicketNumber number);

  /** A ticket by its id, of any day. */
  Optional<Ticket> ticket(UUID ticketId);

  /** The tickets of the open day that this document's holder has, oldest first. */
  List<Ticket> ticketsOf(String idNumber);

  /**
   * Tickets of the open day that wait for a guide, oldest place first, at most {@code most}:
   * unconfirmed ones, and void ones whose paper never came and whose kept place nobody has taken.
   */
  List<Ticket> wantingGuide(int most);

  /** Everything the boards show. */
  HallView view(Instant at);

  /** Closes the day: what remains becomes {@code LEFT}. The day after opens by its first ticket. */
  DayClosed closeDay(String station, Instant at);

  /**
   * The oldest announcement of a zone that nobody claimed, now claimed by this station until spoken
   * or stale.
   */
  Optional<Announcement> claimAnnouncement(String zone, String station, Instant at, Duration stale);

  /**
   * Times of service (served − started) of the last visits of a line today, newest first; for
   * estimates.
   */
  List<Duration> serviceTimes(String line, int most);

  /** A counter that changes with every commit of any process; cheap enough to ask every 50 ms. */
  long changeCount();

  /** The ticket at a window with its visit. */
  record Current(Ticket ticket, UUID visit, Instant since) {}

  /** Figures of a closed day; tickets = served + noShow + voided + left. */
  record DayClosed(
      java.time.LocalDate day, int tickets, int served, int noShow, int voided, int left) {}
}
