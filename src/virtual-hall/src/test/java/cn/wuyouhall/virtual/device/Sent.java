package cn.wuyouhall.virtual.device;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.HexFormat;

/** What a device sent, and hex for what it is sent. */
public final class Sent implements Sender {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Duration last = Duration.ZERO;

  @Override
  public void send(byte[] next, Duration after) {
    bytes.writeBytes(next);
    last = after;
  }

  /** All since the last call. */
  public byte[] take() {
    byte[] all = bytes.toByteArray();
    bytes.reset();
    return all;
  }

  /** All since the last call, as hex without blanks. */
  public String hex() {
    return HexFormat.of().withUpperCase().formatHex(take());
  }

  /** How long the device thought before the last frame. */
  public Duration last() {
    return last;
  }

  /** Bytes from hex; blanks are ignored. */
  public static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }
}
