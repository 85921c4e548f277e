package cn.wuyouhall.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.domain.devices.Scanner.Scan;
import java.nio.charset.Charset;
import java.util.List;
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
}
