package cn.wuyouhall.station.data;

import cn.wuyouhall.domain.calendar.WorkCalendar;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The published working calendars that ship with the product: one file a year, none for years not
 * published.
 */
public final class CalendarFiles {
  private static final int FIRST = 2025;

  private CalendarFiles() {}

  /** All published years from 2025 on, without a gap. */
  public static WorkCalendar published() {
    List<WorkCalendar.Year> years = new ArrayList<>();
    for (int year = FIRST; ; year++) {
      try (InputStream in =
          CalendarFiles.class.getResourceAsStream("/cn/wuyouhall/calendar/" + year + ".json")) {
        if (in == null) {
          return new WorkCalendar(years);
        }
        JsonNode root = JsonMapper.builder().build().readTree(in);
        years.add(
            new WorkCalendar.Year(
                root.path("year").asInt(), days(root.path("off")), days(root.path("work"))));
      } catch (IOException fault) {
        throw new UncheckedIOException("the calendar of " + year + " cannot be read", fault);
      }
    }
  }

  private static Set<LocalDate> days(JsonNode array) {
    Set<LocalDate> days = new HashSet<>();
    array.forEach(day -> days.add(LocalDate.parse(day.asText())));
    return days;
  }
}
