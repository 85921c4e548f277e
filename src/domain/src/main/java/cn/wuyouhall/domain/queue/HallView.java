package cn.wuyouhall.domain.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The hall at a glance, read in one transaction: what the board, the guide desk and the call bar
 * show. Numbers only, no personal data.
 *
 * @param day the open business day, empty before the first of the hall's life
 * @param asOf when it was read
 * @param windows one row per window of the rules, in hall order
 * @param lines one row per line, in its order
 */
public record HallView(
    Optional<LocalDate> day, Instant asOf, List<WindowRow> windows, List<LineRow> lines) {
  public HallView {
    windows = List.copyOf(windows);
    lines = List.copyOf(lines);
  }

  /** What a window is doing, and since when; the call count rises with each (re)call. */
  public record WindowRow(
      int window,
      Optional<TicketNumber> number,
      Optional<TicketState> state,
      int calls,
      Optional<Instant> since) {}

  /** A line's figures today. */
  public record LineRow(
      String line,
      int waiting,
      int unconfirmed,
      Optional<Instant> oldest,
      int issued,
      int served,
      int noShow,
      int held) {}
}
