package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.StripLedCodec;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.LineListener;
import cn.wuyouhall.devices.line.Sent;
import cn.wuyouhall.devices.state.Standing;
import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.WindowDisplay;
import cn.wuyouhall.domain.work.BlockingWork;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * A window's LED strip. The newest text wins; after a cut the strip is shown it again. A strip
 * never answers, so its state is its line's.
 */
public final class StripWindowDisplay implements WindowDisplay {
  private final Line line;
  private final StripLedCodec codec;
  private final Standing standing;
  private final Object news = new Object();
  private String wanted;
  private boolean due;
  private boolean closed;

  /**
   * Begins to connect; returns at once.
   *
   * @param line not started yet
   */
  public StripWindowDisplay(Line line, StripLedCodec codec, InstantSource clock) {
    this.line = line;
    this.codec = codec;
    this.standing = new Standing("window-display", clock);
    line.start(new Ears());
    Thread.ofPlatform().daemon().name("window-display").start(this::keepShowing);
  }

  @Override
  public void show(String text) {
    synchronized (news) {
      wanted = text;
      due = true;
      news.notifyAll();
    }
  }

  private void keepShowing() {
    try {
      while (true) {
        String text;
        synchronized (news) {
          while (!closed && (!due || !line.isUp())) {
            news.wait();
          }
          if (closed) {
            return;
          }
          text = wanted;
          due = false;
        }
        if (line.send(codec.show(text)).get() != Sent.HANDED_OVER) {
          synchronized (news) {
            due = true;
          }
        }
        restBetweenFrames();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sending ends with a value", e);
    }
  }

  /** The strip loses frames that follow each other too closely. */
  private void restBetweenFrames() throws InterruptedException {
    long end = System.nanoTime() + StripLedCodec.GAP_MS * 1_000_000L;
    synchronized (news) {
      long left = StripLedCodec.GAP_MS;
      while (!closed && left > 0) {
        news.wait(left);
        left = (end - System.nanoTime()) / 1_000_000L + 1;
        if (System.nanoTime() - end >= 0) {
          return;
        }
      }
    }
  }

  @Override
  public DeviceState state() {
    return standing.now();
  }

  @Override
  public void onState(Consumer<DeviceState> listener) {
    standing.tell(listener);
  }

  @Override
  public void close() {
    BlockingWork.refuseOnUiThread();
    synchronized (news) {
      closed = true;
      news.notifyAll();
    }
    line.close();
  }

  /** On the line's reader thread. */
  private final class Ears implements LineListener {
    @Override
    public void up() {
      standing.good();
      synchronized (news) {
        due = wanted != null;
        news.notifyAll();
      }
    }

    @Override
    public void received(byte[] bytes) {
      standing.heard();
    }

    @Override
    public void down(Trouble trouble) {
      standing.found(trouble);
    }
  }
}
