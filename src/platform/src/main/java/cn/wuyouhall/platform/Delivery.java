package cn.wuyouhall.platform;

import cn.wuyouhall.domain.cases.HallOutbox.Kind;
import cn.wuyouhall.domain.cases.HallOutbox.Parcel;
import java.util.UUID;

/**
 * One thing to be delivered, in the bytes frozen for it.
 *
 * @param kind what it is
 * @param key the idempotency key: the id of the journal entry it stems from
 * @param subject the case for a case event, the invitation for a rating
 * @param body the exact bytes to send, every time
 */
public record Delivery(Kind kind, UUID key, UUID subject, byte[] body) {
  /** A parcel of the outbox with the bytes frozen for it. */
  public static Delivery of(Parcel parcel, byte[] frozen) {
    return new Delivery(parcel.kind(), parcel.id(), parcel.lane(), frozen);
  }

  @Override
  public String toString() {
    return "Delivery[" + kind + " " + key + "]";
  }
}
