package cn.wuyouhall.devices.line;

import java.time.Duration;

/** How long a line waits before it tries to connect again. */
@FunctionalInterface
public interface Backoff {
  /** A quarter of a second, doubled each time, five seconds at most. */
  Backoff USUAL =
      failures -> Duration.ofMillis(Math.min(5_000, 250L << Math.min(failures - 1, 10)));

  /** The wait after so many failures in a row, 1 or more. Real time. */
  Duration after(int failures);
}
