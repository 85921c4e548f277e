package cn.wuyouhall.kiosk;

import cn.wuyouhall.station.ShowLines.Offer;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The buttons a citizen chooses by. */
final class Choices {
  private static final Map<String, Signs> ERRAND_SIGNS =
      Map.of(
          "shop", Signs.SHOP,
          "newborn", Signs.CHILD,
          "insurance", Signs.SHIELD,
          "driving", Signs.CAR,
          "identity", Signs.CARD,
          "home", Signs.HOUSE_KEY,
          "retirement", Signs.LEAF,
          "relief", Signs.HEART);

  private Choices() {}

  /** A tile of an everyday errand. */
  static Button tile(String id, String errand, String name, Runnable chosen) {
    Label words = new Label(name);
    words.setWrapText(true);
    words.getStyleClass().add("tile-words");
    HBox face = new HBox(Sign.of(ERRAND_SIGNS.getOrDefault(errand, Signs.LIST), "brand"), words);
    face.getStyleClass().add("tile-face");
    Button tile = button(id, face, chosen);
    tile.getStyleClass().add("tile");
    tile.setAccessibleText(name);
    return tile;
  }

  /** A row: a name on the left, a state on the right, an arrow. */
  static Button row(String id, String name, String state, boolean open, Runnable chosen) {
    Label words = new Label(name);
    words.setWrapText(true);
    words.getStyleClass().add("row-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Label right = new Label(state);
    right.setMinWidth(Region.USE_PREF_SIZE);
    right.getStyleClass().add("row-state");
    HBox face = new HBox(words, right, new Sign(open ? Signs.FORWARD : Signs.CLOCK));
    face.getStyleClass().add("row-face");
    Button row = button(id, face, chosen);
    row.getStyleClass().add("row");
    row.setAccessibleText(name + " " + state);
    return row;
  }

  /** A row of two lines, for items: the name, below it the line and how it stands. */
  static Button itemRow(String id, String name, String below, Runnable chosen) {
    Label words = new Label(name);
    words.setWrapText(true);
    words.getStyleClass().add("row-words");
    Label state = new Label(below);
    state.setWrapText(true);
    state.setVisible(!below.isBlank());
    state.setManaged(!below.isBlank());
    state.getStyleClass().add("row-state");
    VBox text = new VBox(words, state);
    text.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox face = new HBox(text, new Sign(Signs.FORWARD));
    face.getStyleClass().add("row-face");
    Button row = button(id, face, chosen);
    row.getStyleClass().add("row");
    row.setAccessibleText(name + " " + below);
    return row;
  }

  /** A line as a row. */
  static Button line(Texts texts, Offer offer, Runnable chosen) {
    Button row =
        row(
            "line-" + offer.line().id(),
            texts.of(offer.line().name()),
            Words.state(texts, offer),
            offer.open(),
            chosen);
    if (!offer.open()) {
      row.getStyleClass().add("closed");
    }
    return row;
  }

  private static Button button(String id, Region face, Runnable chosen) {
    Button button = new Button();
    button.setId(id);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    face.setMouseTransparent(true);
    button.setGraphic(face);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMaxHeight(Double.MAX_VALUE);
    face.prefWidthProperty()
        .bind(
            button
                .widthProperty()
                .subtract(
                    javafx.beans.binding.Bindings.createDoubleBinding(
                        () -> button.getInsets().getLeft() + button.getInsets().getRight(),
                        button.insetsProperty())));
    button.setOnAction(event -> chosen.run());
    return button;
  }
}
