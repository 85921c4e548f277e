package cn.wuyouhall.devices.codec;

import java.util.function.Consumer;

/**
 * Finds what a device says in the bytes that come from it. Used by one thread at a time; bounded in
 * memory whatever comes.
 *
 * @param <F> one thing said: a frame, an answer, a code
 */
public interface Decoder<F> {
  /** Takes bytes in any portions and gives each whole, right frame. */
  void feed(byte[] bytes, Consumer<F> frames);

  /** Forgets half a frame: what comes next begins anew. */
  void reset();

  /** How many bytes were no part of anything said, since the decoder was made. */
  long noise();
}
