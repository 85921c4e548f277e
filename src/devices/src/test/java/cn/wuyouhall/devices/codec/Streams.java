package cn.wuyouhall.devices.codec;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Bytes as the tables write them, and streams as wires mangle them. */
final class Streams {
  private Streams() {}

  static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }

  static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  /** The stream in portions of 1 to {@code most} bytes. */
  static List<byte[]> portions(byte[] stream, int most, Random random) {
    List<byte[]> portions = new ArrayList<>();
    int at = 0;
    while (at < stream.length) {
      int length = Math.min(stream.length - at, 1 + random.nextInt(most));
      byte[] portion = new byte[length];
      System.arraycopy(stream, at, portion, 0, length);
      portions.add(portion);
      at += length;
    }
    return portions;
  }

  static byte[] noise(int length, Random random) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }
}
