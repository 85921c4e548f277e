package cn.wuyouhall.virtual.device;

/**
 * One device without its cable. Safe for several threads: bytes come on the wire's thread, hands on
 * any other.
 */
public interface Device {
  /** Tells the device where its bytes go; called once, before any byte arrives. */
  void connect(Sender sender);

  /** Takes the next bytes from the line, in any portions. Must not block. */
  void received(byte[] bytes);

  /**
   * Whether the device takes bytes from its line; one that is stuck leaves them there until the
   * line is full.
   */
  default boolean listening() {
    return true;
  }
}
