package cn.wuyouhall.demo.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables beside the catalogue: whether they are well formed and speak of what exists. */
class SampleTablesTest {
  private static final String SAMPLE = "/cn/wuyouhall/sample/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, JsonNode> ITEMS = new HashMap<>();

  @BeforeAll
  static void read() throws Exception {
    JsonNode catalogue = JSON.readTree(text(SAMPLE + "catalogue.json"));
    catalogue.path("items").forEach(item -> ITEMS.put(item.path("code").asText(), item));
  }

  @Test
  void expectedDecisionsSpeakOfWhatTheGuidesHold() {
    List<String[]> rows = rows("expected-decisions.csv");
    Set<String> items = new HashSet<>();
    for (String[] row : rows) {
      assertEquals(8, row.length, row[0]);
      JsonNode item = ITEMS.get(row[0]);
      assertTrue(item.path("handWritten").asBoolean(), row[0]);
      items.add(row[0]);
      assertTrue(Set.of("person", "enterprise").contains(row[1]), row[1]);
      Set<String> flags = new HashSet<>();
      item.path("situations").forEach(s -> flags.add(s.path("flag").asText()));
      assertTrue(flags.containsAll(parts(row[2])), row[2]);
      assertTrue(row[3].matches("true|false"), row[3]);
      Set<String> materials = new HashSet<>();
      item.path("materials").forEach(m -> materials.add(m.path("id").asText()));
      for (String mark : parts(row[4])) {
        assertTrue(mark.matches("[a-z]+=[1-6]"), mark);
        assertTrue(materials.contains(mark.substring(0, mark.length() - 2)), mark);
      }
      assertTrue(row[5].matches("ACCEPT|ACCEPT_DEFERRED|NOTICE|REFUSE|UNDECIDED"), row[5]);
      assertEquals(parts(row[6]).stream().sorted().toList(), parts(row[6]));
      for (String reason : parts(row[6])) {
        String[] parts = reason.split(":", -1);
        assertTrue(parts.length == 1 || materials.contains(parts[1]), reason);
      }
    }
    assertTrue(rows.size() >= 120 && items.size() >= 30, rows.size() + " rows");
  }

  @Test
  void searchQueriesExpectItemsThatExist() {
    List<String[]> rows = rows("search-queries.csv");
    Set<String> queries = new HashSet<>();
    for (String[] row : rows) {
      assertEquals(2, row.length, row[0]);
      assertTrue(queries.add(row[0]), row[0]);
      List<String> expected = parts(row[1]);
      assertTrue(!expected.isEmpty() && expected.size() <= 3, row[0]);
      assertTrue(ITEMS.keySet().containsAll(expected), row[0]);
    }
    assertEquals(100, rows.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {2025, 2026})
  void publishedCalendarsHave248WorkingDays(int year) throws Exception {
    Calendar calendar = Calendar.of(year);
    LocalDate first = LocalDate.of(year, 1, 1);
    long working = first.datesUntil(first.plusYears(1)).filter(calendar::isWorkingDay).count();
    assertEquals(248, working);
    assertTrue(calendar.off.stream().noneMatch(calendar.work::contains));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-13, 5, 2026-02-27",
    "2026-09-18, 5, 2026-09-24",
    "2026-04-30, 5, 2026-05-11",
    "2025-09-26, 20, 2025-10-30",
    "2026-02-10, 20, 2026-03-16"
  })
  void publishedCalendarsCountAsTheyShould(LocalDate start, int days, LocalDate end)
      throws Exception {
    Calendar calendar = Calendar.of(start.getYear());
    LocalDate day = start;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= calendar.isWorkingDay(day) ? 1 : 0;
    }
    assertEquals(end, day);
  }

  @Test
  void ratingTagsBelongToTheirGradeAndThreeAreShownFirst() throws Exception {
    JsonNode grades =
        JSON.readTree(text("/cn/wuyouhall/catalogue/rating-tags.json")).path("grades");
    assertEquals(5, grades.size());
    for (JsonNode grade : grades) {
      int shown = 0;
      for (JsonNode tag : grade.path("tags")) {
        assertEquals(grade.path("grade").asInt(), tag.path("code").asInt() / 100);
        shown += tag.path("default").asBoolean() ? 1 : 0;
      }
      assertEquals(3, shown);
      assertEquals(8, grade.path("tags").size());
    }
  }

  private record Calendar(Set<LocalDate> off, Set<LocalDate> work) {
    static Calendar of(int year) throws Exception {
      JsonNode json = JSON.readTree(text("/cn/wuyouhall/calendar/" + year + ".json"));
      return new Calendar(dates(json.path("off")), dates(json.path("work")));
    }

    private static Set<LocalDate> dates(JsonNode array) {
      Set<LocalDate> dates = new HashSet<>();
      array.forEach(date -> dates.add(LocalDate.parse(date.asText())));
      return dates;
    }

    boolean isWorkingDay(LocalDate day) {
      boolean weekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      return work.contains(day) || !weekend && !off.contains(day);
    }
  }

  private static List<String[]> rows(String file) {
    return text(SAMPLE + file).lines().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static List<String> parts(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
  }

  private static String text(String path) {
    return SampleFiles.text(SampleTablesTest.class, path);
  }
}
