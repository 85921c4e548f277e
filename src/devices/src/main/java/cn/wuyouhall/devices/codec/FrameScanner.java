package cn.wuyouhall.devices.codec;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds frames in a stream that may hold anything between them. A frame that turns out wrong is
 * given up one byte at a time, so that a true frame that began inside it is still found.
 */
final class FrameScanner {
  /** Says what begins at a place in the bytes. */
  interface Rule {
    /** The answer when the bytes so far could still become a frame. */
    int MORE = 0;

    /** The answer when no frame begins here. */
    int NONE = -1;

    /** The length of the whole, valid frame that begins at {@code from}, or MORE, or NONE. */
    int frameAt(byte[] bytes, int from, int end);
  }

  private final Rule rule;
  private final byte[] held;
  private int count;
  private long noise;

  /** For frames of at most {@code longest} bytes. */
  FrameScanner(int longest, Rule rule) {
    this.rule = rule;
    this.held = new byte[2 * longest];
  }

  void feed(byte[] bytes, Consumer<byte[]> frames) {
    int done = 0;
    while (done < bytes.length) {
      int portion = Math.min(bytes.length - done, held.length - count);
      System.arraycopy(bytes, done, held, count, portion);
      count += portion;
      done += portion;
      scan(frames);
    }
  }

  private void scan(Consumer<byte[]> frames) {
    int at = 0;
    while (at < count) {
      int length = rule.frameAt(held, at, count);
      if (length == Rule.MORE) {
        break;
      }
      if (length > 0) {
        frames.accept(Arrays.copyOfRange(held, at, at + length));
        at += length;
      } else {
        at++;
        noise++;
      }
    }
    System.arraycopy(held, at, held, 0, count - at);
    count -= at;
  }

  /** How many bytes were no part of any frame. */
  long noise() {
    return noise;
  }

  /** Forgets a frame that has begun: what comes next begins anew. */
  void reset() {
    noise += count;
    count = 0;
  }
}
