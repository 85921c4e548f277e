package cn.wuyouhall.platform;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of a read.
 *
 * @param <T> what was asked for
 */
public sealed interface Reading<T> {
  /** The answer. */
  record Read<T>(T value) implements Reading<T> {}

  /**
   * No answer now; asking again later is always safe.
   *
   * @param failure why
   * @param after how long the platform asks to be left alone, where it says so
   */
  record NotRead<T>(Failure failure, Optional<Duration> after) implements Reading<T> {}
}
