package cn.wuyouhall.devices.codec;

import java.util.function.Consumer;

/**
 * What ESC/POS printers send back (Epson's command reference). All answers share one stream and are
 * told apart by fixed bits: real-time {@code (b & 93) == 12}, first of four automatic bytes {@code
 * (b & 93) == 10}, end of job and the other automatic bytes {@code (b & 90) == 0}.
 */
public final class EscPosReplies implements Decoder<EscPosReplies.Reply> {
  private final int[] automatic = new int[4];
  private int automaticCount;
  private long noise;

  /** One answer. */
  public sealed interface Reply {
    /** The byte answered to {@code 10 04 n}; which n, only the order of asking tells. */
    record RealTime(int answer) implements Reply {}

    /** The byte answered to {@code 1D 72 01}: everything before it was carried out. */
    record Job(EscPosStatus paper) implements Reply {}

    /** An automatic status. */
    record Automatic(EscPosStatus status) implements Reply {}
  }

  @Override
  public void feed(byte[] bytes, Consumer<Reply> replies) {
    for (byte b : bytes) {
      take(b & 0xFF, replies);
    }
  }

  private void take(int b, Consumer<Reply> replies) {
    if (automaticCount > 0 && (b & 0x90) == 0) {
      automatic[automaticCount++] = b;
      if (automaticCount == 4) {
        automaticCount = 0;
        replies.accept(
            new Reply.Automatic(EscPosStatus.automatic(automatic[0], automatic[1], automatic[2])));
      }
      return;
    }
    noise += automaticCount;
    automaticCount = 0;
    if ((b & 0x93) == 0x12) {
      replies.accept(new Reply.RealTime(b));
    } else if ((b & 0x93) == 0x10) {
      automatic[automaticCount++] = b;
    } else if (isJobAnswer(b)) {
      replies.accept(new Reply.Job(EscPosStatus.job(b)));
    } else {
      noise++;
    }
  }

  /** Each paper sensor reports with two equal bits; the rest is 0. */
  private static boolean isJobAnswer(int b) {
    return b == 0x00 || b == 0x03 || b == 0x0C || b == 0x0F;
  }

  @Override
  public void reset() {
    noise += automaticCount;
    automaticCount = 0;
  }

  @Override
  public long noise() {
    return noise;
  }
}
