package cn.wuyouhall.domain.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is called next at a window: of all its lines the one who has waited longest, priority classes
 * first, but never more than {@link #PRIORITY_IN_A_ROW} of them in a row while someone without
 * priority waits. So nobody waits for ever: at least every third call of a window takes the oldest
 * ordinary ticket of its lines.
 *
 * <p>A ticket's place is the time of its issue, which transfers, re-entries and replacements keep.
 * Of two issued in the same millisecond the line the window names first goes first, then the lower
 * id, which for UUIDv7 is the earlier one.
 */
public final class CallChoice {
  /** Priority calls in a row that a window may make while ordinary tickets wait. */
  public static final int PRIORITY_IN_A_ROW = 2;

  private CallChoice() {}

  /** The first ticket of its kind in a line. */
  public record Head(UUID ticket, Instant issuedAt) {}

  /**
   * The heads of one line.
   *
   * @param line the line's id
   * @param priority the oldest waiting ticket of any priority class
   * @param ordinary the oldest waiting ticket without one
   */
  public record LineHeads(String line, Optional<Head> priority, Optional<Head> ordinary) {}

  /**
   * The choice.
   *
   * @param ticket whom to call
   * @param line the line it waits in
   * @param priority whether it is called as a priority class
   * @param priorityRun the window's count to be kept for its next call
   */
  public record Chosen(UUID ticket, String line, boolean priority, int priorityRun) {}

  /**
   * The next ticket of a window; empty when nobody waits.
   *
   * @param lines the window's lines, in the order it names them
   * @param priorityRun priority calls this window has made in a row; 0 at the start of a day
   */
  public static Optional<Chosen> next(List<LineHeads> lines, int priorityRun) {
    Optional<Chosen> ordinary = oldest(lines, false, 0);
    if (ordinary.isPresent() && priorityRun >= PRIORITY_IN_A_ROW) {
      return ordinary;
    }
    // Capped, so that a long run while nobody else waited is not held against the priority classes
    // later.
    int run = Math.min(priorityRun + 1, PRIORITY_IN_A_ROW);
    return oldest(lines, true, run).or(() -> ordinary);
  }

  private static Optional<Chosen> oldest(List<LineHeads> lines, boolean priority, int run) {
    Head best = null;
    String line = "";
    for (LineHeads heads : lines) {
      Head head = (priority ? heads.priority() : heads.ordinary()).orElse(null);
      if (head != null && (best == null || head.issuedAt().isBefore(best.issuedAt()))) {
        best = head;
        line = heads.line();
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(new Chosen(best.ticket(), line, priority, run));
  }
}
