package cn.wuyouhall.station;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One thread with a name for periodic work; closing lets the task under way end. */
final class NamedTimer implements AutoCloseable {
  private static final long WAIT_SECONDS = 3;

  private final ScheduledExecutorService executor;

  NamedTimer(String name) {
    executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
  }

  ScheduledExecutorService executor() {
    return executor;
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
