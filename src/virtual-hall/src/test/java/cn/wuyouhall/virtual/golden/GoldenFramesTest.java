package cn.wuyouhall.virtual.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class GoldenFramesTest {
  @Test
  void repeatsAndCommentsAreRead() {
    GoldenFrames frames =
        GoldenFrames.parse("t", "# one\na: 01 02*3 # two\n  (0A 0B)*2\n\nb-1: FF");
    assertArrayEquals(HexFormat.of().parseHex("010202020A0B0A0B"), frames.get("a"));
    assertArrayEquals(new byte[] {-1}, frames.get("b-1"));
  }

  @Test
  void whatIsNoHexIsRefusedWithItsLine() {
    var refusal =
        assertThrows(IllegalStateException.class, () -> GoldenFrames.parse("f", "a: 01\n  0x2"));
    assertEquals("f:2: not hex: 0x2", refusal.getMessage());
  }

  /** Every complete reply of the reader has the length and the XOR the source states. */
  @Test
  void readerRepliesAddUp() {
    GoldenFrames frames = GoldenFrames.load("id-reader");
    for (String name : frames.names()) {
      byte[] f = frames.get(name);
      if (f[0] != (byte) 0xAA || name.contains("head")) {
        continue;
      }
      int length = ((f[5] & 0xFF) << 8) | (f[6] & 0xFF);
      assertEquals(f.length - 7, length, name);
      byte xor = 0;
      for (int i = 5; i < f.length - 1; i++) {
        xor ^= f[i];
      }
      assertEquals(f[f.length - 1], xor, name);
    }
    assertEquals(1024, frames.get("photo").length);
    assertEquals(1024, frames.get("photo-with-preamble").length);
    assertEquals(1024, frames.get("fingerprint-1024").length);
    assertEquals(70, frames.get("address-moved").length);
  }

  @Test
  void busFramesAddUp() {
    GoldenFrames frames = GoldenFrames.load("pad");
    for (String name : frames.names()) {
      byte[] f = frames.get(name);
      assertEquals(f.length - 7, f[2], name);
      assertEquals(f[2], f[3], name);
      byte sum = 0;
      for (int i = 5; i < f.length - 2; i++) {
        sum += f[i];
      }
      assertEquals(f[f.length - 2], sum, name);
    }
  }

  /** 256 bytes each, and numbers whose check digit is right (GB 11643). */
  @Test
  void sampleCardsAreWhole() {
    GoldenFrames cards = GoldenFrames.load("cards");
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    for (String name : cards.names()) {
      byte[] card = cards.get(name);
      assertEquals(256, card.length, name);
      if ("pr-old".equals(name)) {
        continue;
      }
      String id = new String(card, 122, 36, StandardCharsets.UTF_16LE);
      int sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += (id.charAt(i) - '0') * weights[i];
      }
      assertEquals("10X98765432".charAt(sum % 11), id.charAt(17), name + " " + id);
    }
    assertEquals(
        "张小三", new String(cards.get("citizen-1"), 0, 30, StandardCharsets.UTF_16LE).strip());
    assertEquals(
        15, new String(cards.get("citizen-2"), 0, 30, StandardCharsets.UTF_16LE).strip().length());
    assertTrue(
        new String(cards.get("citizen-4"), 204, 16, StandardCharsets.UTF_16LE).startsWith("长期"));
  }

  /** The bits of the status bytes as the source lists them. */
  @Test
  void statusBytesAreWhatTheSourceCallsValid() {
    GoldenFrames frames = GoldenFrames.load("printer");
    for (String name : frames.names()) {
      int first = frames.get(name)[0] & 0xFF;
      if (name.startsWith("realtime")) {
        assertEquals(0x12, first & 0x93, name);
      } else if (name.startsWith("asb")) {
        assertEquals(0x10, first & 0x93, name);
        assertEquals(4, frames.get(name).length, name);
      }
    }
    for (byte b : GoldenFrames.load("noise").get("no-status")) {
      assertTrue((b & 0x93) != 0x12 && (b & 0x93) != 0x10 && (b & 0x90) != 0);
    }
  }
}
