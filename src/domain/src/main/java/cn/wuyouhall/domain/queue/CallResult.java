package cn.wuyouhall.domain.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What became of a window's wish to call, recall, serve, hold, pass over or end. */
public sealed interface CallResult {
  /**
   * It was done.
   *
   * @param ticket the ticket as it stands now
   * @param visit the visit it belongs to, from the first call on
   * @param repeated whether this request had been answered before
   */
  record Done(Ticket ticket, UUID visit, boolean repeated) implements CallResult {}

  /** Nobody waits in this window's lines. */
  record NobodyWaiting() implements CallResult {}

  /**
   * The rules do not allow it.
   *
   * @param reason a stable code, the key of its sentence
   * @param until when it will be allowed, if that is a matter of time
   */
  record Refused(Reason reason, Optional<Instant> until) implements CallResult {}

  /**
   * Why a wish was refused; each has a sentence a clerk can read in the texts ({@code
   * refused.NAME}).
   */
  enum Reason {
    /** The window still has someone: end, hold or pass over first. */
    WINDOW_BUSY,
    /** No such window in the hall's rules. */
    NO_SUCH_WINDOW,
    /** No ticket with this number or id today. */
    NO_SUCH_TICKET,
    /** The ticket's state does not allow it. */
    WRONG_STATE,
    /** Another window has it. */
    ANOTHER_WINDOW,
    /** Called a moment ago; wait until the given time. */
    TOO_SOON,
    /** Called as often as the rules allow. */
    CALLED_ENOUGH,
    /** Not yet called as often as the rules ask. */
    NOT_CALLED_ENOUGH,
    /** The moment to take it back has passed. */
    TOO_LATE
  }
}
