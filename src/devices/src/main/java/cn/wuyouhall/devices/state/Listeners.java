package cn.wuyouhall.devices.state;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who hears a device's news. Any thread; told in order of joining, on the thread that tells. One
 * that fails keeps neither the others from hearing nor the device from going on.
 *
 * @param <E> the news; never logged, since it may be a card or a grade
 */
public final class Listeners<E> {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final String device;
  private final List<Consumer<E>> all = new CopyOnWriteArrayList<>();

  /**
   * @param device short name for the log
   */
  public Listeners(String device) {
    this.device = device;
  }

  /** Hears all that comes from now on. */
  public void add(Consumer<E> listener) {
    all.add(listener);
  }

  /** Tells all. */
  public void tell(E news) {
    for (Consumer<E> listener : all) {
      try {
        listener.accept(news);
      } catch (RuntimeException e) {
        LOG.error("{}: a listener failed", device, e);
      }
    }
  }
}
