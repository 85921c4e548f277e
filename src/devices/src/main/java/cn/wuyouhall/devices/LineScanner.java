package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.ScanCodec;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.state.Listeners;
import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.devices.Scanner;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * A code scanner on a serial line. It says nothing unless something is scanned, so its state is its
 * line's; several damaged codes in a row, or bytes without end, are garbage (a wrong baud rate
 * looks so).
 */
public final class LineScanner extends LineDevice<Scan> implements Scanner {
  private static final int MANY_DAMAGED = 3;

  private final Listeners<Scan> listeners = new Listeners<>("scanner");
  private int damaged;

  /**
   * Begins to connect; returns at once.
   *
   * @param line not started yet
   */
  public LineScanner(Line line, InstantSource clock) {
    super("scanner", line, new ScanCodec(), clock);
    begin();
  }

  @Override
  public void onScan(Consumer<Scan> listener) {
    listeners.add(listener);
  }

  @Override
  void up() {
    damaged = 0;
    super.up();
  }

  @Override
  void heard(Scan scan) {
    damaged = scan instanceof Scan.Damaged ? damaged + 1 : 0;
    if (damaged >= MANY_DAMAGED) {
      standing().says(Trouble.GARBAGE);
    } else {
      standing().good();
    }
    listeners.tell(scan);
  }
}
