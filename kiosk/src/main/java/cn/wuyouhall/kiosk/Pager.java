package cn.wuyouhall.kiosk;

import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/**
 * Choices in pages instead of a list to be scrolled (ids {@code page-previous}, {@code page-next},
 * {@code page-words}). One page shows no buttons for paging.
 */
public final class Pager extends VBox {
  private final GridPane grid = new GridPane();
  private final Button previous = new Button();
  private final Label words = new Label();
  private final Button next = new Button();
  private final HBox paging = new HBox();

  private Texts texts;
  private List<? extends Node> choices = List.of();
  private int perPage = 1;
  private int columns = 1;
  private int page;

  /** Nothing to choose yet. */
  public Pager() {
    getStyleClass().add("pager");
    grid.getStyleClass().add("choices");
    paging.getStyleClass().add("paging");
    previous.setId("page-previous");
    words.setId("page-words");
    next.setId("page-next");
    previous.setGraphic(new Sign(Signs.BACK));
    next.setGraphic(new Sign(Signs.FORWARD));
    next.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    previous.setOnAction(event -> turn(-1));
    next.setOnAction(event -> turn(1));
    Region left = new Region();
    Region right = new Region();
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    words.setMinWidth(Region.USE_PREF_SIZE);
    paging.setAlignment(Pos.CENTER);
    paging.getChildren().addAll(previous, left, words, right, next);
    VBox.setVgrow(grid, Priority.ALWAYS);
    getChildren().addAll(grid, paging);
  }

  void connect(Texts source) {
    texts = source;
    previous.textProperty().bind(source.bound("choose.previous"));
    next.textProperty().bind(source.bound("choose.next"));
  }

  /**
   * Shows these choices, {@code atOnce} to a page in so many columns; stays on its page if it can.
   */
  void show(List<? extends Node> nodes, int atOnce, int inColumns) {
    choices = nodes;
    perPage = atOnce;
    columns = inColumns;
    turn(0);
  }

  void first() {
    page = 0;
  }

  private void turn(int by) {
    int pages = Math.max(1, (choices.size() + perPage - 1) / perPage);
    page = Math.clamp(page + by, 0, pages - 1);
    List<? extends Node> shown =
        choices.subList(page * perPage, Math.min(choices.size(), (page + 1) * perPage));
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    grid.getRowConstraints().clear();
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      column.setFillWidth(true);
      grid.getColumnConstraints().add(column);
    }
    for (int i = 0; i * columns < perPage; i++) {
      RowConstraints row = new RowConstraints();
      row.setPercentHeight(100.0 * columns / perPage);
      row.setFillHeight(true);
      grid.getRowConstraints().add(row);
    }
    for (int i = 0; i < shown.size(); i++) {
      grid.add(shown.get(i), i % columns, i / columns);
    }
    words.setText(texts.get("choose.page", page + 1, pages));
    previous.setDisable(page == 0);
    next.setDisable(page == pages - 1);
    paging.setVisible(pages > 1);
    paging.setManaged(pages > 1);
  }
}
