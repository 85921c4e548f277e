package cn.wuyouhall.virtual.printer;

import cn.wuyouhall.virtual.device.Awaiting;
import cn.wuyouhall.virtual.device.Device;
import cn.wuyouhall.virtual.device.Sender;
import cn.wuyouhall.virtual.golden.GoldenFrames;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * An 80 mm ESC/POS ticket printer with a cutter. Real-time requests are answered at once, whatever
 * it is doing; everything else goes through the receive buffer in order and waits there while paper
 * is out or the cover is open, as in the real thing: after a refill the rest of an interrupted
 * ticket comes out, unless the printer was switched off or told to clear its buffer ({@code 10 05
 * 02}, {@code 10 14 08 …}).
 *
 * <p>Each cut makes one paper; what is torn off without a cut is kept too ({@link PaperTray}).
 * Status bytes: device facts, "Ticket printers: ESC/POS".
 */
public final class VirtualTicketPrinter implements Device, AutoCloseable {
  /** What the near-end sensor and the paper switch see. */
  public enum Roll {
    FULL,
    NEAR_END,
    OUT
  }

  /** How the printer behaves. */
  public enum Mode {
    NORMAL,
    /** Switched off: takes nothing in, prints nothing, answers nothing. */
    SILENT,
    /** Prints, but its answers never arrive: a cable with one wire broken. */
    MUTE,
    /** Leaves its bytes on the line until the line is full: a write to it blocks. */
    STUCK,
    /** Prints, but answers nonsense. */
    GARBAGE
  }

  private static final GoldenFrames NOISE = GoldenFrames.load("noise");
  private static final int BUFFER = 512 * 1024;
  private static final int NEVER = -1;

  private final PaperTray tray;
  private final Sensors sensors = new Sensors();
  private final EscPosParser parser = new EscPosParser(this::command);
  private final PaperTape tape = new PaperTape();
  private final Deque<byte[]> buffer = new ArrayDeque<>();
  private final ByteArrayOutputStream job = new ByteArrayOutputStream();

  private Sender sender = (bytes, after) -> {};
  private volatile Mode mode = Mode.NORMAL;
  private int elementsUntilOut = NEVER;
  private boolean asb;
  private byte[] lastAsb = new byte[0];
  private int buffered;

  /**
   * @param folder where papers are kept, made when missing and continued when not empty; null keeps
   *     them only in memory
   */
  public VirtualTicketPrinter(Path folder) {
    this.tray = new PaperTray(folder);
  }

  @Override
  public synchronized void connect(Sender to) {
    sender = to;
  }

  @Override
  public boolean listening() {
    return mode != Mode.STUCK;
  }

  // Hands on the printer.

  /**
   * Sets how the printer behaves; coming back from {@link Mode#SILENT} it starts with an empty
   * buffer.
   */
  public synchronized void mode(Mode next) {
    if (mode == Mode.SILENT && next != Mode.SILENT) {
      restart();
    }
    mode = next;
    statusChanged();
  }

  /** How the printer behaves. */
  public Mode mode() {
    return mode;
  }

  /** The roll gets thin. */
  public synchronized void nearEnd() {
    sensors.roll(Roll.NEAR_END);
    statusChanged();
  }

  /** The paper is out now. */
  public synchronized void paperOut() {
    sensors.roll(Roll.OUT);
    elementsUntilOut = NEVER;
    statusChanged();
  }

  /** The paper is out after that many further lines, codes, pictures or feeds: mid-ticket. */
  public synchronized void paperOutAfter(int elements) {
    if (elements <= 0) {
      paperOut();
    } else {
      elementsUntilOut = elements;
    }
  }

  /**
   * A new roll is put in and the cover closed.
   *
   * @param clear whether the printer was switched off meanwhile and forgot its buffer; else it
   *     prints the rest of what it holds
   */
  public synchronized void refill(boolean clear) {
    if (clear) {
      restart();
    }
    sensors.roll(Roll.FULL);
    elementsUntilOut = NEVER;
    sensors.coverOpen(false);
    statusChanged();
    print();
  }

  /** Opens or closes the cover. */
  public synchronized void cover(boolean open) {
    sensors.coverOpen(open);
    statusChanged();
    print();
  }

  /** Whether the printer has a near-end sensor; without one its bits stay 0. */
  public synchronized void nearEndSensor(boolean fitted) {
    sensors.nearEndSensor(fitted);
    statusChanged();
  }

