package cn.wuyouhall.demo.drive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/**
 * Watches the screen's thread from outside: a tick is posted again and again, and while one is
 * overdue the thread's stack is sampled. A pause counts when code of ours is on the stack.
 */
final class ScreenWatch {
  private static final long LONG_NANOS = 100_000_000;
  private static final long SAMPLE_NANOS = 5_000_000;
  private static final String OURS = "cn.wuyouhall.";
  private static final String MINE = ScreenWatch.class.getPackageName();

  private final List<String> pauses = new ArrayList<>();
  private volatile boolean on;
  private volatile Thread fx;

  synchronized void start() {
    if (on) {
      return;
    }
    on = true;
    Platform.runLater(() -> fx = Thread.currentThread());
    Thread watcher = new Thread(this::watch, "screen-watch");
    watcher.setDaemon(true);
    watcher.start();
  }

  synchronized String stop() {
    on = false;
    return String.join("\n", pauses);
  }

  private void watch() {
    while (on) {
      long asked = System.nanoTime();
      boolean[] done = new boolean[1];
      Platform.runLater(() -> {
        synchronized (done) {
          done[0] = true;
        }
      });
      String blamed = "";
      while (on && !isDone(done)) {
        LockSupport.parkNanos(SAMPLE_NANOS);
        if (blamed.isEmpty() && fx != null) {
          blamed = ourFrame(fx.getStackTrace());
        }
      }
      long took = System.nanoTime() - asked;
      if (took > LONG_NANOS && !blamed.isEmpty()) {
        synchronized (this) {
          pauses.add("%d ms at %s".formatted(took / 1_000_000, blamed));
        }
      }
      LockSupport.parkNanos(SAMPLE_NANOS);
    }
  }

  private static boolean isDone(boolean[] done) {
    synchronized (done) {
      return done[0];
    }
  }

  private static String ourFrame(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(f -> f.getClassName().startsWith(OURS) && !f.getClassName().startsWith(MINE))
        .findFirst()
        .map(StackTraceElement::toString)
        .orElse("");
  }
}
