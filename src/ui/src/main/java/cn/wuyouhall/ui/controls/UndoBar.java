package cn.wuyouhall.ui.controls;

import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.UiTimers;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Says what was just done and lets it be taken back for a while (style class {@code undo-bar}; its
 * button has the id {@code undo} and the key Ctrl+Z). Takes no room while there is nothing to take
 * back.
 */
public final class UndoBar extends HBox {
  private final Label words = new Label();
  private final Label left = new Label();
  private final ActionButton button = new ActionButton();
  private final LongProperty seconds = new SimpleLongProperty(this, "seconds");
  private UiTimers.Timer timer;

  /** Nothing to take back. */
  public UndoBar() {
    getStyleClass().add("undo-bar");
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    button.setId("undo");
    button.setKey("Ctrl+Z");
    left.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(words, room, left, button);
    clear();
  }

  /** Takes its words ({@code undo}, {@code seconds}) from here, in the language shown. */
  public void texts(Texts texts) {
    button.textProperty().bind(texts.bound("undo"));
    left.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("seconds", seconds.get()), seconds, texts.localeProperty()));
  }

  /**
   * Offers to take {@code done}, which follows the language, back for {@code span} of hall time,
   * counted down in seconds.
   */
  public void offer(ObservableStringValue done, Duration span, UiTimers timers, Runnable undo) {
    clear();
    words.textProperty().bind(done);
    seconds.set(span.toSeconds());
    button.setOnAction(event -> {
      clear();
      undo.run();
    });
    timer = timers.every(Duration.ofSeconds(1), this::tick);
    setVisible(true);
    setManaged(true);
  }

  private void tick() {
    seconds.set(seconds.get() - 1);
    if (seconds.get() <= 0) {
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
