package cn.wuyouhall.virtual.wire;

import java.io.IOException;

/**
 * The device's end of one cable. One thread reads, one writes; {@link #cut} and {@link #plug} may
 * come from any other and wait at most a few hundredths of a second. A cut wire reads as nobody
 * there and swallows what is written, as copper does.
 */
public interface Wire extends AutoCloseable {
  /** What a read returns while no program has the other end open. */
  int NOBODY = -1;

  /**
   * The other end as the settings name it, without options: {@code serial:/path} or {@code
   * tcp:host:port}.
   */
  String address();

  /**
   * Waits up to {@code millis} for bytes and takes at most {@code max}.
   *
   * @return how many, 0 when none came, {@link #NOBODY} when the wire is cut or nobody has the
   *     other end open
   */
  int read(byte[] into, int max, int millis);

  /**
   * Sends all bytes, or loses the rest when the other end does not take them within a second.
   *
   * @return whether all went out to somebody
   */
  boolean write(byte[] bytes);

  /**
   * Pulls the cable: the other end sees a hang-up and its name is gone. Nothing happens on a wire
   * already cut.
   */
  void cut();

  /** Puts the cable back, under the same name. Nothing happens on a wire that is whole. */
  void plug() throws IOException;

  /** Whether the cable is in. */
  boolean plugged();

  @Override
  void close();
}
