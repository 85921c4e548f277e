package cn.wuyouhall.domain.queue;

/** The states of a ticket. Transfers and re-entries are events, not states. */
public enum TicketState {
  /**
   * Its number is taken, its paper is not confirmed. An unknown outcome stays here, marked
   * unconfirmed.
   */
  PRINTING,
  /** Its paper is in the citizen's hand. */
  WAITING,
  /** Called to a window. */
  CALLED,
  /** The person is at the window. */
  SERVING,
  /** Set aside by the window, to be called back. */
  HELD,
  /** Called as often as the rules ask and nobody came. */
  NO_SHOW,
  /** Its visit ended. */
  SERVED,
  /** Its paper proven not to have come, or taken back by the guide. */
  VOID,
  /** What remained at day close, or was given up. */
  LEFT;

  /** Whether nothing can happen to the ticket any more today; a no-show can still come back. */
  public boolean isFinal() {
    return this == SERVED || this == VOID || this == LEFT;
  }
}
