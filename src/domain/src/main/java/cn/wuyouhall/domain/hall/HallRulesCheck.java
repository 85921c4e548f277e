package cn.wuyouhall.domain.hall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks hall rules over before they are imported: everything that would make the hall stumble, all
 * at once.
 */
public final class HallRulesCheck {
  private HallRulesCheck() {}

  /**
   * One problem.
   *
   * @param kind what
   * @param about the line, window number, prefix or span it is about, to be put into the sentence;
   *     blank where it is about the rules as a whole
   */
  public record Problem(Kind kind, String about) {
    /** The key of its sentence in the texts, which takes {@link #about()} as its argument. */
    public String key() {
      return "rules-problem." + kind;
    }
  }

  /** Kinds of problems. */
  public enum Kind {
    /** The hall has no name. */
    NAME_MISSING,
    /** The region code is not six digits. */
    REGION_WRONG,
    /** No opening hours. */
    NO_HOURS,
    /** A span ends before it begins, or at once. */
    HOURS_BACKWARDS,
    /** Two spans overlap, or stand in the wrong order. */
    HOURS_OVERLAP,
    /** No lines. */
    NO_LINES,
    /** Two lines with one id. */
    LINE_TWICE,
    /** Two lines with one prefix: two people would hold the same number. */
    PREFIX_TWICE,
    /** I and O are misread as 1 and 0. */
    PREFIX_CONFUSING,
    /** A prefix is one capital letter. */
    PREFIX_WRONG,
    /** Two lines with one place on the screen. */
    ORDER_TWICE,
    /** A line without a name. */
    LINE_UNNAMED,
    /** A line that no window serves: its tickets would never be called. */
    LINE_UNSERVED,
    /** No windows. */
    NO_WINDOWS,
    /** Two windows with one number, or a number below 1. */
    WINDOW_WRONG,
    /** A window without a name. */
    WINDOW_UNNAMED,
    /** A window that serves nothing. */
    WINDOW_IDLE,
    /** A window that serves a line which does not exist. */
    WINDOW_UNKNOWN_LINE,
    /** A window that names a line twice. */
    WINDOW_LINE_TWICE,
    /**
     * A ticket must be called at least once, at intervals and an undo time that are not negative.
     */
    CALLS_WRONG,
    /** A time-out must be above zero. */
    TIMEOUT_WRONG
  }

  /** Every problem, in the order of the file; empty when the rules are sound. */
  public static List<Problem> check(HallRules rules) {
    List<Problem> found = new ArrayList<>();
    whole(rules, found);
    hours(rules.hours(), found);
    lines(rules, found);
    windows(rules, found);
    return List.copyOf(found);
  }

  private static void whole(HallRules rules, List<Problem> found) {
    note(rules.name().zh().isBlank(), Kind.NAME_MISSING, "", found);
    note(!rules.region().matches("\\d{6}"), Kind.REGION_WRONG, rules.region(), found);
    HallRules.CallRules calls = rules.calls();
    boolean callable =
        calls.most() >= 1 && !calls.apart().isNegative() && !calls.undo().isNegative();
    note(!callable, Kind.CALLS_WRONG, "", found);
    note(!isPositive(rules.ratingTimeout()), Kind.TIMEOUT_WRONG, "rating", found);
    note(!isPositive(rules.kioskIdle()), Kind.TIMEOUT_WRONG, "kiosk", found);
    note(!isPositive(rules.kioskIdleElder()), Kind.TIMEOUT_WRONG, "kiosk-elder", found);
    note(!isPositive(rules.printerConfirm()), Kind.TIMEOUT_WRONG, "printer", found);
  }

  private static void hours(List<HallRules.Hours> hours, List<Problem> found) {
    note(hours.isEmpty(), Kind.NO_HOURS, "", found);
    HallRules.Hours before = null;
    for (HallRules.Hours span : hours) {
      String shown = span.from() + "–" + span.until();
      note(!span.from().isBefore(span.until()), Kind.HOURS_BACKWARDS, shown, found);
      note(
          before != null && span.from().isBefore(before.until()), Kind.HOURS_OVERLAP, shown, found);
      before = span;
    }
  }

  private static void lines(HallRules rules, List<Problem> found) {
    note(rules.lines().isEmpty(), Kind.NO_LINES, "", found);
    Set<String> ids = new HashSet<>();
    Map<String, String> prefixes = new HashMap<>();
    Set<Integer> orders = new HashSet<>();
    for (Line line : rules.lines()) {
      String prefix = line.prefix();
      note(!ids.add(line.id()), Kind.LINE_TWICE, line.id(), found);
      note(!prefix.matches("[A-Z]"), Kind.PREFIX_WRONG, prefix, found);
      note(prefix.equals("I") || prefix.equals("O"), Kind.PREFIX_CONFUSING, prefix, found);
      note(prefixes.put(prefix, line.id()) != null, Kind.PREFIX_TWICE, prefix, found);
      note(!orders.add(line.order()), Kind.ORDER_TWICE, line.id(), found);
      note(line.name().zh().isBlank(), Kind.LINE_UNNAMED, line.id(), found);
      note(rules.windowsOf(line.id()).isEmpty(), Kind.LINE_UNSERVED, line.id(), found);
    }
  }

  private static void windows(HallRules rules, List<Problem> found) {
    note(rules.windows().isEmpty(), Kind.NO_WINDOWS, "", found);
    Set<Integer> numbers = new HashSet<>();
    for (Window window : rules.windows()) {
      String no = String.valueOf(window.no());
      note(window.no() < 1 || !numbers.add(window.no()), Kind.WINDOW_WRONG, no, found);
      note(window.name().zh().isBlank(), Kind.WINDOW_UNNAMED, no, found);
      note(window.lines().isEmpty(), Kind.WINDOW_IDLE, no, found);
      Set<String> served = new HashSet<>();
      for (String line : window.lines()) {
        note(rules.line(line).isEmpty(), Kind.WINDOW_UNKNOWN_LINE, no + ": " + line, found);
        note(!served.add(line), Kind.WINDOW_LINE_TWICE, no + ": " + line, found);
      }
    }
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }

  private static void note(boolean holds, Kind kind, String about, List<Problem> found) {
    if (holds) {
      found.add(new Problem(kind, about));
    }
  }
}
