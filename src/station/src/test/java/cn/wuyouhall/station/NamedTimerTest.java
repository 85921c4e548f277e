package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Periodic work: what a failure and an end mean to it. */
class NamedTimerTest {
  @Test
  void closingWaitsForNoTurnToCome() throws InterruptedException {
    NamedTimer timer = new NamedTimer("test");
    AtomicInteger turns = new AtomicInteger();
    CountDownLatch first = new CountDownLatch(1);
    timer.every(
        Duration.ofMinutes(1),
        "test",
        () -> {
          turns.incrementAndGet();
          first.countDown();
        });
    assertTrue(first.await(20, TimeUnit.SECONDS));
    assertTimeoutPreemptively(Duration.ofSeconds(2), timer::close);
    assertEquals(1, turns.get());
  }

  @Test
  void aFailureIsFollowedByTheNextTurn() throws InterruptedException {
    CountDownLatch turns = new CountDownLatch(2);
    try (NamedTimer timer = new NamedTimer("test")) {
      timer.every(
          Duration.ofMillis(1),
          "test",
          () -> {
            turns.countDown();
            throw new IllegalStateException("a turn that fails");
          });
      assertTrue(turns.await(20, TimeUnit.SECONDS));
    }
  }
}
