package cn.wuyouhall.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.devices.codec.EscPosCodec;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.LineSpec;
import cn.wuyouhall.devices.line.Wires;
import cn.wuyouhall.domain.devices.DeviceState.Health;
import cn.wuyouhall.domain.devices.Paper;
import cn.wuyouhall.domain.devices.Paper.Align;
import cn.wuyouhall.domain.devices.Paper.Part;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.domain.devices.TicketPrinter.PrintResult;
import cn.wuyouhall.testkit.pty.Pty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Drivers on real ports of the kernel's, whose cables are pulled. */
@EnabledOnOs(OS.LINUX)
class DevicesOnPseudoTerminalTest {
  private static final Paper TICKET =
      new Paper(List.of(new Part.Text("A023", 4, Align.CENTRE, true)));

  @TempDir private Path folder;
  private Far far;

  /** The far end: a terminal and the thread that listens on it. */
  private static final class Far {
    private final Pty pty = Pty.open();
    private final FakePrinter printer = new FakePrinter(this::say);
    private final Thread ears = Thread.ofPlatform().daemon().start(this::listen);
    private volatile boolean pulled;

    private void listen() {
      try {
        while (!pulled) {
          printer.hear(pty.read(20));
        }
      } catch (IOException e) {
        pulled = true;
      }
    }

    private void say(byte b) {
      try {
        pty.write(b);
      } catch (IOException e) {
        // Pulled in the middle of an answer.
        pulled = true;
      }
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
  void garbageWithoutEndIsToldAndStopsNothing() throws IOException {
    plug();
    far.printer.answersStatus(false);
    List<Scan> scans = new CopyOnWriteArrayList<>();
    try (LineScanner scanner = new LineScanner(line(), Bench.CLOCK)) {
      scanner.onScan(scans::add);
      Bench.untilCode(scanner, "");
      Random random = new Random(7);
      byte[] chunk = new byte[1024];
      for (int i = 0; i < 400; i++) {
        random.nextBytes(chunk);
        far.pty.write(chunk);
      }
      Bench.untilCode(scanner, "GARBAGE");
      far.pty.write("\rA023\r".getBytes(StandardCharsets.US_ASCII));
      Bench.until("scanned", () -> scans.contains(new Scan.Text("A023")));
      assertEquals(Health.GOOD, scanner.state().health());
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
