package cn.wuyouhall.clerk;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Rows of a name and what holds, in two columns. */
final class Facts {
  private static final double NAMES = 112;

  private final GridPane grid;
  private int rows;

  Facts(GridPane grid) {
    this.grid = grid;
    ColumnConstraints names = new ColumnConstraints(NAMES);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    values.setFillWidth(true);
    grid.getColumnConstraints().setAll(names, values);
    grid.getChildren().clear();
  }

  Facts add(String name, String value, String... styles) {
    if (value.isBlank()) {
      return this;
    }
    Label words = new Label(value);
    words.setWrapText(true);
    words.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    words.getStyleClass().addAll(styles);
    return add(name, words);
  }

  Facts add(String name, Node value) {
    Label label = new Label(name);
    label.getStyleClass().add("text-quiet");
    label.setWrapText(true);
    grid.add(label, 0, rows);
    grid.add(value, 1, rows);
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    rows++;
    return this;
  }
}
