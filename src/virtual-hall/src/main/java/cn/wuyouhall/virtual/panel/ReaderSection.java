package cn.wuyouhall.virtual.panel;

import cn.wuyouhall.virtual.device.Card;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** A card reader and the cards to lay on it. */
final class ReaderSection extends DeviceSection {
  private final Button lift;

  ReaderSection(String name, Texts texts, Hands hands) {
    super(name, "reader", texts, hands);
    ComboBox<String> cards = new ComboBox<>();
    cards.setId(name + "-cards");
    cards.getItems().addAll(Card.names());
    cards.getSelectionModel().selectFirst();
    cards.setMinWidth(80);
    cards.setMaxWidth(Double.MAX_VALUE);
    cards.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String card) {
            return card == null ? "" : texts.get("card." + card);
          }

          @Override
          public String fromString(String text) {
            return text;
          }
        });
    Button lay = new Button(texts.get("reader.lay"));
    lay.setId(name + "-lay");
    lay.setMinWidth(USE_PREF_SIZE);
    lay.getStyleClass().add("primary");
    lay.setOnAction(event -> hands.act("card lay " + cards.getValue() + " @" + name));
    lift = button(name + "-lift", "reader.lift", "card lift @" + name);
    HBox.setHgrow(cards, Priority.ALWAYS);
    getChildren().add(new HBox(8, cards, lay, lift));
  }

  @Override
  protected void refresh(PanelState now) {
    PanelState.Reader reader = now.readers().get(name);
    boolean empty = reader.card().isEmpty();
    lift.setDisable(empty);
    say(
        empty
            ? texts.get("reader.no-card")
            : texts.get("reader." + reader.stage(), texts.get("card." + reader.card())),
        "read".equals(reader.stage()) ? "state-good" : "");
  }
}
