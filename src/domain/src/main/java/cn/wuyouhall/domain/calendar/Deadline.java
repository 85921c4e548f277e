package cn.wuyouhall.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When something is due. */
public sealed interface Deadline {
  /**
   * Due.
   *
   * @param day the last day, in the hall's zone
   * @param until the first instant that is too late: the end of that day, or the moment where the
   *     limit counts hours or minutes
   */
  record Due(LocalDate day, Instant until) implements Deadline {
    /** Whether it is too late at {@code now}. */
    public boolean passedAt(Instant now) {
      return !now.isBefore(until);
    }
  }

  /** It cannot be said: the calendar of this year is not published. */
  record NoCalendar(int year) implements Deadline {}

  /** The last day, empty where it cannot be said. */
  default Optional<LocalDate> date() {
    return this instanceof Due due ? Optional.of(due.day()) : Optional.empty();
  }
}
