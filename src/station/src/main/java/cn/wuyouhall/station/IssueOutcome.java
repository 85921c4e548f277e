package cn.wuyouhall.station;

import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.WaitEstimate;
import java.time.LocalTime;
import java.util.Optional;

/** What the kiosk shows after a wish for a number. */
public sealed interface IssueOutcome {
  /** The paper is confirmed: now, and only now, the number is shown. */
  record Issued(Ticket ticket, int ahead, WaitEstimate estimate) implements IssueOutcome {}

  /** All was sent and this printer cannot confirm: the screen asks "did your paper come?". */
  record DidPaperCome(Ticket ticket, int ahead, WaitEstimate estimate) implements IssueOutcome {}

  /**
   * No paper came, no number was given; the place is kept at the guide desk. {@code code} is a
   * device code.
   */
  record NoPaper(Ticket ticket, String code) implements IssueOutcome {}

  /**
   * Nobody knows whether the paper came: the number waits, marked unconfirmed, the guide settles
   * it.
   */
  record Unconfirmed(Ticket ticket, String code) implements IssueOutcome {}

  /** The line is closed or full. */
  record Closed(String line, Optional<LocalTime> opens) implements IssueOutcome {}

  /** This person already waits in this line. */
  record AlreadyWaiting(Ticket ticket, int ahead, WaitEstimate estimate) implements IssueOutcome {}

  /** The tap came within two seconds of the last one of this screen: nothing was done. */
  record SecondTap() implements IssueOutcome {}

  /**
   * The hall database is away: nothing was printed; the wish is kept and asked about when it is
   * back.
   */
  record HallAway() implements IssueOutcome {}

  /**
   * This station or the hall cannot keep what is done (a full disk): nothing was printed. {@code
   * code} is a store code.
   */
  record NotSaved(String code) implements IssueOutcome {}
}
