package cn.wuyouhall.demo.mutant;

import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.cases.HallOutbox.Kind;
import cn.wuyouhall.domain.cases.HallOutbox.Parcel;
import cn.wuyouhall.domain.id.Uuid7;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** An outbox that forgets the key of what it sent and sends it again under a new one. */
final class SendsTwice implements Wrapped.Between {
  private final Kind kind;
  private final HallOutbox real;
  private final Uuid7 ids = new Uuid7(InstantSource.system(), new SecureRandom());
  private Parcel claimed;
  private byte[] frozen;
  private Parcel again;
  private Object[] receipt;

  private SendsTwice(Kind kind, HallOutbox real) {
    this.kind = kind;
    this.real = real;
  }

  static HallOutbox parcelsOf(Kind kind, HallOutbox real) {
    return Wrapped.port(HallOutbox.class, real, new SendsTwice(kind, real));
  }

  @Override
  public synchronized Object call(String method, Object[] arguments, Wrapped.On on)
      throws Throwable {
    return switch (method) {
      case "claim" -> claim(arguments, on);
      case "freeze" -> freeze(arguments, on);
      case "delivered", "refused", "later" -> ended(method, arguments, on);
      default -> on.call(arguments);
    };
  }

  private Object claim(Object[] arguments, Wrapped.On on) throws Throwable {
    if (again != null) {
      return Optional.of(again);
    }
    Optional<?> next = (Optional<?>) on.call(arguments);
    claimed = next.map(Parcel.class::cast).orElse(null);
    return next;
  }

  private Object freeze(Object[] arguments, Wrapped.On on) throws Throwable {
    if (again != null && arguments[0].equals(again.id())) {
      return arguments[1];
    }
    frozen = (byte[]) on.call(arguments);
    return frozen;
  }

  private Object ended(String method, Object[] arguments, Wrapped.On on) throws Throwable {
    UUID parcel = (UUID) arguments[0];
    if (again != null && parcel.equals(again.id())) {
      again = null;
      real.delivered(
          (UUID) receipt[0], (String) receipt[1], (Instant) receipt[2], (boolean) receipt[3]);
      return null;
    }
    boolean first = method.equals("delivered") && claimed.kind() == kind && receipt == null;
    if (!first) {
      return on.call(arguments);
    }
    receipt = arguments;
    again =
        new Parcel(
            ids.next(),
            kind,
            claimed.lane(),
            claimed.version(),
            claimed.event(),
            Optional.of(frozen),
            1);
    return null;
  }
}
