package cn.wuyouhall.domain.queue;

/** What is known about the paper of a ticket. */
public enum PaperOutcome {
  /** The printer or a person confirmed it. */
  CAME,
  /** Proven not to have come: the ticket is void, its place is kept for the replacement. */
  FAILED,
  /** Nobody knows: the ticket waits, marked unconfirmed. */
  UNKNOWN
}
