package cn.wuyouhall.devices;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.LineSpec;
import cn.wuyouhall.devices.line.MemoryWires;
import cn.wuyouhall.domain.devices.Device;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A device's far end, quick times, and a way to wait for what should come true. */
final class Bench {
  static final DeviceTimes QUICK =
      new DeviceTimes(
          Duration.ofMillis(200),
          Duration.ofMillis(1_500),
          Duration.ofMillis(300),
          Duration.ofMillis(100),
          Duration.ofMillis(20));
  static final Line.Manner MANNER =
      new Line.Manner(_ -> Duration.ofMillis(10), Duration.ofMillis(200));
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T02:42:00Z"));

  final MemoryWires wires = new MemoryWires();
  final MemoryWires.FarEnd device = wires.end("d");

  Line line() {
    return new Line("bench", new LineSpec.Memory("d"), wires, MANNER);
  }

  static void until(String what, BooleanSupplier condition) {
    CountDownLatch never = new CountDownLatch(1);
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, () -> "never: " + what);
      try {
        assertTrue(!never.await(5, TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  static void untilCode(Device device, String code) {
    until(code, () -> device.state().code().equals(code));
  }
}
