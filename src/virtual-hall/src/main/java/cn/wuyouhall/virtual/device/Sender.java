package cn.wuyouhall.virtual.device;

import java.time.Duration;

/**
 * Where a device puts the bytes it sends. Never blocks; what does not fit on a full line is lost,
 * as in a device without flow control.
 */
@FunctionalInterface
public interface Sender {
  /** Sends after the device has taken that long to think. */
  void send(byte[] bytes, Duration after);

  /** Sends at once. */
  default void send(byte[] bytes) {
    send(bytes, Duration.ZERO);
  }
}
