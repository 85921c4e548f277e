package cn.wuyouhall.ui.controls;

import cn.wuyouhall.ui.UiTimers;
import java.time.Duration;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Says what was just done and lets it be taken back for a while (style class {@code undo-bar}; its
 * button has the id {@code undo}). Takes no room while there is nothing to take back.
 */
public final class UndoBar extends HBox {
  private final Label words = new Label();
  private final Label left = new Label();
  private final ActionButton button = new ActionButton();
  private UiTimers.Timer timer;
  private long seconds;

  /** Nothing to take back. */
  public UndoBar() {
    getStyleClass().add("undo-bar");
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    button.setId("undo");
    left.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(words, room, left, button);
    clear();
  }

  /** Gives the button its words and key ({@code Ctrl+Z}). */
  public void label(String undo, String key) {
    button.setText(undo);
    button.setKey(key);
  }

  /** Offers to take {@code done} back for {@code span} of hall time, counted down in seconds. */
  public void offer(String done, Duration span, UiTimers timers, Runnable undo) {
    clear();
    words.setText(done);
    seconds = span.toSeconds();
    left.setText(seconds + " s");
    button.setOnAction(event -> {
      clear();
      undo.run();
    });
    timer = timers.every(Duration.ofSeconds(1), this::tick);
    setVisible(true);
    setManaged(true);
  }

  private void tick() {
    seconds--;
    left.setText(seconds + " s");
    if (seconds <= 0) {
      clear();
    }
  }

  /** Nothing to take back any more. */
  public void clear() {
    if (timer != null) {
      timer.stop();
      timer = null;
    }
    setVisible(false);
    setManaged(false);
  }
}
