package cn.wuyouhall.station;

import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.HallUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells listeners that something in the hall has changed, within two polls of 50 ms of the hall
 * database's change counter. Listeners run on the thread that has the news (the poll's, a device's,
 * the courier's) and may block shortly; one that fails keeps nothing from the others. Screens hand
 * over to their own thread.
 */
public final class News {
  private static final Logger LOG = LoggerFactory.getLogger(News.class);
  private static final Duration POLL = Duration.ofMillis(50);

  private final HallQueue queue;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean hallThere = true;
  private long last = Long.MIN_VALUE;

  News(HallQueue queue) {
    this.queue = queue;
  }

  void start(NamedTimer timer) {
    timer.every(POLL, "news", this::poll);
  }

  /** Calls {@code listener} after each change, and when the hall database goes or comes back. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Stops telling {@code listener}. */
  public void forget(Runnable listener) {
    listeners.remove(listener);
  }

  /** Whether the hall database answered the last poll. */
  public boolean hallIsThere() {
    return hallThere;
  }

  /**
   * Tells everyone now, for changes that happen outside the hall database (a device, the platform).
   */
  void tell() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (HallUnavailable away) {
        LOG.debug("a listener found the hall database away [HALL_AWAY]");
      } catch (RuntimeException fault) {
        LOG.error("a listener failed on news [NEWS]", fault);
      }
    }
  }

  private void poll() {
    boolean there;
    long count = last;
    try {
      count = queue.changeCount();
      there = true;
    } catch (HallUnavailable away) {
      there = false;
    }
    if (count != last || there != hallThere) {
      last = count;
      hallThere = there;
      tell();
    }
  }
}
