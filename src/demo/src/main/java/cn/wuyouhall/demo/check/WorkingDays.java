package cn.wuyouhall.demo.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Deadlines counted from the published calendars and the items' limits by the checker itself. A day
 * that needs a year without a calendar is empty.
 */
final class WorkingDays {
  private static final ZoneId HALL = ZoneId.of("Asia/Shanghai");
  private static final String CATALOGUE = "cn/wuyouhall/sample/catalogue.json";

  private final Map<Integer, Optional<Set<LocalDate>>> off = new HashMap<>();
  private final Map<Integer, Set<LocalDate>> made = new HashMap<>();
  private final Map<String, JsonNode> items = new HashMap<>();

  WorkingDays() {
    read(CATALOGUE)
        .ifPresent(root ->
            root.path("items").forEach(item -> items.put(item.path("code").asText(), item)));
  }

  /** Whether the item is in the catalogue. */
  boolean knows(String item) {
    return items.containsKey(item);
  }

  /**
   * When a limit of an item runs out; {@code limit} is {@code promisedLimit} or {@code legalLimit}.
   */
  Optional<LocalDate> due(String item, String limit, long acceptedAt) {
    JsonNode of = items.get(item).path(limit);
    int value = of.path("value").asInt();
    Instant start = Instant.ofEpochMilli(acceptedAt);
    LocalDate day = start.atZone(HALL).toLocalDate();
    return switch (of.path("unit").asText("working-day")) {
      case "working-day" -> count(day, value);
      case "calendar-day" -> Optional.of(day.plusDays(value));
      case "month" -> Optional.of(day.plusMonths(value));
      case "hour" -> Optional.of(start.plusSeconds(3600L * value).atZone(HALL).toLocalDate());
      default -> Optional.of(start.plusSeconds(60L * value).atZone(HALL).toLocalDate());
    };
  }

  private Optional<LocalDate> count(LocalDate from, int days) {
    LocalDate day = from;
    int left = days;
    while (left > 0) {
      day = day.plusDays(1);
      Optional<Set<LocalDate>> holidays = year(day.getYear());
      if (holidays.isEmpty()) {
        return Optional.empty();
      }
      boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
      boolean works =
          weekend ? made.get(day.getYear()).contains(day) : !holidays.get().contains(day);
      left -= works ? 1 : 0;
    }
    return Optional.of(day);
  }

  private Optional<Set<LocalDate>> year(int year) {
    return off.computeIfAbsent(
        year,
        y -> {
          Optional<JsonNode> calendar = read("cn/wuyouhall/calendar/%d.json".formatted(y));
          made.put(y, calendar.map(c -> days(c.path("work"))).orElse(Set.of()));
          return calendar.map(c -> days(c.path("off")));
        });
  }

  private static Set<LocalDate> days(JsonNode list) {
    Set<LocalDate> days = new HashSet<>();
    list.forEach(day -> days.add(LocalDate.parse(day.asText())));
    return days;
  }

  private static Optional<JsonNode> read(String resource) {
    try (InputStream in = WorkingDays.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(JsonMapper.builder().build().readTree(in));
    } catch (IOException fault) {
      throw new UncheckedIOException(resource + " cannot be read", fault);
    }
  }
}
