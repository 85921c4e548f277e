package cn.wuyouhall.devices.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.devices.Scanner.Scan;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScanCodecTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @Test
  void linesEndInCrLfOrBoth() {
    assertEquals(texts("A1", "B2", "C3", "D4"), fed("A1\rB2\nC3\r\n\r\nD4\r".getBytes(GB18030)));
  }

  @Test
  void chineseIsUtf8WhenItIsValidUtf8AndElseGb18030() {
    String text = "吴堡县 营业执照";
    assertEquals(texts(text), fed((text + "\r").getBytes(StandardCharsets.UTF_8)));
    assertEquals(texts(text), fed((text + "\r").getBytes(GB18030)));
    String rare = "𠮷野䶮";
    assertEquals(texts(rare), fed((rare + "\r").getBytes(GB18030)));
  }

  @Test
  void aWordThatIsValidInBothIsChinese() {
    assertEquals(texts("预约 1"), fed("预约 1\r".getBytes(GB18030)));
    assertEquals(texts("预约 1"), fed("预约 1\r".getBytes(StandardCharsets.UTF_8)));
    assertEquals(texts("\u9646\u8DEF"), fed("\u9646\u8DEF\r".getBytes(GB18030)));
    String withDot = "\u827E\u529B\u00B7\u4E70\u4E70\u63D0";
    assertEquals(texts(withDot), fed((withDot + "\r").getBytes(StandardCharsets.UTF_8)));
    assertEquals(texts(withDot), fed((withDot + "\r").getBytes(GB18030)));
  }

  // A stated seed: once in some hundred thousand, three characters of one encoding are two of the
  // other, and nobody can tell.
  @Property(tries = 1000, seed = "20261123")
  void chineseIsReadInBothEncodings(@ForAll long seed) {
    String text =
        new Random(seed)
            .ints(3, 0x4E00, 0x9FA6)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertEquals(texts(text), fed((text + "\r").getBytes(StandardCharsets.UTF_8)));
    assertEquals(texts(text), fed((text + "\r").getBytes(GB18030)));
  }

  @Test
  void whatIsNeitherIsDamaged() {
    assertEquals(
        List.of(new Scan.Damaged()), fed(new byte[] {'A', (byte) 0xFF, (byte) 0xFE, '\r'}));
    assertEquals(List.of(new Scan.Damaged()), fed(new byte[] {'A', 0, 1, 2, '\r'}));
  }

  @Test
  void aCodeThatIsTooLongIsDamagedAndTheNextIsNot() {
    byte[] endless = "9".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
    byte[] next = "\rA1\r".getBytes(StandardCharsets.US_ASCII);
    assertEquals(
        List.of(new Scan.Damaged(), new Scan.Text("A1")), fed(Streams.join(endless, next)));
    byte[] justTooLong = ("9".repeat(2_001) + "\r").getBytes(StandardCharsets.US_ASCII);
    assertEquals(List.of(new Scan.Damaged()), fed(justTooLong));
  }

  @Property(tries = 200)
  void portionsMakeNoDifference(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int most) {
    Random random = new Random(seed);
    byte[] stream =
        "预约码 20261123\r\nhttps://example.invalid/?a=1\rA023\n".getBytes(StandardCharsets.UTF_8);
    ScanCodec codec = new ScanCodec();
    List<Scan> scans = new ArrayList<>();
    Streams.portions(stream, most, random).forEach(portion -> codec.feed(portion, scans::add));
    assertEquals(texts("预约码 20261123", "https://example.invalid/?a=1", "A023"), scans);
  }

  @Property(tries = 100)
  void noiseNeverFailsAndTheNextCodeIsRead(@ForAll long seed) {
    ScanCodec codec = new ScanCodec();
    List<Scan> scans = new ArrayList<>();
    codec.feed(Streams.noise(30_000, new Random(seed)), scans::add);
    assertTrue(
        scans.stream()
            .allMatch(s -> !(s instanceof Scan.Text(String text)) || text.length() <= 2_000));
    scans.clear();
    codec.feed("\rA023\r".getBytes(StandardCharsets.US_ASCII), scans::add);
    assertEquals(new Scan.Text("A023"), scans.getLast());
  }

  private static List<Scan> texts(String... texts) {
    List<Scan> scans = new ArrayList<>();
    for (String text : texts) {
      scans.add(new Scan.Text(text));
    }
    return scans;
  }

  private static List<Scan> fed(byte[] bytes) {
    List<Scan> scans = new ArrayList<>();
    new ScanCodec().feed(bytes, scans::add);
    return scans;
  }
}
