package cn.wuyouhall.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.devices.codec.EscPosCodec;
import cn.wuyouhall.devices.codec.StripLedCodec;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.LineSpec;
import cn.wuyouhall.devices.line.Wires;
import cn.wuyouhall.domain.devices.DeviceState.Health;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.devices.Paper;
import cn.wuyouhall.domain.devices.Paper.Align;
import cn.wuyouhall.domain.devices.Paper.Part;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.domain.devices.TicketPrinter.PrintResult;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.testkit.pty.Pty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Drivers on real ports of the kernel's, whose cables are pulled. */
@EnabledOnOs(OS.LINUX)
class DevicesOnPseudoTerminalTest {
  private static final int GARBAGE = 400 * 1024;
  private static final Paper TICKET =
      new Paper(List.of(new Part.Text("A023", 4, Align.CENTRE, true)));

  @TempDir private Path folder;
  private Far far;

  /** The far end: a terminal and the thread that listens on it. */
  private static final class Far {
    private final Pty pty = Pty.open();
    private final FakePrinter printer = new FakePrinter(b -> say(b));
    private final Random random = new Random(7);
    private volatile Consumer<byte[]> device = printer::hear;
    private volatile boolean pulled;
    private final Thread ears = Thread.ofPlatform().daemon().start(this::listen);

    private void listen() {
      try {
        while (!pulled) {
          byte[] heard = pty.read(20);
          if (heard.length > 0) {
            device.accept(heard);
          }
        }
      } catch (IOException e) {
        pulled = true;
      }
    }

    /** Plays another device than a printer. */
    void play(Consumer<byte[]> other) {
      device = other;
    }

    void say(byte... bytes) {
      try {
        pty.write(bytes);
      } catch (IOException e) {
        // Pulled in the middle of an answer.
        pulled = true;
      }
    }

    void sayGarbage(int length) {
      byte[] garbage = new byte[length];
      random.nextBytes(garbage);
      say(garbage);
    }

