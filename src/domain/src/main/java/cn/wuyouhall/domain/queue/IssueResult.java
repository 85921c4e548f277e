package cn.wuyouhall.domain.queue;

import java.time.LocalTime;
import java.util.Optional;

/** What became of a wish for a number in the hall database. */
public sealed interface IssueResult {
  /**
   * A number is taken and waits for its paper (or, on a repeated request, stands where the ticket
   * now stands).
   *
   * @param ticket the ticket
   * @param ahead tickets that will be called before it
   * @param repeated whether this request had been answered before
   */
  record Numbered(Ticket ticket, int ahead, boolean repeated) implements IssueResult {}

  /**
   * The line does not exist, is closed at this hour, or full; with the time it opens again today,
   * if it does.
   */
  record LineClosed(String line, Optional<LocalTime> opens) implements IssueResult {}

  /** This person already has an open ticket in this line: offer the reprint. */
  record AlreadyWaiting(Ticket ticket, int ahead) implements IssueResult {}
}
