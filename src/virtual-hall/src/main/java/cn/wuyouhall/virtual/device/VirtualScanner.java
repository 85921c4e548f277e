package cn.wuyouhall.virtual.device;

import cn.wuyouhall.virtual.golden.GoldenFrames;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A code scanner on a serial line: one line of text for each code, ended by CR, CRLF or LF, in
 * UTF-8 or GBK. It ignores what it is sent.
 */
public final class VirtualScanner implements Device {
  /** How the scanner was set up to write Chinese. */
  public enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    GBK(Charset.forName("GB18030"));

    private final Charset charset;

    Encoding(Charset charset) {
      this.charset = charset;
    }
  }

  private static final int LONGEST = 4096;
  private static final GoldenFrames FRAMES = GoldenFrames.load("scanner");

  private Sender sender = (bytes, after) -> {};
  private Encoding encoding = Encoding.UTF_8;
  private String suffix = "cr";

  @Override
  public synchronized void connect(Sender to) {
    sender = to;
  }

  @Override
  public void received(byte[] bytes) {
    // A scanner that only speaks.
  }

  /** Sets the encoding of the codes to come. */
  public synchronized void encoding(Encoding next) {
    encoding = next;
  }

  /**
   * Sets the end of a line: {@code cr}, {@code crlf} or {@code lf}.
   *
   * @return whether there is such an end
   */
  public synchronized boolean suffix(String next) {
    boolean known = FRAMES.has(next);
    suffix = known ? next : suffix;
    return known;
  }

  /** Reads a code that holds this text, at most 4,096 characters of it. */
  public synchronized void scan(String text) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    line.writeBytes(text.substring(0, Math.min(text.length(), LONGEST)).getBytes(encoding.charset));
    line.writeBytes(FRAMES.get(suffix));
    sender.send(line.toByteArray());
  }
}
