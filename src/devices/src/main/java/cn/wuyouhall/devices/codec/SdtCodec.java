package cn.wuyouhall.devices.codec;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * ID-card readers that speak SDT, as GA/T 467 has it and public readers show it.
 *
 * <p>Request {@code AA AA AA 96 69 | Len(2, BE) | CMD PARA | CHK}; a reply has {@code SW1 SW2 SW3}
 * in place of {@code CMD PARA}. Len counts all that follows it, CHK included; CHK is the XOR from
 * Len to the last data byte.
 */
public final class SdtCodec implements Decoder<SdtCodec.Reply> {
  /** Serial speed of these readers. */
  public static final int BAUD = 115_200;

  private static final byte[] PREAMBLE = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
  private static final int HEAD = PREAMBLE.length + 2;

  /** Len of the longest reply, a read with a fingerprint, with room for a status byte or two. */
  private static final int MOST_LEN = 0x0910;

  private static final int LEAST_LEN = 4;
  private static final int TEXT_LENGTH = 256;

  private final FrameScanner scanner = new FrameScanner(HEAD + MOST_LEN, SdtCodec::frameAt);

  /** What a reader can be asked. */
  public enum Request {
    RESET(0x10, 0xFF),
    STATUS(0x11, 0xFF),
    SAM_ID(0x12, 0xFF),
    FIND(0x20, 0x01),
    SELECT(0x20, 0x02),
    READ(0x30, 0x01),
    NEWEST_ADDRESS(0x30, 0x03);

    private final int command;
    private final int parameter;

    Request(int command, int parameter) {
      this.command = command;
      this.parameter = parameter;
    }

    /** The bytes of the request. */
    public byte[] bytes() {
      byte[] frame = Arrays.copyOf(PREAMBLE, HEAD + 3);
      frame[6] = 3;
      frame[7] = (byte) command;
      frame[8] = (byte) parameter;
      frame[9] = checksum(frame, PREAMBLE.length, 9);
      return frame;
    }
  }

  /**
   * A reply.
   *
   * @param sw3 the third status byte, which alone tells the outcome: 90 done, 9F found, 80 no card
   *     …
   * @param data what follows the status, without the checksum
   */
  public record Reply(int sw3, byte[] data) {
    /** A card was found. */
    public static final int FOUND = 0x9F;

    /** Done. */
    public static final int DONE = 0x90;

    /** The item asked for is empty. */
    public static final int EMPTY = 0x91;

    /** No card. */
    public static final int NO_CARD = 0x80;

    /** The text block of a read that is done; empty when the reply holds none. */
    public byte[] text() {
      // Two bytes text length, two bytes photo length; a read with fingerprint, never asked for
      // here, has two bytes more.
      if (sw3 != DONE || data.length < 4 + TEXT_LENGTH) {
        return new byte[0];
      }
      int length = (data[0] & 0xFF) << 8 | data[1] & 0xFF;
      return length == TEXT_LENGTH ? Arrays.copyOfRange(data, 4, 4 + TEXT_LENGTH) : new byte[0];
    }

    @Override
    public String toString() {
      return "Reply[%02X, %d bytes]".formatted(sw3, data.length);
    }
  }

  @Override
  public void feed(byte[] bytes, Consumer<Reply> replies) {
    scanner.feed(
        bytes,
        frame ->
            replies.accept(
                new Reply(
                    frame[HEAD + 2] & 0xFF,
                    Arrays.copyOfRange(frame, HEAD + 3, frame.length - 1))));
  }

  /** Half a reply goes: a new question is asked, and only what follows answers it. */
  @Override
  public void reset() {
    scanner.reset();
  }

  @Override
  public long noise() {
    return scanner.noise();
  }

  private static int frameAt(byte[] bytes, int from, int end) {
    int have = end - from;
    for (int i = 0; i < Math.min(have, PREAMBLE.length); i++) {
      if (bytes[from + i] != PREAMBLE[i]) {
        return FrameScanner.Rule.NONE;
      }
    }
    if (have < HEAD) {
      return FrameScanner.Rule.MORE;
    }
    int length = (bytes[from + 5] & 0xFF) << 8 | bytes[from + 6] & 0xFF;
    if (length < LEAST_LEN || length > MOST_LEN) {
      return FrameScanner.Rule.NONE;
    }
    int whole = HEAD + length;
    if (have < whole) {
      return FrameScanner.Rule.MORE;
    }
    boolean right =
        checksum(bytes, from + PREAMBLE.length, from + whole - 1) == bytes[from + whole - 1];
    return right ? whole : FrameScanner.Rule.NONE;
  }

  private static byte checksum(byte[] bytes, int from, int to) {
    byte sum = 0;
    for (int i = from; i < to; i++) {
      sum ^= bytes[i];
    }
    return sum;
  }
}
