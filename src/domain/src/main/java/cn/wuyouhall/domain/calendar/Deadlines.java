package cn.wuyouhall.domain.calendar;

import cn.wuyouhall.domain.catalogue.TimeLimit;
import cn.wuyouhall.domain.time.HallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Deadlines from a start and an item's limit, each in its own unit. The start day is not counted
 * (民法典 art. 201). Days and months end with their last day in the hall's zone; hours and minutes run
 * on from the moment, nights included.
 *
 * <p>A last day that falls on a holiday is not put off for limits in calendar days and months:
 * these limits bind the office, and the earlier day is the one that is safe to promise.
 */
public final class Deadlines {
  private Deadlines() {}

  /**
   * When a limit that began at {@code start} runs out. A limit of no days is due the same day. A
   * later start never makes an earlier deadline.
   */
  public static Deadline due(Instant start, TimeLimit limit, WorkCalendar calendar) {
    LocalDate day = HallTime.day(start);
    return switch (limit.unit()) {
      case WORKING_DAY ->
          switch (calendar.addWorkingDays(day, limit.value())) {
            case Counted.On on -> endOf(on.day());
            case Counted.NoCalendar none -> new Deadline.NoCalendar(none.year());
          };
      case CALENDAR_DAY -> endOf(day.plusDays(limit.value()));
      // The day of the same number, or the month's last where it has none (民法典 art. 202).
      case MONTH -> endOf(day.plusMonths(limit.value()));
      case HOUR -> at(start.plus(Duration.ofHours(limit.value())));
      case MINUTE -> at(start.plus(Duration.ofMinutes(limit.value())));
    };
  }

  private static Deadline endOf(LocalDate day) {
    return new Deadline.Due(day, day.plusDays(1).atStartOfDay(HallTime.ZONE).toInstant());
  }

  private static Deadline at(Instant moment) {
    return new Deadline.Due(HallTime.day(moment), moment);
  }
}
