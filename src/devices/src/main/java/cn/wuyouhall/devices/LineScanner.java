package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.ScanCodec;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.LineListener;
import cn.wuyouhall.devices.state.Standing;
import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.Scanner;
import cn.wuyouhall.domain.work.BlockingWork;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A code scanner on a serial line. It says nothing unless something is scanned, so its state is its
 * line's; several damaged codes in a row are garbage (a wrong baud rate looks so).
 */
public final class LineScanner implements Scanner {
  private static final Logger LOG = LoggerFactory.getLogger(LineScanner.class);
  private static final int MANY_DAMAGED = 3;

  private final Line line;
  private final Standing standing;
  private final List<Consumer<Scan>> listeners = new CopyOnWriteArrayList<>();

  /**
   * Begins to connect; returns at once.
   *
   * @param line not started yet
   */
  public LineScanner(Line line, InstantSource clock) {
    this.line = line;
    this.standing = new Standing("scanner", clock);
    line.start(new Ears());
  }

  @Override
  public void onScan(Consumer<Scan> listener) {
    listeners.add(listener);
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
    line.close();
  }

  /** On the line's reader thread. */
  private final class Ears implements LineListener {
    private ScanCodec codec = new ScanCodec();
    private int damaged;

    @Override
    public void up() {
      codec = new ScanCodec();
      damaged = 0;
      standing.good();
    }

    @Override
    public void received(byte[] bytes) {
      standing.heard();
      codec.feed(bytes, this::take);
    }

    private void take(Scan scan) {
      damaged = scan instanceof Scan.Damaged ? damaged + 1 : 0;
      if (damaged >= MANY_DAMAGED) {
        standing.says(Trouble.GARBAGE);
      } else {
        standing.good();
      }
      for (Consumer<Scan> listener : listeners) {
        try {
          listener.accept(scan);
        } catch (RuntimeException e) {
          LOG.error("a listener failed on a scan", e);
        }
      }
    }

    @Override
    public void down(Trouble trouble) {
      standing.found(trouble);
    }
  }
}
