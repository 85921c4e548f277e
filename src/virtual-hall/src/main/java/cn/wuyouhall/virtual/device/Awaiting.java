package cn.wuyouhall.virtual.device;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting on a device's monitor until something is so. */
public final class Awaiting {
  private Awaiting() {}

  /** Call with the monitor held, which every change notifies; false when the time is over first. */
  public static boolean until(Object monitor, BooleanSupplier so, Duration atMost)
      throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!so.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(monitor, left);
    }
    return true;
  }
}
