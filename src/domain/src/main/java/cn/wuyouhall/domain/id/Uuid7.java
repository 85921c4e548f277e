package cn.wuyouhall.domain.id;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUIDv7 (RFC 9562 section 5.7): 48 bits of Unix milliseconds, 12 bits of counter, 62 random bits.
 *
 * <p>Ids of one source never go back, also when its clock does: the counter, then the millisecond,
 * moves forward instead.
 */
public final class Uuid7 implements Ids {
  private static final int COUNTER_LIMIT = 1 << 12;

  private final InstantSource clock;
  private final RandomGenerator random;
  private long lastMillis = -1;
  private int counter;

  /** A source that reads {@code clock} and takes its random bits from {@code random}. */
  public Uuid7(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public synchronized UUID next() {
    long millis = clock.millis();
    if (millis > lastMillis) {
      lastMillis = millis;
      counter = random.nextInt(COUNTER_LIMIT / 2);
    } else if (++counter == COUNTER_LIMIT) {
      lastMillis++;
      counter = 0;
    }
    long high = (lastMillis << 16) | 0x7000L | counter;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /** The instant written in a UUIDv7, to the millisecond. */
  public static Instant instantOf(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
