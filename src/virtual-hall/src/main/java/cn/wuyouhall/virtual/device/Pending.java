package cn.wuyouhall.virtual.device;

import java.util.Arrays;

/** Bytes that came to a device and are not used up yet. Used under the device's lock. */
final class Pending {
  private byte[] held = new byte[0];

  /** Looks at what begins at a place. */
  interface Taker {
    /** The answer while a frame that began is not whole. */
    int WAIT = 0;

    /** The answer where no frame begins. */
    int SKIP = 1;

    /** How many bytes to go on by: those of the frame that was used, SKIP, or WAIT. */
    int take(byte[] bytes, int at);
  }

  /** Uses up all that can be used of the bytes held and these. */
  void feed(byte[] more, Taker taker) {
    byte[] all = Arrays.copyOf(held, held.length + more.length);
    System.arraycopy(more, 0, all, held.length, more.length);
    int at = 0;
    int taken = Taker.SKIP;
    while (at < all.length && taken != Taker.WAIT) {
      taken = taker.take(all, at);
      at += taken;
    }
    held = Arrays.copyOfRange(all, at, all.length);
  }
}
