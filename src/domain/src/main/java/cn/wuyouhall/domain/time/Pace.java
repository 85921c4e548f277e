package cn.wuyouhall.domain.time;

import java.time.Duration;

/**
 * How fast hall time runs against the wall.
 *
 * <p>Every wait that a rule names (a pad's time-out, a kiosk's idle time) goes through here, so
 * that a demo on an accelerated clock waits for the same span of hall time as its clock shows.
 * Waits that the wire needs (baud rate, a printer's answer) are real and do not.
 */
@FunctionalInterface
public interface Pace {
  /** The hall's own speed: one second takes one second. */
  Pace REAL = duration -> duration;

  /** The real time to wait for {@code duration} of hall time; never negative. */
  Duration real(Duration duration);

  /**
   * A pace at which {@code speed} seconds of hall time pass in one real second; {@code speed} is
   * above 0.
   */
  static Pace of(double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be above 0: " + speed);
    }
    return speed == 1.0 ? REAL : duration -> Duration.ofNanos((long) (duration.toNanos() / speed));
  }
}
