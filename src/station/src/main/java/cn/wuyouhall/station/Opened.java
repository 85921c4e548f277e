package cn.wuyouhall.station;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was opened so far, in order. Closing lets go of the last first; a part that does not close
 * is logged and keeps no other open.
 */
final class Opened implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  synchronized <C extends AutoCloseable> C keep(C part) {
    parts.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception fault) {
        LOG.warn("closing {} failed [CLOSING]", part.getClass().getSimpleName(), fault);
      }
    }
  }
}
