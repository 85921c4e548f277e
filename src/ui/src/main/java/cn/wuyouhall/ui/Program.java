package cn.wuyouhall.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Runs one window from a plain {@code main}: starts the toolkit, shows the window, ends when it is
 * closed.
 */
public final class Program {
  private Program() {}

  /**
   * Shows a window and waits until it is closed. Called on the main thread, once in a process.
   *
   * @param show makes and shows the app on the stage, on the FX thread; what it returns is closed
   *     there at the end
   * @param shown runs once the window is there
   * @throws InterruptedException when the wait is cut short; the window is closed then
   */
  public static void run(Function<Stage, AutoCloseable> show, Runnable shown)
      throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<RuntimeException> fault = new AtomicReference<>();
    AtomicReference<AutoCloseable> app = new AtomicReference<>();
    Platform.startup(() -> {
      Platform.setImplicitExit(false);
      try {
        Stage stage = new Stage();
        app.set(show.apply(stage));
        stage.setOnHidden(event -> closed.countDown());
        shown.run();
      } catch (RuntimeException notShown) {
        fault.set(notShown);
        closed.countDown();
      }
    });
    try {
      closed.await();
    } finally {
      CountDownLatch done = new CountDownLatch(1);
      Platform.runLater(() -> close(app.get(), fault, done));
      done.await();
      Platform.exit();
    }
    if (fault.get() != null) {
      throw fault.get();
    }
  }

  private static void close(
      AutoCloseable app, AtomicReference<RuntimeException> fault, CountDownLatch done) {
    try {
      if (app != null) {
        app.close();
      }
    } catch (Exception notClosed) {
      fault.compareAndSet(null, new IllegalStateException("closing the window failed", notClosed));
    } finally {
      done.countDown();
    }
  }
}
