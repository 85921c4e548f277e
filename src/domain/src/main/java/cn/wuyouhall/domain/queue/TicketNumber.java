package cn.wuyouhall.domain.queue;

/**
 * A ticket's number as called and printed.
 *
 * @param prefix the line's letter
 * @param value counts from 1 each business day
 */
public record TicketNumber(String prefix, int value) {
  /** As printed, never broken across lines: {@code A023}; four digits when three run out. */
  public String shown() {
    return "%s%03d".formatted(prefix, value);
  }

  @Override
  public String toString() {
    return shown();
  }
}
