package cn.wuyouhall.testkit.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. Safe for several threads. */
public final class HandClock implements InstantSource {
  private volatile Instant now;

  /** Stands at this instant. */
  public HandClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves on (or back, with a negative span). */
  public void pass(Duration span) {
    now = now.plus(span);
  }

  /** Moves to an instant. */
  public void jump(Instant to) {
    now = to;
  }
}
