package cn.wuyouhall.virtual.printer;

import cn.wuyouhall.virtual.device.Awaiting;
import cn.wuyouhall.virtual.device.Device;
import cn.wuyouhall.virtual.device.Sender;
import cn.wuyouhall.virtual.golden.GoldenFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * An 80 mm ESC/POS ticket printer with a cutter. Real-time requests are answered at once, whatever
 * it is doing; everything else goes through the receive buffer in order and waits there while paper
 * is out or the cover is open, as in the real thing: after a refill the rest of an interrupted
 * ticket comes out, unless the printer was switched off or told to clear its buffer ({@code 10 05
 * 02}, {@code 10 14 08 …}).
 *
 * <p>Each cut makes one paper: {@code NNN.bin} with the bytes of its job, {@code NNN.png} with its
 * picture (drawn on a thread of its own). Paper torn off without a cut is kept as {@code NNN.torn}.
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

  private static final GoldenFrames FRAMES = GoldenFrames.load("printer");
  private static final GoldenFrames NOISE = GoldenFrames.load("noise");
  private static final int BUFFER = 512 * 1024;
  private static final int REMEMBERED = 100;
  private static final int NEVER = -1;

  private final Path folder;
  private final EscPosParser parser = new EscPosParser(this::command);
  private final PaperTape tape = new PaperTape();
  private final Deque<byte[]> buffer = new ArrayDeque<>();
  private final ByteArrayOutputStream job = new ByteArrayOutputStream();
  private final Deque<PrintedPaper> papers = new ArrayDeque<>();
  private final List<Consumer<PrintedPaper>> listeners = new ArrayList<>();
  private final ExecutorService artist =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("virtual-printer-picture").factory());

  private Sender sender = (bytes, after) -> {};
  private Roll roll = Roll.FULL;
  private boolean coverOpen;
  private boolean nearEndSensor = true;
  private volatile Mode mode = Mode.NORMAL;
  private int elementsUntilOut = NEVER;
  private boolean asb;
  private byte[] lastAsb = new byte[0];
  private int buffered;
  private long lost;
  private int number;
  private int printed;

  /**
   * @param folder where papers are kept, made when missing and continued when not empty; null keeps
   *     them only in memory
   */
  public VirtualTicketPrinter(Path folder) {
    this.folder = folder;
    this.number = folder == null ? 0 : lastNumber(folder);
  }

  private static int lastNumber(Path folder) {
    try {
      Files.createDirectories(folder);
      try (var files = Files.list(folder)) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.matches("\\d+\\.(bin|torn)"))
            .mapToInt(name -> Integer.parseInt(name.substring(0, name.indexOf('.'))))
            .max()
            .orElse(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("opening " + folder, e);
    }
  }

  @Override
  public synchronized void connect(Sender to) {
    sender = to;
  }

  @Override
  public boolean listening() {
    return mode != Mode.STUCK;
  }

  /** Calls back, on the picture thread, when a paper was cut and its picture is there. */
  public synchronized void onPaper(Consumer<PrintedPaper> listener) {
    listeners.add(listener);
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
    roll = Roll.NEAR_END;
    statusChanged();
  }

  /** The paper is out now. */
  public synchronized void paperOut() {
    roll = Roll.OUT;
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
    roll = Roll.FULL;
    elementsUntilOut = NEVER;
    coverOpen = false;
    statusChanged();
    print();
  }

  /** Opens or closes the cover. */
  public synchronized void cover(boolean open) {
    coverOpen = open;
    statusChanged();
    print();
  }

  /** Whether the printer has a near-end sensor; without one its bits stay 0. */
  public synchronized void nearEndSensor(boolean fitted) {
    nearEndSensor = fitted;
    statusChanged();
  }

  /** Changes the font, for what is printed from now on. */
  public synchronized void rom(Rom next) {
    tape.rom(next);
  }

  // What a person sees.

  /** What the paper sensors see. */
  public synchronized Roll roll() {
    return roll;
  }

  /** Whether the cover is open. */
  public synchronized boolean coverOpen() {
    return coverOpen;
  }

  /** How many bytes did not fit the buffer and were lost. */
  public synchronized long lost() {
    return lost;
  }

  /** How many papers were cut since the start. */
  public synchronized int printed() {
    return printed;
  }

  /** The last papers that were cut, oldest first, at most 100. */
  public synchronized List<PrintedPaper> papers() {
    return List.copyOf(papers);
  }

  /** Waits until that many papers were cut since the start; false when the time is over first. */
  public synchronized boolean awaitPrinted(int count, Duration atMost) throws InterruptedException {
    return Awaiting.until(this, () -> printed >= count, atMost);
  }

  /**
   * Waits until the pictures of all papers cut so far are there; false when the time is over first.
   */
  public boolean awaitPictures(Duration atMost) throws InterruptedException {
    try {
      artist.submit(() -> {}).get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
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
    } else if (buffered + c.length > BUFFER) {
      lost += c.length;
    } else {
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
      String frame =
          switch (c[2]) {
            case 1 -> "realtime-1" + (online() ? "" : "-offline");
            case 2 ->
                "realtime-2" + (coverOpen ? "-cover" : "") + (roll == Roll.OUT ? "-paper-end" : "");
            case 3 -> "realtime-3";
            case 4 -> "realtime-4" + paperSuffix("-end", "-end-no-near-sensor");
            default -> "";
          };
      if (!frame.isEmpty()) {
        answer(FRAMES.get(frame));
      }
    }
  }

  private String paperSuffix(String end, String endWithoutSensor) {
    return switch (roll) {
      case FULL -> "";
      case NEAR_END -> nearEndSensor ? "-near" : "";
      case OUT -> nearEndSensor ? end : endWithoutSensor;
    };
  }

  private boolean online() {
    return roll != Roll.OUT && !coverOpen;
  }

  /** Prints what the buffer holds, as long as there is paper under a closed cover. */
  private void print() {
    while (online() && !buffer.isEmpty()) {
      byte[] c = buffer.remove();
      buffered -= c.length;
      execute(c);
    }
  }

  private void execute(byte[] c) {
    boolean group = c[0] == 0x1D && c.length > 2;
    if (group && c[1] == 0x72) {
      answerInOrder(c[2]);
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

  /** 1D 72 n: answered when all before it is printed. */
  private void answerInOrder(byte n) {
    if (n == 1 || n == 0x31) {
      answer(FRAMES.get(roll == Roll.NEAR_END && nearEndSensor ? "end-of-job-near" : "end-of-job"));
    } else if (n == 2 || n == 0x32) {
      answer(FRAMES.get("drawer"));
    }
  }

  private void statusChanged() {
    notifyAll();
    String frame = "asb" + (coverOpen ? "-cover" : "") + paperSuffix("-paper-end", "-paper-end");
    byte[] now = FRAMES.get(frame);
    if (asb && !Arrays.equals(now, lastAsb)) {
      lastAsb = now;
      answer(now);
    }
  }

  private void answer(byte[] bytes) {
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
    if (tape.blank()) {
      job.reset();
      return;
    }
    PrintedPaper paper = keep(true, ".bin", ".png");
    papers.add(paper);
    if (papers.size() > REMEMBERED) {
      papers.remove();
    }
    printed++;
    notifyAll();
    List<Consumer<PrintedPaper>> tell = List.copyOf(listeners);
    artist.execute(() -> {
      picture(paper);
      tell.forEach(listener -> listener.accept(paper));
    });
  }

  private void tearOff() {
    if (!tape.blank()) {
      PrintedPaper torn = keep(false, ".torn", "-torn.png");
      artist.execute(() -> picture(torn));
    }
    job.reset();
  }

  private PrintedPaper keep(boolean cut, String bytesEnding, String pictureEnding) {
    number++;
    byte[] bytes = job.toByteArray();
    job.reset();
    Paper paper = tape.takeOff(cut);
    if (folder == null) {
      return new PrintedPaper(number, bytes, paper, null, null);
    }
    String name = String.format("%03d", number);
    Path bin = folder.resolve(name + bytesEnding);
    write(bin, bytes);
    return new PrintedPaper(number, bytes, paper, bin, folder.resolve(name + pictureEnding));
  }

  private static void picture(PrintedPaper paper) {
    if (paper.png() != null) {
      try {
        write(paper.png(), PaperPicture.png(paper.paper()));
      } catch (IOException e) {
        throw new UncheckedIOException("drawing " + paper.png(), e);
      }
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  @Override
  public void close() {
    artist.shutdown();
    try {
      artist.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
