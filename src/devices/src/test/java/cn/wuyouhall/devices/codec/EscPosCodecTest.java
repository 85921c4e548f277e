package cn.wuyouhall.devices.codec;

import static cn.wuyouhall.devices.codec.Streams.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.devices.Paper;
import cn.wuyouhall.domain.devices.Paper.Align;
import cn.wuyouhall.domain.devices.Paper.Part;
import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EscPosCodecTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final EscPosCodec WIDE = new EscPosCodec(EscPosCodec.WIDE);

  @Test
  void theFixedBytesAreThoseOfTheTable() {
    assertEquals("1B40" + "1D6100", hex(EscPosCodec.opening()));
    assertEquals("1D7201", hex(EscPosCodec.endOfJob()));
    assertEquals("100404", hex(EscPosCodec.askStatus(4)));
  }

  @Test
  void aLineIsSetSizedAlignedAndWrittenAsGb18030() {
    Paper paper =
        new Paper(
            List.of(
                new Part.Text("吴堡", 2, Align.CENTRE, true),
                new Part.Text("A1", 2, Align.LEFT, false)));
    assertEquals(
        "1C26"
            + "1B6101"
            + "1B4501"
            + "1D2111"
            + "CEE2B1A4"
            + "0A"
            + "1B6100"
            + "1B4500"
            + "4131"
            + "0A"
            + "1D564200",
        hex(WIDE.encode(paper)));
  }

  @Test
  void aQrCodeCountsBytes() {
    byte[] bytes = WIDE.encode(new Paper(List.of(new Part.Qr("TICKET"))));
    assertEquals(
        "1C26"
            + "1B6101"
            + "1D286B0400314132"
            + "00"
            + "1D286B0300314306"
            + "1D286B0300314531"
            + "1D286B0900315030"
            + "5449434B4554"
            + "1D286B0300315130"
            + "1D564200",
        hex(bytes));
    String longPayload = "x".repeat(300);
    String longer = hex(WIDE.encode(new Paper(List.of(new Part.Qr(longPayload)))));
    assertTrue(longer.contains("1D286B2F01315030"), "303 = 012F, low byte first");
  }

  @Test
  void rulesAndFeeds() {
    assertEquals(
        "1C26" + "1D2110" + "2D".repeat(24) + "0A" + "1B6403" + "1D564200",
        hex(WIDE.encode(new Paper(List.of(new Part.Rule(), new Part.Feed(3))))));
  }

  @Test
  void noTextHoldsACommand() {
    byte[] bytes =
        WIDE.encode(
            new Paper(List.of(new Part.Text("A\u001B@\u0010\u0004B", 1, Align.LEFT, false))));
    assertEquals("1C26" + "4120402020420A" + "1D564200", hex(bytes));
  }

  @Test
  void aStandardTicketTakesLessThan400Bytes() {
    int length = WIDE.encode(standardTicket()).length + 5 + 3 + 3;
    assertTrue(length <= 400, length + " bytes");
  }

  @Test
  void linesBreakAtThePapersWidthAndNotInsideANumber() {
    assertEquals(
        List.of("\u8BF7\u5230", "A023\u7A97", "\u53E3"),
        EscPosCodec.lines("\u8BF7\u5230A023\u7A97\u53E3", 6));
    assertEquals(
        List.of("\u8BF7\u5E26\u8EAB", "\u4EFD\u8BC1\u3002"),
        EscPosCodec.lines("\u8BF7\u5E26\u8EAB\u4EFD\u8BC1\u3002", 6));
    assertEquals(List.of("aaaaaa", "aa"), EscPosCodec.lines("aaaaaaaa", 6));
    assertEquals(List.of("a", "b"), EscPosCodec.lines("a\nb", 6));
    assertEquals(List.of(""), EscPosCodec.lines("", 6));
  }

  @Property(tries = 500)
  void noLineIsWiderThanThePaperAndNothingIsLost(
      @ForAll String text, @ForAll @IntRange(min = 4, max = 48) int width) {
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Z}\\s]", "");
    List<String> lines = EscPosCodec.lines(clean, width);
    for (String line : lines) {
      int columns = line.codePoints().map(c -> c < 0x80 ? 1 : 2).sum();
      assertTrue(columns <= width, line);
    }
    assertEquals(clean, String.join("", lines));
  }

  @Property(tries = 300)
  void textsReadBackAsWritten(@ForAll("chinese") String text) {
    byte[] bytes =
        new EscPosCodec(10_000)
            .encode(new Paper(List.of(new Part.Text(text, 1, Align.LEFT, false))));
    String body = new String(bytes, 2, bytes.length - 2 - 4 - 1, GB18030);
    assertEquals(text, body);
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<String> chinese() {
    return net.jqwik.api.Arbitraries.strings()
        .withCharRange('\u4E00', '\u9FA5')
        .withCharRange('A', 'Z')
        .ofMinLength(1)
        .ofMaxLength(60);
  }

  private static Paper standardTicket() {
    return new Paper(
        List.of(
            new Part.Text("吴堡县政务服务大厅", 2, Align.CENTRE, false),
            new Part.Text("A023", 4, Align.CENTRE, true),
            new Part.Text("社会事务 1至6号窗口", 1, Align.CENTRE, false),
            new Part.Text("前面7人 约15-25分钟", 1, Align.CENTRE, false),
            new Part.Rule(),
            new Part.Text("请带:身份证(或电子证照)、营业执照", 1, Align.LEFT, false),
            new Part.Text("2026-11-23 10:42", 1, Align.LEFT, false),
            new Part.Qr("WYH1:T:0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"),
            new Part.Text("请留意叫号,过号请到导办台。谢谢", 1, Align.CENTRE, false)));
  }
}
