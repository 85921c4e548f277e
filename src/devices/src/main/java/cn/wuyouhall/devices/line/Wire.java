package cn.wuyouhall.devices.line;

import java.io.IOException;

/**
 * One open connection to a device: opened once, closed once, never reopened. One thread reads, one
 * thread writes, any thread closes.
 */
public interface Wire extends AutoCloseable {
  /** How long {@link #read} waits at most when nothing comes, in milliseconds of real time. */
  int READ_WAIT_MS = 100;

  /**
   * Waits a moment for bytes.
   *
   * @return how many came; 0 when none did; -1 when the far end is gone for good
   * @throws IOException when the wire broke
   */
  int read(byte[] into) throws IOException;

  /**
   * Hands all bytes over; may block for as long as the far end takes nothing.
   *
   * @throws NothingTaken when it is certain that none was taken
   * @throws IOException when some may have been taken
   */
  void write(byte[] bytes) throws IOException;

  /**
   * Called at most once, before the first read: {@code gone} may then be run any number of times.
   */
  default void whenGone(Runnable gone) {}

  /** Lets go. May block; the line calls it on a thread it can do without. */
  @Override
  void close();

  /** The bytes of this write were certainly not taken, not even one. */
  final class NothingTaken extends IOException {
    /**
     * @param message what happened
     * @param cause why
     */
    public NothingTaken(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
