package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.EmptyState;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/** Which item, by pinyin initials on the glass (ids {@code key-A} … {@code key-9}). */
final class SearchPage implements PageView {
  private static final List<String> KEYS =
      List.of("1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM");
  private static final int LARGE_AT_ONCE = 2;
  private static final int WIDE_AT_ONCE = 3;
  private static final int TALL_AT_ONCE = 6;

  private final Around around;
  private final Parent root;
  private String shown = "";

  @FXML private PageHeader header;
  @FXML private CustomTextField typed;
  @FXML private EmptyState nothing;
  @FXML private Pager found;
  @FXML private VBox keyboard;

  SearchPage(Around around) {
    this.around = around;
    this.root = Views.load("search", this, around.texts());
    header.connect(around);
    found.connect(around.texts());
    typed.setLeft(new Sign(Signs.SEARCH));
    typed.textProperty().bind(around.visit().typing().typedProperty());
    for (String row : KEYS) {
      keyboard.getChildren().add(row(row));
    }
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  @Override
  public Parent root() {
    return root;
  }

  private HBox row(String keys) {
    HBox row = new HBox();
    row.getStyleClass().add("key-row");
    VBox.setVgrow(row, Priority.ALWAYS);
    keys.chars().forEach(key -> row.getChildren().add(key(String.valueOf((char) key))));
    if (keys.startsWith("Z")) {
      Button erase = new Button("", new Sign(Signs.ERASE));
      erase.setId("key-erase");
      erase.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      erase.accessibleTextProperty().bind(around.texts().bound("search.erase"));
      erase.setOnAction(event -> around.visit().typing().erase());
      row.getChildren().add(grow(erase));
    }
    return row;
  }

  private Button key(String letter) {
    Button key = new Button(letter);
    key.setId("key-" + letter);
    key.setOnAction(event -> around.visit().typing().type(letter));
    return grow(key);
  }

  private static Button grow(Button key) {
    key.getStyleClass().add("key");
    key.setFocusTraversable(false);
    key.setMaxWidth(Double.MAX_VALUE);
    key.setMaxHeight(Double.MAX_VALUE);
    HBox.setHgrow(key, Priority.ALWAYS);
    return key;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.BACK_SPACE) {
      around.visit().typing().erase();
    } else if (event.getCode().isLetterKey() || event.getCode().isDigitKey()) {
      around.visit().typing().type(event.getCode().getName());
    }
  }

  @Override
  public void render(Page page) {
    List<Item> items = around.visit().typing().foundProperty().get();
    String words = around.visit().typing().typedProperty().get();
    if (!words.equals(shown)) {
      shown = words;
      found.first();
    }
    boolean empty = items.isEmpty();
    nothing.setVisible(empty);
    found.setVisible(!empty);
    if (empty) {
      String key = words.isEmpty() ? "search.empty" : "search.none";
      nothing.show(Signs.SEARCH, around.texts().get(key), around.texts().get(key + ".how"));
    }
    boolean large = around.visit().largeProperty().get();
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      rows.add(
          Choices.itemRow(
              "item-" + i,
              around.texts().of(item.name()),
              large
                  ? ""
                  : around
                      .visit()
                      .hall()
                      .offerFor(item)
                      .map(o -> Words.below(around.texts(), o))
                      .orElse(""),
              () -> around.visit().choose(item)));
    }
    found.show(rows, around.atOnce(root, LARGE_AT_ONCE, WIDE_AT_ONCE, TALL_AT_ONCE), 1);
  }

  @Override
  public void forget() {
    shown = "";
  }
}
