package cn.wuyouhall.ui;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Opens an app's first window from a plain {@code main}: no {@code Application} class, so that the
 * class path alone is enough to launch.
 */
public final class Window {
  private Window() {}

  /**
   * Starts JavaFX where it does not run yet, gives {@code open} a new stage on the FX thread, and
   * waits on this thread until that stage is closed; then closes what {@code open} returned.
   *
   * @throws IllegalStateException when called on the FX thread, or when {@code open} failed
   */
  public static void run(Function<Stage, ? extends AutoCloseable> open) {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    Runnable begin = () -> begin(open, closed);
    try {
      Platform.startup(begin);
    } catch (IllegalStateException alreadyRunning) {
      if (Platform.isFxApplicationThread()) {
        throw alreadyRunning;
      }
      Platform.runLater(begin);
    }
    closed.join();
  }

  private static void begin(
      Function<Stage, ? extends AutoCloseable> open, CompletableFuture<Void> closed) {
    try {
      Stage stage = new Stage();
      AutoCloseable app = open.apply(stage);
      stage.setOnHidden(event -> end(app, closed));
    } catch (RuntimeException e) {
      closed.completeExceptionally(e);
    }
  }

  private static void end(AutoCloseable app, CompletableFuture<Void> closed) {
    try {
      app.close();
      closed.complete(null);
    } catch (Exception e) {
      closed.completeExceptionally(e);
    }
  }
}
