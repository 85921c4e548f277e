package cn.wuyouhall.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LineScannerTest {
  private final Bench bench = new Bench();

  @Test
  void tellsEachCodeAndWhatIsDamaged() {
    List<Scan> scans = new CopyOnWriteArrayList<>();
    try (LineScanner scanner = new LineScanner(bench.line(), Bench.CLOCK)) {
      scanner.onScan(scans::add);
      Bench.untilCode(scanner, "");
      bench.device.say("预约 1\r\n".getBytes(Charset.forName("GB18030")));
      bench.device.say((byte) 0xFF, (byte) '\r');
      Bench.until("scanned", () -> scans.size() == 2);
      assertEquals(List.of(new Scan.Text("预约 1"), new Scan.Damaged()), scans);
      bench.device.say((byte) 0xFF, (byte) '\r', (byte) 0xFF, (byte) '\r');
      Bench.untilCode(scanner, "GARBAGE");
      bench.device.say("A\r".getBytes(Charset.forName("GB18030")));
      Bench.untilCode(scanner, "");
    }
  }

  @Test
  void bytesWithoutEndAreGarbageAndTheNextCodeIsRead() {
    List<Scan> scans = new CopyOnWriteArrayList<>();
    try (LineScanner scanner = new LineScanner(bench.line(), Bench.CLOCK)) {
      scanner.onScan(scans::add);
      Bench.untilCode(scanner, "");
      assertEquals(Optional.empty(), scanner.state().lastSeen(), "an open line says nothing");
      bench.device.say(new byte[20_000]);
      Bench.untilCode(scanner, "GARBAGE");
      assertEquals(List.of(), scans);
      bench.device.say("\rA\r".getBytes(StandardCharsets.US_ASCII));
      Bench.untilCode(scanner, "");
      assertEquals(List.of(new Scan.Damaged(), new Scan.Text("A")), scans);
      assertEquals(Optional.of(Bench.CLOCK.instant()), scanner.state().lastSeen());
    }
  }

  @Test
  void halfACodeBeforeACutIsNoPartOfTheNext() {
    List<Scan> scans = new CopyOnWriteArrayList<>();
    try (LineScanner scanner = new LineScanner(bench.line(), Bench.CLOCK)) {
      scanner.onScan(scans::add);
      Bench.untilCode(scanner, "");
      int openings = bench.device.openings();
      bench.device.say("A0".getBytes(StandardCharsets.US_ASCII));
      Bench.until("half heard", bench.device::isHeardOut);
      bench.device.cut(300);
      Bench.until("back", () -> bench.device.openings() > openings);
      Bench.untilCode(scanner, "");
      bench.device.say("23\r".getBytes(StandardCharsets.US_ASCII));
      Bench.until("scanned", () -> scans.equals(List.of(new Scan.Text("23"))));
    }
  }

  @Test
  void aClosedDeviceSaysSoAlsoWhenItWasAway() {
    bench.device.refuse(Trouble.NO_PORT);
    LineScanner scanner = new LineScanner(bench.line(), Bench.CLOCK);
    Bench.untilCode(scanner, "NO_PORT");
    scanner.close();
    assertEquals("CLOSED", scanner.state().code());
    scanner.close();
  }
}
