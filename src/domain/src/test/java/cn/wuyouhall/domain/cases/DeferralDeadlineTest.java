package cn.wuyouhall.domain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.domain.calendar.Counted;
import cn.wuyouhall.domain.calendar.DeadlinesTest;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.catalogue.TimeLimit;
import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.time.HallTime;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeferralDeadlineTest {
  @ParameterizedTest
  @CsvSource({
    // accepted, days of the material, promised limit and unit, last day
    "2026-03-02, 3, 8, WORKING_DAY, 2026-03-05",
    "2026-03-02, 10, 8, WORKING_DAY, 2026-03-09",
    "2026-02-13, 5, 20, WORKING_DAY, 2026-02-27",
    "2026-03-02, 10, 15, CALENDAR_DAY, 2026-03-12",
    "2026-03-02, 10, 3, WORKING_DAY, 2026-03-02",
    "2026-03-02, 10, 2, WORKING_DAY, 2026-03-02",
    "2026-03-02, 5, 2, MONTH, 2026-03-09",
  })
  void theEarlierOfTheTwoNeverBeforeAcceptance(
      LocalDate accepted, int deferDays, int value, TimeLimit.Unit unit, LocalDate last) {
    assertEquals(new Counted.On(last), last(accepted, deferDays, value, unit));
  }

  @Test
  void aMissingCalendarIsPassedOn() {
    assertEquals(
        new Counted.NoCalendar(2027),
        last(LocalDate.of(2026, 12, 28), 2, 20, TimeLimit.Unit.WORKING_DAY));
    assertEquals(
        new Counted.NoCalendar(2027),
        last(LocalDate.of(2026, 12, 28), 20, 3, TimeLimit.Unit.CALENDAR_DAY));
  }

  private static Counted last(LocalDate accepted, int deferDays, int value, TimeLimit.Unit unit) {
    Item model = AcceptanceRulesTest.item(false);
    Item item =
        new Item(
            model.code(),
            "",
            "",
            new Name("x", ""),
            model.type(),
            model.department(),
            model.subCentre(),
            true,
            false,
            false,
            false,
            List.of(),
            true,
            true,
            new TimeLimit(value, unit),
            new TimeLimit(value, unit),
            false,
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "");
    Material material =
        new Material("m", "m", true, "", false, 1, 0, false, true, deferDays, false, "", "");
    return DeferralDeadline.last(
        material,
        item,
        accepted.atTime(10, 42).atZone(HallTime.ZONE).toInstant(),
        DeadlinesTest.CALENDAR);
  }
}
