package cn.wuyouhall.station.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.calendar.Counted;
import cn.wuyouhall.domain.calendar.WorkCalendar;
import cn.wuyouhall.domain.hall.HallRulesCheck;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.RatingTags;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ships with the product, against the rules that use it. */
class ShippedDataTest {
  private static final WorkCalendar CALENDAR = CalendarFiles.published();

  @Test
  void theSampleHallsRulesAreSound() {
    assertEquals(List.of(), HallRulesCheck.check(RulesFile.sample()));
  }

  @Test
  void whatIsExportedIsReadBackWhole() throws Exception {
    assertEquals(RulesFile.sample(), RulesFile.read(RulesFile.write(RulesFile.sample())));
  }

  @ParameterizedTest
  @CsvSource({
    "region, zone, zone",
    "most, re-enter-after, calls.re-enter-after",
    "prefix, colour, line.colour"
  })
  void aKeyNobodyReadsIsNamed(String before, String unknown, String named) {
    String toml = RulesFile.write(RulesFile.sample());
    String with = toml.replaceFirst("(?m)^" + before, unknown + " = 1\n" + before);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> RulesFile.read(with));
    assertEquals("unknown: " + named, refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-13, 5, 2026-02-27",
    "2026-09-18, 5, 2026-09-24",
    "2026-04-30, 5, 2026-05-11",
    "2025-09-26, 20, 2025-10-30",
    "2026-02-10, 20, 2026-03-16",
  })
  void theShippedCalendarsCountAsTheyShould(LocalDate start, int days, LocalDate end) {
    assertEquals(new Counted.On(end), CALENDAR.addWorkingDays(start, days));
  }

  @Test
  void noYearIsMadeUp() {
    assertTrue(CALENDAR.knows(2025) && CALENDAR.knows(2026));
    assertFalse(CALENDAR.knows(2024) || CALENDAR.knows(2027));
  }

  @Test
  void everyGradeHasItsTagsAndThreeOfThemAtOnce() {
    RatingTags tags = RatingTagsFile.national();
    for (Grade grade : Grade.values()) {
      assertEquals(8, tags.of(grade).size());
      assertEquals(3, tags.atOnce(grade).size());
    }
    assertEquals("510", tags.of(Grade.VERY_SATISFIED).getFirst().code());
    assertEquals("108", tags.of(Grade.VERY_DISSATISFIED).getFirst().code());
  }
}
