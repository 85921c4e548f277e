package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.Decoder;
import cn.wuyouhall.devices.codec.StripLedCodec;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.Sent;
import cn.wuyouhall.domain.devices.WindowDisplay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * A window's LED strip. The newest text wins; after a cut the strip is shown it again. A strip
 * never answers, so its state is its line's.
 */
public final class StripWindowDisplay extends LineDevice<Void> implements WindowDisplay {
  private static final Duration GAP = Duration.ofMillis(StripLedCodec.GAP_MS);

  private final StripLedCodec codec;
  private final Object news = new Object();
  private String wanted;
  private boolean due;

  /**
   * Begins to connect; returns at once.
   *
   * @param line not started yet
   */
  public StripWindowDisplay(Line line, StripLedCodec codec, InstantSource clock) {
    super("window-display", line, new Mute(), clock);
    this.codec = codec;
    begin(this::showNext);
  }

  @Override
  public void show(String text) {
    synchronized (news) {
      wanted = text;
      due = true;
      news.notifyAll();
    }
  }

  private void showNext() throws InterruptedException {
    String text;
    synchronized (news) {
      while (!due || !isUp()) {
        news.wait();
      }
      text = wanted;
      due = false;
    }
    if (send(codec.show(text)) != Sent.HANDED_OVER) {
      synchronized (news) {
        due = true;
      }
    }
    // The strip loses frames that follow each other too closely.
    pause(GAP);
  }

  @Override
  void up() {
    super.up();
    synchronized (news) {
      due = wanted != null;
      news.notifyAll();
    }
  }

  @Override
  void heard(Void nothing) {}

  /** Nothing a strip sends means anything. */
  private static final class Mute implements Decoder<Void> {
    @Override
    public void feed(byte[] bytes, Consumer<Void> frames) {}

    @Override
    public void reset() {}

    @Override
    public long noise() {
      return 0;
    }
  }
}
