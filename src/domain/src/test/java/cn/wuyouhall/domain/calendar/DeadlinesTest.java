package cn.wuyouhall.domain.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.catalogue.TimeLimit;
import cn.wuyouhall.domain.time.HallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class DeadlinesTest {
  /** 国办发明电〔2024〕12号 and 国办发明电〔2025〕7号. */
  public static final WorkCalendar CALENDAR =
      new WorkCalendar(
          List.of(
              new WorkCalendar.Year(
                  2025,
                  days(
                      "2025-01-01 2025-01-28/02-04 2025-04-04/04-06 2025-05-01/05-05"
                          + " 2025-05-31/06-02 2025-10-01/10-08"),
                  days("2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11")),
              new WorkCalendar.Year(
                  2026,
                  days(
                      "2026-01-01/01-03 2026-02-15/02-23 2026-04-04/04-06 2026-05-01/05-05"
                          + " 2026-06-19/06-21 2026-09-25/09-27 2026-10-01/10-07"),
                  days("2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"))));

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {2025, 2026})
  void bothYearsHave248WorkingDays(int year) {
    long count =
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .filter(day -> CALENDAR.isWorkingDay(day).orElseThrow())
            .count();
    assertEquals(248, count);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-13, 5, 2026-02-27",
    "2026-09-18, 5, 2026-09-24",
    "2026-04-30, 5, 2026-05-11",
    "2025-09-26, 20, 2025-10-30",
    "2026-02-10, 20, 2026-03-16",
    "2026-02-13, 0, 2026-02-13",
    "2025-12-31, 1, 2026-01-04",
  })
  void workingDays(LocalDate start, int days, LocalDate end) {
    assertEquals(new Counted.On(end), CALENDAR.addWorkingDays(start, days));
  }

  @Test
  void aYearWithoutACalendarIsFlagged() {
    assertEquals(Optional.empty(), CALENDAR.isWorkingDay(LocalDate.of(2027, 3, 1)));
    assertEquals(
        new Counted.NoCalendar(2027), CALENDAR.addWorkingDays(LocalDate.of(2026, 12, 30), 2));
    assertEquals(
        new Counted.NoCalendar(2024), CALENDAR.minusWorkingDays(LocalDate.of(2025, 1, 2), 1));
    assertEquals(
        new Deadline.NoCalendar(2027), due("2026-12-30T10:00", 2, TimeLimit.Unit.WORKING_DAY));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-13T17:29, 5, WORKING_DAY, 2026-02-27, 2026-02-28T00:00",
    "2026-02-13T23:59, 10, CALENDAR_DAY, 2026-02-23, 2026-02-24T00:00",
    "2026-02-13T00:00, 3, HOUR, 2026-02-13, 2026-02-13T03:00",
    "2026-02-13T23:50, 30, MINUTE, 2026-02-14, 2026-02-14T00:20",
    "2026-01-31T09:00, 1, MONTH, 2026-02-28, 2026-03-01T00:00",
    "2026-12-15T09:00, 3, MONTH, 2027-03-15, 2027-03-16T00:00",
    "2026-02-13T09:00, 0, WORKING_DAY, 2026-02-13, 2026-02-14T00:00",
  })
  void everyUnit(
      LocalDateTime start, int value, TimeLimit.Unit unit, LocalDate day, LocalDateTime until) {
    Deadline.Due expected = new Deadline.Due(day, until.atZone(HallTime.ZONE).toInstant());
    assertEquals(expected, due(start.toString(), value, unit));
    assertFalse(expected.passedAt(expected.until().minusMillis(1)));
    assertTrue(expected.passedAt(expected.until()));
  }

  @Property(tries = 300)
  void theCallersZoneChangesNothing(
      @ForAll @IntRange(max = 500 * 24 * 60) int minute,
      @ForAll @IntRange(max = 40) int value,
      @ForAll TimeLimit.Unit unit) {
    Instant start = START.plusSeconds(60L * minute);
    Set<Deadline> answers = new HashSet<>();
    TimeZone own = TimeZone.getDefault();
    try {
      for (String zone : List.of("UTC", "America/Los_Angeles", "Asia/Urumqi")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        answers.add(Deadlines.due(start, new TimeLimit(value, unit), CALENDAR));
      }
    } finally {
      TimeZone.setDefault(own);
    }
    assertEquals(1, answers.size());
  }

  @Property(tries = 500)
  void aLaterStartOrALongerLimitIsNeverDueEarlier(
      @ForAll @IntRange(max = 500 * 24 * 60) int minute,
      @ForAll @IntRange(max = 20 * 24 * 60) int later,
      @ForAll @IntRange(max = 40) int value,
      @ForAll @IntRange(max = 10) int longer,
      @ForAll TimeLimit.Unit unit) {
    Instant start = START.plusSeconds(60L * minute);
    Deadline first = Deadlines.due(start, new TimeLimit(value, unit), CALENDAR);
    Deadline second =
        Deadlines.due(
            start.plusSeconds(60L * later), new TimeLimit(value + longer, unit), CALENDAR);
    if (first instanceof Deadline.Due one && second instanceof Deadline.Due two) {
      assertFalse(two.until().isBefore(one.until()));
    }
  }

  @Property(tries = 300)
  void countingBackUndoesCounting(
      @ForAll @IntRange(max = 600) int day, @ForAll @IntRange(max = 30) int days) {
    LocalDate start = LocalDate.of(2025, 2, 1).plusDays(day);
    boolean counted = CALENDAR.addWorkingDays(start, days) instanceof Counted.On;
    if (counted && CALENDAR.isWorkingDay(start).orElseThrow()) {
      Counted.On end = (Counted.On) CALENDAR.addWorkingDays(start, days);
      assertEquals(new Counted.On(start), CALENDAR.minusWorkingDays(end.day(), days));
    }
  }

  private static Deadline due(String local, int value, TimeLimit.Unit unit) {
    Instant start = LocalDateTime.parse(local).atZone(HallTime.ZONE).toInstant();
    return Deadlines.due(start, new TimeLimit(value, unit), CALENDAR);
  }

  private static Set<LocalDate> days(String spans) {
    Set<LocalDate> days = new HashSet<>();
    for (String span : spans.split(" ", -1)) {
      LocalDate from = LocalDate.parse(span.substring(0, 10));
      LocalDate last =
          span.length() == 10 ? from : LocalDate.parse(span.substring(0, 5) + span.substring(11));
      from.datesUntil(last.plusDays(1)).forEach(days::add);
    }
    return days;
  }
}
