package cn.wuyouhall.devices.codec;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The addressed bus of rating pads and callers, as seen in a deployed hall system, 9600 8N1: {@code
 * FF 68 | L L | 68 | addr | func | data… | SUM | 16}; L = 2 + data count, written twice; SUM =
 * (addr + func + data) mod 256.
 *
 * <p>Pad to PC: func 11 with the key; the PC answers func 01 with the same data, whose SUM is
 * therefore 10 less. PC to pad: func 01 data 0B begins a rating.
 */
public final class PadBusCodec implements Decoder<PadBusCodec.Frame> {
  /** Serial speed of the bus. */
  public static final int BAUD = 9_600;

  /** PC to pad: do, with a code in the data; also the answer to a key. */
  public static final int FUNC_DO = 0x01;

  /** PC to pad: show; data 05 are the stars. */
  public static final int FUNC_SHOW = 0x02;

  /** Pad to PC: a grade key was pressed. */
  public static final int FUNC_GRADE = 0x11;

  /** With {@link #FUNC_DO}: begin a rating. */
  public static final int DATA_EVALUATE = 0x0B;

  private static final int MOST_LENGTH = 32;
  private static final int FRAME_AROUND = 7;

  private final FrameScanner scanner =
      new FrameScanner(FRAME_AROUND + MOST_LENGTH, PadBusCodec::frameAt);

  /**
   * One frame.
   *
   * @param address of the pad or caller on the bus
   * @param func what it is about
   * @param data its data bytes, at most 30
   */
  public record Frame(int address, int func, byte[] data) {
    /** The bytes on the wire. */
    public byte[] bytes() {
      int length = 2 + data.length;
      byte[] frame = new byte[FRAME_AROUND + length];
      frame[0] = (byte) 0xFF;
      frame[1] = 0x68;
      frame[2] = (byte) length;
      frame[3] = (byte) length;
      frame[4] = 0x68;
      frame[5] = (byte) address;
      frame[6] = (byte) func;
      System.arraycopy(data, 0, frame, 7, data.length);
      frame[frame.length - 2] = sum(frame, 5, 5 + length);
      frame[frame.length - 1] = 0x16;
      return frame;
    }

    /** The PC's answer to this frame of a pad. */
    public Frame answer() {
      return new Frame(address, FUNC_DO, data);
    }

    /** Never shows the data: they may be a grade. */
    @Override
    public String toString() {
      return "Frame[%02X, %02X, %d bytes]".formatted(address, func, data.length);
    }
  }

  /** The frame that begins a rating on the pad at {@code address}. */
  public static Frame evaluate(int address) {
    return new Frame(address, FUNC_DO, new byte[] {DATA_EVALUATE});
  }

  @Override
  public void feed(byte[] bytes, Consumer<Frame> frames) {
    scanner.feed(
        bytes,
        frame ->
            frames.accept(
                new Frame(
                    frame[5] & 0xFF,
                    frame[6] & 0xFF,
                    Arrays.copyOfRange(frame, 7, frame.length - 2))));
  }

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
    if ((bytes[from] & 0xFF) != 0xFF
        || have > 1 && bytes[from + 1] != 0x68
        || have > 3 && bytes[from + 2] != bytes[from + 3]
        || have > 4 && bytes[from + 4] != 0x68) {
      return FrameScanner.Rule.NONE;
    }
    if (have < 5) {
      return FrameScanner.Rule.MORE;
    }
    int length = bytes[from + 2] & 0xFF;
    if (length < 2 || length > MOST_LENGTH) {
      return FrameScanner.Rule.NONE;
    }
    int whole = FRAME_AROUND + length;
    if (have < whole) {
      return FrameScanner.Rule.MORE;
    }
    boolean right =
        bytes[from + whole - 1] == 0x16
            && bytes[from + whole - 2] == sum(bytes, from + 5, from + 5 + length);
    return right ? whole : FrameScanner.Rule.NONE;
  }

  private static byte sum(byte[] bytes, int from, int to) {
    byte sum = 0;
    for (int i = from; i < to; i++) {
      sum += bytes[i];
    }
    return sum;
  }
}
