package cn.wuyouhall.devices.codec;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Window LED strips, as seen in public queue software: {@code AA addr BB 51 54 chk 01 00 99 00 63
 * <GBK> FF}. The checksum differs between makers and is a setting; the usual one is the sum of
 * everything after it, the closing FF included, mod 256 (unverified: see the checksum kinds).
 *
 * @param address of the strip, 0 to 255
 * @param checksum which checksum it wants
 */
public record StripLedCodec(int address, Checksum checksum) {
  /** Serial speed of these strips. */
  public static final int BAUD = 9_600;

  /** The strip loses frames that come closer together than this, in milliseconds. */
  public static final int GAP_MS = 100;

  private static final Charset GBK = Charset.forName("GBK");
  private static final byte[] SHOW = {0x01, 0x00, (byte) 0x99, 0x00, 0x63};

  /** How {@code chk} is made from the bytes after it. */
  public enum Checksum {
    /** Sum mod 256. */
    SUM,
    /** XOR of all. */
    XOR,
    /** CRC-16/CCITT (poly 1021, init 0), two bytes, high one first. */
    CRC16
  }

  /** The frame that shows {@code text}; what GBK cannot write becomes a question mark. */
  public byte[] show(String text) {
    byte[] shown = text.replaceAll("\\p{Cntrl}", " ").getBytes(GBK);
    byte[] body = Arrays.copyOf(SHOW, SHOW.length + shown.length + 1);
    System.arraycopy(shown, 0, body, SHOW.length, shown.length);
    body[body.length - 1] = (byte) 0xFF;
    byte[] check = check(body);
    byte[] frame = new byte[5 + check.length + body.length];
    frame[0] = (byte) 0xAA;
    frame[1] = (byte) address;
    frame[2] = (byte) 0xBB;
    frame[3] = 0x51;
    frame[4] = 0x54;
    System.arraycopy(check, 0, frame, 5, check.length);
    System.arraycopy(body, 0, frame, 5 + check.length, body.length);
    return frame;
  }

  private byte[] check(byte[] body) {
    return switch (checksum) {
      case SUM -> {
        int sum = 0;
        for (byte b : body) {
          sum += b;
        }
        yield new byte[] {(byte) sum};
      }
      case XOR -> {
        int xor = 0;
        for (byte b : body) {
          xor ^= b;
        }
        yield new byte[] {(byte) xor};
      }
      case CRC16 -> {
        int crc = crc16(body);
        yield new byte[] {(byte) (crc >> 8), (byte) crc};
      }
    };
  }

  /** CRC-16/XMODEM, the CCITT polynomial with init 0: {@code 123456789} gives 31C3. */
  static int crc16(byte[] bytes) {
    int crc = 0;
    for (byte b : bytes) {
      crc ^= (b & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
      }
      crc &= 0xFFFF;
    }
    return crc;
  }
}
