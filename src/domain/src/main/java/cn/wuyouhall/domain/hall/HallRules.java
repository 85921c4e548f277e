package cn.wuyouhall.domain.hall;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to the hall rather than to one station, in one version. Held in the hall database,
 * effective by date, cached by stations for times without it.
 *
 * @param version counts up with each import; 0 in a file that was never imported
 * @param effective first business day it holds on
 * @param name the hall's name
 * @param region region code, six digits (610829)
 * @param hours opening hours of every business day, in order, in the hall's zone
 * @param lines business lines in the order shown
 * @param windows windows in hall order
 * @param calls rules of calling
 * @param ratingTimeout idle time after which a pad gives up
 * @param kioskIdle idle time after which a kiosk wipes and returns to its first page
 * @param kioskIdleElder the same in large type
 * @param printerConfirm how long a ticket printer may take to confirm a ticket before nobody knows
 *     whether it came; real time, read when a station starts
 * @param notices sentences at the foot of the board
 */
public record HallRules(
    long version,
    LocalDate effective,
    Name name,
    String region,
    List<Hours> hours,
    List<Line> lines,
    List<Window> windows,
    CallRules calls,
    Duration ratingTimeout,
    Duration kioskIdle,
    Duration kioskIdleElder,
    Duration printerConfirm,
    List<Name> notices) {
  /** Of a printer, in rules that an older program stored. */
  private static final Duration PRINTER_CONFIRM = Duration.ofSeconds(8);

  public HallRules {
    kioskIdleElder = kioskIdleElder == null ? kioskIdle.multipliedBy(2) : kioskIdleElder;
    printerConfirm = printerConfirm == null ? PRINTER_CONFIRM : printerConfirm;
    hours = List.copyOf(hours);
    lines = List.copyOf(lines);
    windows = List.copyOf(windows);
    notices = List.copyOf(notices);
  }

  /** One span of opening, start included, end not. */
  public record Hours(LocalTime from, LocalTime until) {}

  /**
   * Rules of calling.
   *
   * @param most how many times a ticket is called before it may be a no-show
   * @param apart the least time between two calls of one ticket
   * @param undo how long a wrong key can be taken back
   */
  public record CallRules(int most, Duration apart, Duration undo) {}

  /** The line with this id. */
  public Optional<Line> line(String id) {
    return lines.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /** The window with this number. */
  public Optional<Window> window(int no) {
    return windows.stream().filter(window -> window.no() == no).findFirst();
  }

  /** The numbers of the windows that serve a line, in hall order. */
  public List<Integer> windowsOf(String line) {
    return windows.stream().filter(w -> w.lines().contains(line)).map(Window::no).toList();
  }

  /** Whether the hall is open at this time of a business day. */
  public boolean openAt(LocalTime time) {
    return hours.stream().anyMatch(h -> !time.isBefore(h.from()) && time.isBefore(h.until()));
  }

  /** When the hall opens next on the same day, after this time. */
  public Optional<LocalTime> opensAfter(LocalTime time) {
    return hours.stream().map(Hours::from).filter(from -> from.isAfter(time)).findFirst();
  }
}
