package cn.wuyouhall.ui;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;

/**
 * The finger, or the mouse's button, on a screen. News may come at any moment; a button is never
 * exchanged under a finger, or its press would be lost. So what draws by itself waits until the
 * finger is up and the press has done its work.
 */
public final class Finger implements Executor {
  private final Set<Runnable> waiting = new LinkedHashSet<>();
  private boolean down;

  /** Watches a scene for as long as it lives. */
  public Finger(Scene scene) {
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> down = true);
    scene.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> Platform.runLater(this::up));
    // A release another window got is made good with the first move without a button.
    scene.addEventFilter(MouseEvent.MOUSE_MOVED, event -> up());
  }

  /**
   * Runs {@code task} now, or once the finger is up; the same one asked for again meanwhile runs
   * once. FX thread.
   */
  public void whenUp(Runnable task) {
    if (down) {
      waiting.add(task);
    } else {
      task.run();
    }
  }

  /** The same on the FX thread, later, from any thread. */
  @Override
  public void execute(Runnable task) {
    Platform.runLater(() -> whenUp(task));
  }

  private void up() {
    down = false;
    for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
      waiting.remove(next.get());
      next.get().run();
    }
  }

  private Optional<Runnable> next() {
    return waiting.stream().findFirst();
  }
}
