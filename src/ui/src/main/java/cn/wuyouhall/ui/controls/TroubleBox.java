package cn.wuyouhall.ui.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * An error in three parts: what happened, what is safe, what to do; then its code and actions
 * (style class {@code trouble}; ids {@code trouble-what}, {@code trouble-safe}, {@code
 * trouble-todo}, {@code trouble-code}).
 */
public final class TroubleBox extends VBox {
  private final Sign sign = Sign.of(Signs.WARN, "large", "warn");
  private final Label what = line("what", "trouble-what");
  private final Label safe = line("safe", "trouble-safe");
  private final Label todo = line("todo", "trouble-todo");
  private final Label code = line("code", "trouble-code");
  private final HBox actions = new HBox();

  /** Without words yet. */
  public TroubleBox() {
    getStyleClass().add("trouble");
    actions.setAlignment(Pos.CENTER);
    actions.getStyleClass().add("gap-4");
    getChildren().addAll(sign, what, safe, todo, actions, code);
  }

  private static Label line(String style, String id) {
    Label label = new Label();
    label.setWrapText(true);
    label.setId(id);
    label.getStyleClass().add(style);
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  /** Shows a trouble; parts that are blank take no room. */
  public void show(Signs kind, String happened, String isSafe, String toDo, String itsCode) {
    sign.setKind(kind);
    what.setText(happened);
    safe.setText(isSafe);
    todo.setText(toDo);
    code.setText(itsCode);
  }

  /** The buttons below the words. */
  public void actions(Node... nodes) {
    actions.getChildren().setAll(nodes);
  }
}
