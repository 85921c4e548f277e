package cn.wuyouhall.virtual.platform;

import java.time.Duration;

/**
 * How fast an accepted case goes on by itself, by the sandbox's clock.
 *
 * @param review from received to in-review
 * @param decision from in-review to decided
 * @param finish from decided to finished
 */
public record StatusPace(Duration review, Duration decision, Duration finish) {
  /** A case of a quiet office: one day, two more, one more. */
  public static final StatusPace OFFICE =
      new StatusPace(Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(1));

  /** The office's pace, so many times faster. */
  public static StatusPace faster(double times) {
    return new StatusPace(
        shortened(OFFICE.review, times),
        shortened(OFFICE.decision, times),
        shortened(OFFICE.finish, times));
  }

  private static Duration shortened(Duration usual, double times) {
    return Duration.ofMillis(Math.max(1, Math.round(usual.toMillis() / times)));
  }
}
