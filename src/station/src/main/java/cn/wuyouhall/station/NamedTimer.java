package cn.wuyouhall.station;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import cn.wuyouhall.domain.queue.HallUnavailable;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread with a name for periodic work; closing lets the task under way end and begins none.
 */
final class NamedTimer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NamedTimer.class);
  private static final long WAIT_SECONDS = 3;

  private final ScheduledThreadPoolExecutor executor;

  NamedTimer(String name) {
    executor =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
    // Otherwise closing would wait for the next turn of everything.
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /**
   * Runs {@code task} at once and again {@code pause} after each end, until closed. A failure is
   * logged under {@code what} and the next turn comes all the same.
   */
  void every(Duration pause, String what, Runnable task) {
    executor.execute(() -> turn(pause, what, task));
  }

  private void turn(Duration pause, String what, Runnable task) {
    try {
      task.run();
    } catch (HallUnavailable away) {
      LOG.debug("{} waits for the hall database [HALL_AWAY]", what);
    } catch (RuntimeException fault) {
      LOG.error("{} failed [{}]", what, what.toUpperCase(Locale.ROOT), fault);
    }
    try {
      var _ = executor.schedule(() -> turn(pause, what, task), pause.toMillis(), MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.debug("{} ends with its timer", what);
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(WAIT_SECONDS, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      executor.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
