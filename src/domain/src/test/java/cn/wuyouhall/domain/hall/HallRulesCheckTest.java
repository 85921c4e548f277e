package cn.wuyouhall.domain.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.domain.hall.HallRulesCheck.Kind;
import cn.wuyouhall.domain.hall.HallRulesCheck.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class HallRulesCheckTest {
  private static final HallRules.CallRules CALLS =
      new HallRules.CallRules(3, Duration.ofSeconds(20), Duration.ofSeconds(10));
  private static final List<HallRules.Hours> HOURS = List.of(hours(9, 12), hours(13, 17));
  private static final List<Line> LINES =
      List.of(line("social", "A", 1), line("enterprise", "B", 2));
  private static final List<Window> WINDOWS =
      List.of(window(1, "social"), window(2, "enterprise", "social"));

  @Test
  void soundRulesHaveNoProblems() {
    assertEquals(List.of(), HallRulesCheck.check(rules("610829", HOURS, LINES, WINDOWS, CALLS)));
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    assertEquals(
        List.of(
            new Problem(Kind.REGION_WRONG, "61082"),
            new Problem(Kind.CALLS_WRONG, ""),
            new Problem(Kind.HOURS_BACKWARDS, "12:00–09:00"),
            new Problem(Kind.HOURS_OVERLAP, "08:00–10:00"),
            new Problem(Kind.LINE_UNSERVED, "lonely"),
            new Problem(Kind.PREFIX_CONFUSING, "O"),
            new Problem(Kind.LINE_TWICE, "social"),
            new Problem(Kind.PREFIX_WRONG, "AA"),
            new Problem(Kind.ORDER_TWICE, "social"),
            new Problem(Kind.PREFIX_TWICE, "A"),
            new Problem(Kind.WINDOW_UNKNOWN_LINE, "1: ghost"),
            new Problem(Kind.WINDOW_WRONG, "1"),
            new Problem(Kind.WINDOW_IDLE, "1"),
            new Problem(Kind.WINDOW_LINE_TWICE, "3: other")),
        HallRulesCheck.check(
            rules(
                "61082",
                List.of(hours(12, 9), hours(8, 10)),
                List.of(
                    line("lonely", "A", 1),
                    line("social", "O", 2),
                    line("social", "AA", 2),
                    line("other", "A", 4)),
                List.of(window(1, "social", "ghost"), window(1), window(3, "other", "other")),
                new HallRules.CallRules(0, Duration.ZERO, Duration.ZERO))));
  }

  @Test
  void anEmptyHallIsTold() {
    assertEquals(
        List.of(
            new Problem(Kind.NO_HOURS, ""),
            new Problem(Kind.NO_LINES, ""),
            new Problem(Kind.NO_WINDOWS, "")),
        HallRulesCheck.check(rules("610829", List.of(), List.of(), List.of(), CALLS)));
  }

  private static HallRules rules(
      String region,
      List<HallRules.Hours> hours,
      List<Line> lines,
      List<Window> windows,
      HallRules.CallRules calls) {
    return new HallRules(
        0,
        LocalDate.of(2026, 1, 1),
        new Name("吴堡县政务服务大厅", ""),
        region,
        hours,
        lines,
        windows,
        calls,
        Duration.ofSeconds(30),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofSeconds(8),
        List.of());
  }

  private static HallRules.Hours hours(int from, int until) {
    return new HallRules.Hours(LocalTime.of(from, 0), LocalTime.of(until, 0));
  }

  private static Line line(String id, String prefix, int order) {
    return new Line(id, prefix, new Name(id, ""), "", false, order);
  }

  private static Window window(int no, String... lines) {
    return new Window(no, new Name("窗口", ""), List.of(lines), "social");
  }
}