  /** Changes the font, for what is printed from now on. */
  public synchronized void rom(Rom next) {
    tape.rom(next);
  }

  // What a person sees.

  /** What the paper sensors see. */
  public synchronized Roll roll() {
    return sensors.roll();
  }

  /** Whether the cover is open. */
  public synchronized boolean coverOpen() {
    return sensors.coverOpen();
  }

  /** Whether the paper will be out in mid-ticket. */
  public synchronized boolean runsOutSoon() {
    return elementsUntilOut != NEVER;
  }

  /** How many papers were cut since the start. */
  public synchronized int printed() {
    return tray.cut();
  }

  /** The last papers that were cut, oldest first, at most 100. */
  public synchronized List<PrintedPaper> papers() {
    return tray.papers();
  }

  /** Waits until that many papers were cut since the start; false when the time is over first. */
  public synchronized boolean awaitPrinted(int count, Duration atMost) throws InterruptedException {
    return Awaiting.until(this, () -> tray.cut() >= count, atMost);
  }

  /**
   * Waits until the pictures of all papers cut so far are there; false when the time is over first.
   */
  public boolean awaitPictures(Duration atMost) throws InterruptedException {
    return tray.awaitPictures(atMost);
  }

  // Bytes.

  @Override
  public synchronized void received(byte[] bytes) {
    if (mode == Mode.SILENT) {
      return;
    }
    for (byte b : bytes) {
      parser.accept(b);
    }
    print();
  }

  private void command(byte[] c) {
    if (c[0] == 0x10 && c.length > 2) {
      realTime(c);
    } else if (buffered + c.length <= BUFFER) {
      // What does not fit is lost.
      buffered += c.length;
      buffer.add(c);
    }
  }

  private void realTime(byte[] c) {
    boolean clears = (c[1] == 0x05 && c[2] == 2) || (c[1] == 0x14 && c[2] == 8);
    if (clears) {
      tearOff();
      buffer.clear();
      buffered = 0;
      tape.initialise();
    } else if (c[1] == 0x04) {
      answer(sensors.realTime(c[2]));
    }
  }

  /** Prints what the buffer holds, as long as it is on and has paper under a closed cover. */
  private void print() {
    while (mode != Mode.SILENT && sensors.online() && !buffer.isEmpty()) {
      byte[] c = buffer.remove();
      buffered -= c.length;
      execute(c);
    }
  }

  private void execute(byte[] c) {
    boolean group = c[0] == 0x1D && c.length > 2;
    if (group && c[1] == 0x72) {
      // Answered when all before it is printed.
      answer(sensors.inOrder(c[2]));
      return;
    }
    if (group && c[1] == 0x61) {
      asb = (c[2] & 0x0E) != 0;
      lastAsb = new byte[0];
      statusChanged();
      return;
    }
    if (job.size() < BUFFER) {
      job.writeBytes(c);
    }
    if (EscPosParser.cuts(c)) {
      tape.feed(c.length > 3 ? c[3] & 0xFF : 0);
      cut();
      return;
    }
    int before = tape.size();
    tape.apply(c);
    if (elementsUntilOut != NEVER) {
      elementsUntilOut -= tape.size() - before;
      if (elementsUntilOut <= 0) {
        paperOut();
      }
    }
  }

  private void statusChanged() {
    notifyAll();
    byte[] now = sensors.automatic();
    if (asb && !Arrays.equals(now, lastAsb)) {
      lastAsb = now;
      answer(now);
    }
  }

  private void answer(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    switch (mode) {
      case NORMAL, STUCK -> sender.send(bytes);
      case GARBAGE -> sender.send(NOISE.get("no-status"));
      case SILENT, MUTE -> {
        // Nothing arrives.
      }
    }
  }

  private void restart() {
    tearOff();
    parser.reset();
    buffer.clear();
    buffered = 0;
    tape.initialise();
    asb = false;
  }

  // Paper.

  private void cut() {
    if (!tape.blank()) {
      tray.cutOff(takeJob(), tape.takeOff(true));
      notifyAll();
    }
    job.reset();
  }

  private void tearOff() {
    if (!tape.blank()) {
      tray.tornOff(takeJob(), tape.takeOff(false));
    }
    job.reset();
  }

  private byte[] takeJob() {
    byte[] bytes = job.toByteArray();
    job.reset();
    return bytes;
  }

  @Override
  public void close() {
    tray.close();
  }
}
