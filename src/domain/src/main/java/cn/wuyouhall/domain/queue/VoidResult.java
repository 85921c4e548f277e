package cn.wuyouhall.domain.queue;

/** What became of a guide's wish to take a ticket back. */
public sealed interface VoidResult {
  /**
   * It is void.
   *
   * @param ticket the ticket as it stands now
   * @param repeated whether this request had been answered before
   */
  record Voided(Ticket ticket, boolean repeated) implements VoidResult {}

  /** The rules do not allow it; {@code reason} is the key of its sentence. */
  record Refused(CallResult.Reason reason) implements VoidResult {}
}
