package cn.wuyouhall.demo.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the checker reads with: written here from the standards, not from the program. */
class ReadersTest {
  @Test
  void sm3IsThatOfTheStandard() {
    assertEquals("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", hex("abc"));
    assertEquals(
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732", hex("abcd".repeat(16)));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(Sm3Sum.of(text.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void aPaperIsReadFromItsBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    put(bytes, 0x1B, 0x40, 0x1C, 0x26, 0x1B, 0x61, 1, 0x1D, 0x21, 0x33);
    bytes.writeBytes("A017\n社保医保\n".getBytes(Charset.forName("GB18030")));
    put(bytes, 0x1D, 0x28, 0x6B, 8, 0, 0x31, 0x50, 0x30);
    bytes.writeBytes("WYT1:".getBytes(StandardCharsets.US_ASCII));
    put(bytes, 0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x51, 0x30, 0x1D, 0x56, 0x42, 0);
    PrintedTicket paper = PrintedTicket.read("001.bin", bytes.toByteArray());
    assertEquals(Optional.of("A017"), paper.number());
    assertEquals(List.of("A017", "社保医保"), paper.lines());
    assertEquals(Optional.of(""), paper.ticket());
    assertEquals(1, paper.cuts());
    assertTrue(paper.endsWithCut());
  }

  private static void put(ByteArrayOutputStream bytes, int... values) {
    for (int value : values) {
      bytes.write(value);
    }
  }

  @Test
  void clearTextIsFoundInEachForm() {
    for (byte[] form : ClearText.forms("11010519491231002X")) {
      byte[] file = new byte[form.length + 20];
      System.arraycopy(form, 0, file, 13, form.length);
      assertTrue(ClearText.holds(file, form));
      file[15] ^= 1;
      assertFalse(ClearText.holds(file, form));
    }
    String coded =
        java.util.Base64.getEncoder()
            .encodeToString("{\"id\":\"11010519491231002X\"}".getBytes(StandardCharsets.UTF_8));
    assertTrue(
        ClearText.forms("11010519491231002X").stream()
            .anyMatch(form -> ClearText.holds(coded.getBytes(StandardCharsets.US_ASCII), form)));
  }

  @Test
  void workingDaysJumpTheGoldenWeek() {
    WorkingDays days = new WorkingDays();
    String item = "11610829YB6187483E461010100100101";
    long lastDay = Instant.parse("2026-09-30T01:00:00Z").toEpochMilli();
    // 8 working days: 8, 9, 10 (worked), 12 to 16 October.
    assertEquals("2026-10-16", days.due(item, "promisedLimit", lastDay).orElseThrow().toString());
  }
}
