package cn.wuyouhall.platform;

import java.time.Duration;

/**
 * How long the client waits and how much it reads.
 *
 * @param connect until a connection stands
 * @param call for the whole call, request and reply
 * @param reply most bytes of an ordinary reply
 * @param catalogue most bytes of the catalogue
 */
public record Limits(Duration connect, Duration call, long reply, long catalogue) {
  /** 3 s, 15 s, 256 KiB, 32 MiB. */
  public static final Limits USUAL =
      new Limits(Duration.ofSeconds(3), Duration.ofSeconds(15), 256L << 10, 32L << 20);
}
