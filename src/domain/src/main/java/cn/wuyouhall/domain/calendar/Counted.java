package cn.wuyouhall.domain.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** A day found by counting on the working calendar. */
public sealed interface Counted {
  /** The day. */
  record On(LocalDate day) implements Counted {}

  /** Counting came into a year whose calendar is not published. */
  record NoCalendar(int year) implements Counted {}

  /** The day, empty where there is no calendar for it. */
  default Optional<LocalDate> date() {
    return this instanceof On on ? Optional.of(on.day()) : Optional.empty();
  }
}
