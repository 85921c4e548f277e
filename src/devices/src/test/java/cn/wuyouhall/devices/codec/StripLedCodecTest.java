package cn.wuyouhall.devices.codec;

import static cn.wuyouhall.devices.codec.Streams.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.devices.codec.StripLedCodec.Checksum;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StripLedCodecTest {
  @Test
  void showsATextAsGbk() {
    // Sum of 01 00 99 00 63, C7 EB (a character), 41, FF = 3EF
    assertEquals(
        "AA01BB5154EF" + "0100990063" + "C7EB41" + "FF",
        hex(new StripLedCodec(1, Checksum.SUM).show("请A")));
  }

  @Test
  void otherMakersOtherChecksums() {
    // 01 ^ 99 ^ 63 ^ 41 ^ FF = 45
    assertEquals(
        "AA02BB515445" + "010099006341FF", hex(new StripLedCodec(2, Checksum.XOR).show("A")));
    assertEquals(0x31C3, StripLedCodec.crc16("123456789".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(5 + 2 + 7, new StripLedCodec(2, Checksum.CRC16).show("A").length);
  }

  @Test
  void noTextCanEndTheFrameEarly() {
    String shown = hex(new StripLedCodec(1, Checksum.SUM).show("A\u0003\uD83D\uDE00B"));
    assertEquals("41203F42FF", shown.substring(shown.length() - 10));
  }
}