    void pull() {
      pulled = true;
      if (Thread.currentThread() != ears) {
        try {
          ears.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      pty.close();
    }
  }

  @AfterEach
  void pull() {
    far.pull();
  }

  @Test
  void aTicketIsPrintedOverARealPort() throws IOException {
    plug();
    try (EscPosPrinter printer = printer()) {
      Bench.untilCode(printer, "");
      assertEquals(new PrintResult.Printed(), printer.print(TICKET));
      assertEquals(1, far.printer.tickets());
    }
  }

  @Test
  void aCablePulledInATicketLeavesItUnknownAndTheNextIsPrinted() throws IOException {
    plug();
    try (EscPosPrinter printer = printer()) {
      Bench.untilCode(printer, "");
      far.printer.onTicket(_ -> far.pull());
      far.printer.answersJobs(true);
      PrintResult result = printer.print(TICKET);
      assertEquals(new PrintResult.Unknown("CUT_OFF"), result);
      plug();
      Bench.untilCode(printer, "");
      assertEquals(new PrintResult.Printed(), printer.print(TICKET));
      assertEquals(1, far.printer.tickets());
    }
  }

  @Test
  void garbageFromAScannerIsToldAndTheNextCodeIsRead() throws IOException {
    plug();
    List<Scan> scans = new CopyOnWriteArrayList<>();
    try (LineScanner scanner = new LineScanner(line(), Bench.CLOCK)) {
      scanner.onScan(scans::add);
      Bench.untilCode(scanner, "");
      far.sayGarbage(GARBAGE);
      Bench.untilCode(scanner, "GARBAGE");
      far.say("\rA023\r".getBytes(StandardCharsets.US_ASCII));
      Bench.until("scanned", () -> scans.contains(new Scan.Text("A023")));
      assertEquals(Health.GOOD, scanner.state().health());
    }
  }

  @Test
  void garbageFromAPadIsToldAndIsNoGrade() throws IOException {
    plug();
    List<Grade> grades = new CopyOnWriteArrayList<>();
    try (BusRatingPad pad =
        new BusRatingPad(line(), PadProfile.parse("").orElseThrow(), Bench.CLOCK)) {
      pad.onGrade(grades::add);
      Bench.untilCode(pad, "");
      assertTrue(pad.ask());
      far.sayGarbage(GARBAGE);
      Bench.untilCode(pad, "GARBAGE");
      assertEquals(List.of(), grades);
      far.say(HexFormat.of().parseHex("FF68030368" + "011103" + "1516"));
      Bench.until("graded", () -> grades.equals(List.of(Grade.DISSATISFIED)));
      assertEquals(Health.GOOD, pad.state().health());
    }
  }

  @Test
  void garbageFromAReaderIsToldAndIsNoCard() throws IOException {
    plug();
    AtomicBoolean garbles = new AtomicBoolean();
    far.play(_ -> {
      if (garbles.get()) {
        far.sayGarbage(2_000);
      } else {
        far.say(HexFormat.of().parseHex("AAAAAA9669" + "000400008084"));
      }
    });
    List<CardEvent> events = new CopyOnWriteArrayList<>();
    try (SdtIdReader reader = new SdtIdReader(line(), Bench.QUICK, Bench.CLOCK)) {
      reader.onCard(events::add);
      Bench.untilCode(reader, "");
      garbles.set(true);
      Bench.untilCode(reader, "GARBAGE");
      garbles.set(false);
      Bench.untilCode(reader, "");
      assertEquals(List.of(), events);
    }
  }

  @Test
  void garbageFromAPrinterIsToldAndConfirmsNoPaper() throws IOException {
    plug();
    try (EscPosPrinter printer = printer()) {
      Bench.untilCode(printer, "");
      far.play(bytes -> {
        far.sayGarbage(200);
        far.printer.hear(bytes);
      });
      assertEquals(new PrintResult.Failed("GARBAGE"), printer.print(TICKET));
      assertEquals("GARBAGE", printer.state().code());
      assertEquals(0, far.printer.tickets());
      far.play(far.printer::hear);
      Bench.untilCode(printer, "");
      assertEquals(new PrintResult.Printed(), printer.print(TICKET));
      assertEquals(1, far.printer.tickets());
    }
  }

  @Test
  void garbageFromAStripChangesNothing() throws IOException {
    plug();
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    far.play(heard::writeBytes);
    StripLedCodec codec = new StripLedCodec(1, StripLedCodec.Checksum.SUM);
    try (StripWindowDisplay strip = new StripWindowDisplay(line(), codec, Bench.CLOCK)) {
      Bench.untilCode(strip, "");
      far.sayGarbage(GARBAGE);
      strip.show("A023");
      Bench.until("shown", () -> Arrays.equals(codec.show("A023"), heard.toByteArray()));
      assertEquals(Health.GOOD, strip.state().health());
    }
  }

  @Test
  void aPrinterThatAnswersNothingGetsNoTicketAndIsTold() throws IOException {
    plug();
    try (EscPosPrinter printer = printer()) {
      Bench.untilCode(printer, "");
      far.play(_ -> {});
      assertEquals(new PrintResult.Failed("NO_ANSWER"), printer.print(TICKET));
      assertEquals("NO_ANSWER", printer.state().code());
      far.play(far.printer::hear);
      Bench.untilCode(printer, "");
      assertEquals(0, far.printer.tickets());
    }
  }

  @Test
  void aPrinterThatFallsSilentInATicketLeavesItUnknownAndPrintsItOnce() throws IOException {
    plug();
    try (EscPosPrinter printer = printer()) {
      Bench.untilCode(printer, "");
      far.printer.onTicket(it -> {
        it.answersStatus(false);
        it.answersJobs(false);
      });
      assertEquals(new PrintResult.Unknown("NO_ANSWER"), printer.print(TICKET));
      far.printer.answersStatus(true);
      Bench.untilCode(printer, "");
      assertEquals(1, far.printer.tickets());
    }
  }

  @Test
  void pluggedInAndOutManyTimesNothingIsLeftBehind() throws IOException {
    plug();
    try (EscPosPrinter warm = printer()) {
      Bench.untilCode(warm, "");
    }
    int filesBefore = openFiles();
    long threadsBefore = threads();
    try (EscPosPrinter printer = printer()) {
      for (int i = 0; i < 15; i++) {
        Bench.untilCode(printer, "");
        assertEquals(new PrintResult.Printed(), printer.print(TICKET));
        far.pull();
        Bench.until("away", () -> printer.state().health() == Health.AWAY);
        plug();
      }
      Bench.untilCode(printer, "");
    }
    Bench.until("threads ended", () -> threads() <= threadsBefore);
    Bench.until("files closed", () -> openFiles() <= filesBefore);
    assertTrue(openFiles() > 0);
  }

  private void plug() throws IOException {
    far = new Far();
    Path port = folder.resolve("ttyTest");
    Files.deleteIfExists(port);
    Files.createSymbolicLink(port, Path.of(far.pty.path()));
  }

  private EscPosPrinter printer() {
    return new EscPosPrinter(
        line(), new EscPosCodec(EscPosCodec.WIDE), Confirm.JOB, Bench.QUICK, Bench.CLOCK);
  }

  private Line line() {
    LineSpec.Serial spec =
        new LineSpec.Serial(
            folder.resolve("ttyTest").toString(),
            9_600,
            8,
            1,
            LineSpec.Parity.NONE,
            LineSpec.Flow.NONE);
    return new Line("pty", spec, Wires.ofThisMachine(), Bench.MANNER);
  }

  private static int openFiles() {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return (int) files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of ours and of the serial library's; the test's own far end is not counted. */
  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread ->
            thread.getName().startsWith("line-") || thread.getName().startsWith("ticket-printer"))
        .count();
  }
}
