package cn.wuyouhall.domain.devices;

import java.time.Instant;
import java.util.Optional;

/**
 * How a device stands.
 *
 * @param health the short word
 * @param code stable code of the trouble ({@code PAPER_OUT}, {@code NO_ANSWER}, {@code CUT_OFF} …),
 *     blank when fine; its sentence is {@code device.CODE} in the texts
 * @param lastSeen when it last said anything
 */
public record DeviceState(Health health, String code, Optional<Instant> lastSeen) {
  /** The short word. */
  public enum Health {
    /** Works. */
    GOOD,
    /** Works, but wants attention (paper near its end). */
    ATTENTION,
    /** Does not work; its line is tried again by itself. */
    AWAY
  }

  /** A device that has not said anything yet. */
  public static final DeviceState UNKNOWN =
      new DeviceState(Health.AWAY, "NOT_YET_SEEN", Optional.empty());
}
