package cn.wuyouhall.kiosk;

import cn.wuyouhall.ui.Background;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Reads, off the FX thread, what may have changed: one reading at a time, and once more where it
 * was asked for meanwhile. So no reading overtakes another, news that come faster than readings
 * starve nobody, and the last reading is never older than the last news. FX thread.
 *
 * @param <T> what is read
 */
public final class Reread<T> {
  private final Background work;
  private final Callable<T> read;
  private final Consumer<T> show;
  private final Runnable lost;
  private boolean reading;
  private boolean again;

  /**
   * Nothing is read yet.
   *
   * @param read may block
   * @param show takes what was read, on the FX thread
   * @param lost told, on the FX thread, that a reading failed; it is in the log already
   */
  public Reread(Background work, Callable<T> read, Consumer<T> show, Runnable lost) {
    this.work = work;
    this.read = read;
    this.show = show;
    this.lost = lost;
  }

  /** Reads now, or once more after the reading that is going on. */
  public void now() {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    work.<T>run(read)
        .then(seen -> ended(() -> show.accept(seen)))
        .otherwise(failure -> ended(lost));
  }

  private void ended(Runnable tell) {
    reading = false;
    tell.run();
    if (again) {
      again = false;
      now();
    }
  }
}
