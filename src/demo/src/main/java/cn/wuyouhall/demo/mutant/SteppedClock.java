package cn.wuyouhall.demo.mutant;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Hall time that runs like the machine's and can be moved on: waits of minutes take none. */
final class SteppedClock implements InstantSource {
  private final InstantSource wall;
  private final AtomicLong ahead;

  SteppedClock(InstantSource wall, Instant start) {
    this.wall = wall;
    this.ahead = new AtomicLong(start.toEpochMilli() - wall.millis());
  }

  void skip(Duration time) {
    ahead.addAndGet(time.toMillis());
  }

  @Override
  public Instant instant() {
    return wall.instant().plusMillis(ahead.get());
  }
}
