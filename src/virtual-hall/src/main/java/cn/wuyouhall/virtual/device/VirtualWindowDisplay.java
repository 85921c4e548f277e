package cn.wuyouhall.virtual.device;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * The LED strip over a window: {@code AA addr BB 51 54 chk 01 00 99 00 63 <GBK> FF}. It answers
 * nothing. The source leaves open whether the sum counts the closing FF; strips of both kinds are
 * sold as the same, so this one takes either and says which it got. Bytes: device facts, "Window
 * LED displays".
 */
public final class VirtualWindowDisplay implements Device {
  /** How the last accepted frame was summed. */
  public enum Sum {
    NONE_YET,
    WITH_END,
    WITHOUT_END
  }

  private static final int LONGEST = 512;
  private static final int TEXT_AT = 11;
  private static final Charset GBK = Charset.forName("GBK");

  private final Pending pending = new Pending();
  private String text = "";
  private Sum sum = Sum.NONE_YET;
  private int frames;
  private int refused;

  @Override
  public void connect(Sender sender) {
    // A strip never speaks.
  }

  /** The text it shows, empty at the start. */
  public synchronized String text() {
    return text;
  }

  /** How the last accepted frame was summed. */
  public synchronized Sum sum() {
    return sum;
  }

  /** How many frames were shown. */
  public synchronized int frames() {
    return frames;
  }

  /** How many beginnings of a frame came to nothing (wrong sum, no end). */
  public synchronized int refused() {
    return refused;
  }

  /** Waits until the text is so; false when the time is over first. */
  public synchronized boolean await(Predicate<String> so, Duration atMost)
      throws InterruptedException {
    return Awaiting.until(this, () -> so.test(text), atMost);
  }

  @Override
  public synchronized void received(byte[] bytes) {
    pending.feed(bytes, this::take);
  }

  private int take(byte[] b, int at) {
    int[] head = {0xAA, -1, 0xBB, 0x51, 0x54, -1, -1, 0x00, 0x99, 0x00, 0x63};
    for (int i = 0; i < head.length; i++) {
      if (at + i >= b.length) {
        return Pending.Taker.WAIT;
      }
      boolean fits = i == 6 ? b[at + i] == 0x01 : head[i] < 0 || (b[at + i] & 0xFF) == head[i];
      if (!fits) {
        return Pending.Taker.SKIP;
      }
    }
    int end = at + TEXT_AT;
    while (end < b.length && (b[end] & 0xFF) != 0xFF) {
      end++;
    }
    if (end - at > LONGEST) {
      refused++;
      return Pending.Taker.SKIP;
    }
    return end == b.length ? Pending.Taker.WAIT : show(b, at, end);
  }

  private int show(byte[] b, int at, int end) {
    int total = 0;
    for (int i = at + 6; i < end; i++) {
      total += b[i];
    }
    boolean without = (byte) total == b[at + 5];
    boolean with = (byte) (total + 0xFF) == b[at + 5];
    if (!without && !with) {
      refused++;
      return Pending.Taker.SKIP;
    }
    sum = with ? Sum.WITH_END : Sum.WITHOUT_END;
    text = new String(b, at + TEXT_AT, end - at - TEXT_AT, GBK);
    frames++;
    notifyAll();
    return end - at + 1;
  }
}
