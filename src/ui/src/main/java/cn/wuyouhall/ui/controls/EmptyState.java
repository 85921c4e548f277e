package cn.wuyouhall.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * What stands where nothing is yet: a sign, a sentence and what to do (style class {@code
 * empty-state}).
 */
public final class EmptyState extends VBox {
  private final Sign sign = Sign.of(Signs.INFO, "large");
  private final Label headline = new Label();
  private final Label body = new Label();

  /** An empty state with these words. */
  public EmptyState(Signs kind, String headline, String body, Node... actions) {
    getStyleClass().add("empty-state");
    this.headline.getStyleClass().add("headline");
    this.body.getStyleClass().add("body");
    this.headline.setWrapText(true);
    this.body.setWrapText(true);
    getChildren().addAll(sign, this.headline, this.body);
    getChildren().addAll(actions);
    show(kind, headline, body);
  }

  /** Without words yet: for FXML and {@link #show}. */
  public EmptyState() {
    this(Signs.INFO, "", "");
  }

  /** Shows other words. */
  public void show(Signs kind, String newHeadline, String newBody) {
    sign.setKind(kind);
    headline.setText(newHeadline);
    body.setText(newBody);
    body.setVisible(!newBody.isBlank());
    body.setManaged(!newBody.isBlank());
  }

  /** The label of the sentence, to be bound to a text. */
  public Label headline() {
    return headline;
  }

  /** The label of what to do, to be bound to a text. */
  public Label body() {
    return body;
  }
}
