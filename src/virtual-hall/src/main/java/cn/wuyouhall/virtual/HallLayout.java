package cn.wuyouhall.virtual;

import cn.wuyouhall.virtual.wire.PtyWire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which devices a virtual hall has and where their lines are.
 *
 * @param lines the folder for the lines' names ({@code lines/printer})
 * @param papers the folder for printed papers; of several printers each beyond the first has a
 *     folder of its name in it
 * @param slots the devices
 * @param speed how many times faster than their baud rates the lines run, at most 1,000; 1 is true
 *     to life
 * @param tcp whether lines are TCP listeners in place of pseudo-terminals
 */
public record HallLayout(Path lines, Path papers, List<Slot> slots, double speed, boolean tcp) {
  private static final double FASTEST = 1_000;

  /**
   * One device.
   *
   * @param name its name, also that of its line
   * @param kind what it is
   * @param baud the pace of its line, 8N1
   * @param port the TCP port, 0 for any free one; not used on a pseudo-terminal
   */
  public record Slot(String name, DeviceKind kind, int baud, int port) {
    /** Refuses what no line can be, in words. */
    public Slot {
      check(
          name.matches("[A-Za-z0-9][A-Za-z0-9_-]*"),
          "a device's name is letters, digits, - and _: " + name);
      check(baud > 0, "a baud rate is above 0: " + baud);
      check(port >= 0 && port <= 65_535, "a port is 0 to 65535: " + port);
    }
  }

  /** Refuses two devices of one name and a speed that is none, in words. */
  public HallLayout {
    slots = List.copyOf(slots);
    check(speed > 0 && speed <= FASTEST, "the speed is above 0 and at most 1000: " + speed);
    check(
        slots.stream().map(Slot::name).distinct().count() == slots.size(),
        "each device has a name of its own");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * A kiosk (printer, reader, scanner) and one window (pad, strip, reader and scanner on the desk),
   * as the demo has them.
   */
  public static HallLayout usual(Path folder) {
    return new HallLayout(
        folder,
        folder.resolve("papers"),
        List.of(
            new Slot("printer", DeviceKind.TICKET_PRINTER, 115_200, 0),
            new Slot("reader", DeviceKind.ID_READER, 115_200, 0),
            new Slot("scanner", DeviceKind.SCANNER, 9_600, 0),
            new Slot("pad", DeviceKind.RATING_PAD, 9_600, 0),
            new Slot("led", DeviceKind.WINDOW_DISPLAY, 9_600, 0),
            new Slot("desk-reader", DeviceKind.ID_READER, 115_200, 0),
            new Slot("desk-scanner", DeviceKind.SCANNER, 9_600, 0)),
        1,
        !PtyWire.available());
  }

  /** The same with its papers elsewhere. */
  public HallLayout withPapers(Path folder) {
    return new HallLayout(lines, folder, slots, speed, tcp);
  }

  /** The same with faster lines. */
  public HallLayout withSpeed(double times) {
    return new HallLayout(lines, papers, slots, times, tcp);
  }

  /** The same on TCP. */
  public HallLayout onTcp() {
    return new HallLayout(lines, papers, slots, speed, true);
  }

  /** The same with these devices only. */
  public HallLayout withSlots(List<Slot> only) {
    return new HallLayout(lines, papers, only, speed, tcp);
  }

  /** The same with one device put in or, where its name is taken, exchanged. */
  public HallLayout with(Slot slot) {
    List<Slot> next = new ArrayList<>();
    boolean exchanged = false;
    for (Slot old : slots) {
      boolean same = old.name().equals(slot.name());
      next.add(same ? slot : old);
      exchanged |= same;
    }
    if (!exchanged) {
      next.add(slot);
    }
    return withSlots(next);
  }
}
