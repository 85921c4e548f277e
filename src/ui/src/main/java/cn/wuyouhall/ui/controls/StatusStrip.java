package cn.wuyouhall.ui.controls;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A quiet strip that says in what state the screen is and what is not possible, with a sign (style
 * class {@code status-strip}, states {@code :warn}, {@code :bad}). Never a dialog. Takes no room
 * while it has nothing to say.
 */
public final class StatusStrip extends HBox {
  private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private final Sign sign = new Sign(Signs.INFO);
  private final Label words = new Label();

  /** How serious it is. */
  public enum Tone {
    /** To know. */
    QUIET,
    /** Something is not possible for now. */
    WARN,
    /** Something is wrong. */
    BAD
  }

  /** A strip with nothing to say. */
  public StatusStrip() {
    getStyleClass().add("status-strip");
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(sign, words);
    clear();
  }

  /** Says something. */
  public void show(Tone tone, String text) {
    words.setText(text);
    sign.setKind(
        switch (tone) {
          case QUIET -> Signs.INFO;
          case WARN -> Signs.WARN;
          case BAD -> Signs.STOP;
        });
    sign.getStyleClass().removeAll("warn", "bad");
    if (tone != Tone.QUIET) {
      sign.getStyleClass().add(tone == Tone.WARN ? "warn" : "bad");
    }
    pseudoClassStateChanged(WARN, tone == Tone.WARN);
    pseudoClassStateChanged(BAD, tone == Tone.BAD);
    setVisible(true);
    setManaged(true);
  }

  /** Says something to know; blank says nothing. */
  public void say(String text) {
    say(Tone.QUIET, text);
  }

  /** Says something; blank says nothing. */
  public void say(Tone tone, String text) {
    if (text.isBlank()) {
      clear();
    } else {
      show(tone, text);
    }
  }

  /** Says nothing and takes no room. */
  public void clear() {
    words.setText("");
    setVisible(false);
    setManaged(false);
  }

  /** What it says now. */
  public String getText() {
    return words.getText();
  }
}
