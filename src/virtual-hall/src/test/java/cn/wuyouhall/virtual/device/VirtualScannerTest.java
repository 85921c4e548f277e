package cn.wuyouhall.virtual.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VirtualScannerTest {
  private final VirtualScanner scanner = new VirtualScanner();
  private final Sent sent = new Sent();

  @Test
  void linesEndAndEncodeAsSetUp() {
    scanner.connect(sent);
    scanner.scan("A0");
    assertEquals("41300D", sent.hex());
    assertTrue(scanner.suffix("crlf"));
    scanner.scan("请");
    assertEquals("E8AFB70D0A", sent.hex());
    scanner.encoding(VirtualScanner.Encoding.GBK);
    assertFalse(scanner.suffix("tab"));
    scanner.scan("请");
    assertEquals("C7EB0D0A", sent.hex());
    scanner.scan("9".repeat(10_000));
    assertEquals(4098, sent.take().length);
  }
}
