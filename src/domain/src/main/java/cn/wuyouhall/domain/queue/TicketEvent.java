package cn.wuyouhall.domain.queue;

/** What can happen to a ticket. */
public enum TicketEvent {
  PRINTED,
  PRINT_FAILED,
  PRINT_UNKNOWN,
  CALL,
  RECALL,
  UNDO_CALL,
  NO_SHOW,
  SERVE,
  HOLD,
  CALL_BACK,
  TRANSFER,
  REENTER,
  FINISH,
  GIVE_UP,
  VOID,
  DAY_CLOSED
}
