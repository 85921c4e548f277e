package cn.wuyouhall.virtual.wire;

import java.util.concurrent.locks.LockSupport;

/**
 * Time as the wires see it: a monotonic count of nanoseconds and a way to let it pass. Handed in,
 * so that tests need not wait.
 */
public interface Waiter {
  /** Nanoseconds since some fixed moment. */
  long nanos();

  /**
   * Returns when {@link #nanos} has reached that moment, at once when it lies behind; early when
   * the thread is interrupted.
   */
  void waitUntil(long nanos);

  /** The machine's own clock. */
  static Waiter real() {
    return new Waiter() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void waitUntil(long nanos) {
        long left = nanos - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
          LockSupport.parkNanos(left);
          left = nanos - System.nanoTime();
        }
      }
    };
  }
}
