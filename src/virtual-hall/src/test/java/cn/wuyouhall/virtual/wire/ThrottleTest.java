package cn.wuyouhall.virtual.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ThrottleTest {
  /** Time that passes only by waiting. */
  private static final class Still implements Waiter {
    private long now = 1_000;

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void waitUntil(long nanos) {
      now = Math.max(now, nanos);
    }
  }

  private final Still time = new Still();

  /**
   * 270 bytes take 0.28 s at 9600 baud, a raster of 57.6 kB a minute, and 5 s at 115200: the
   * source's own figures.
   */
  @Test
  void tenBitsAByte() {
    new Throttle(9600, 1, time).pass(270);
    assertEquals(281, time.now / 1_000_000);
    long before = time.now;
    new Throttle(9600, 1, time).pass(57_600);
    assertEquals(60, (time.now - before) / 1_000_000_000);
    before = time.now;
    new Throttle(115_200, 1, time).pass(57_600);
    assertEquals(5, (time.now - before) / 1_000_000_000);
  }

  @Test
  void portionsAddUpToTheWhole() {
    Throttle throttle = new Throttle(9600, 1, time);
    for (int i = 0; i < 960; i++) {
      throttle.pass(1);
    }
    assertEquals(1.0, (time.now - 1_000) / 1e9, 1e-4);
  }

  @Test
  void anIdleLineSavesNothingUp() {
    Throttle throttle = new Throttle(9600, 1, time);
    time.now += 10_000_000_000L;
    long before = time.now;
    throttle.pass(96);
    assertEquals(100_000_000, time.now - before);
  }

  @Test
  void fasterThanLifeAndSlices() {
    new Throttle(9600, 10, time).pass(960);
    assertEquals(100_001_000, time.now);
    assertEquals(19, new Throttle(9600, 1, time).slice());
    assertEquals(1, new Throttle(300, 1, time).slice());
    assertThrows(IllegalArgumentException.class, () -> new Throttle(0, 1, time));
  }
}
