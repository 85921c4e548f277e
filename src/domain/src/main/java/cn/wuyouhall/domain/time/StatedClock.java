package cn.wuyouhall.domain.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that starts at a stated instant and runs at a stated speed: the same in every process
 * that is given the same three figures, which is how several processes of one demo agree about the
 * time.
 *
 * @param wall the machine's own time
 * @param origin the wall instant at which hall time is {@code start}
 * @param start the hall instant at {@code origin}
 * @param speed seconds of hall time in one real second, above 0
 */
public record StatedClock(InstantSource wall, Instant origin, Instant start, double speed)
    implements InstantSource {
  @Override
  public Instant instant() {
    long elapsed = Duration.between(origin, wall.instant()).toNanos();
    return start.plusNanos((long) (elapsed * speed));
  }

  /** The pace that belongs to this clock. */
  public Pace pace() {
    return Pace.of(speed);
  }
}
