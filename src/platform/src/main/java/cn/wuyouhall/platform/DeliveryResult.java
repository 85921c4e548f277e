package cn.wuyouhall.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of a delivery. */
public sealed interface DeliveryResult {
  /**
   * The platform has it, on disk.
   *
   * @param provincialNo the province's number of the case; blank for a rating
   * @param receivedAt by the platform's clock, of the first time it came
   * @param replay whether it had come before (the first reply was lost)
   */
  record Delivered(String provincialNo, Instant receivedAt, boolean replay)
      implements DeliveryResult {}

  /**
   * The platform refused it for good: to be shown to a person, never sent again as it is.
   *
   * @param code the platform's code (KEY_REUSED, OUT_OF_ORDER …)
   * @param message its sentence, for the person and not for the log
   */
  record Refused(String code, String message) implements DeliveryResult {}

  /**
   * Not known to have arrived: to be sent again later, same key, same bytes.
   *
   * @param failure why
   * @param after how long the platform asks to be left alone, where it says so
   */
  record TryLater(Failure failure, Optional<Duration> after) implements DeliveryResult {}
}
