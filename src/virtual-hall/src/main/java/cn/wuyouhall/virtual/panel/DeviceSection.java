package cn.wuyouhall.virtual.panel;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * One device on the panel: its name, what it is doing, its cable, and its own controls below. FX
 * thread.
 */
abstract class DeviceSection extends VBox {
  protected final String name;
  protected final Texts texts;
  protected final Hands hands;
  private final Label state = new Label();
  private final Button cable = new Button();
  private boolean plugged = true;

  DeviceSection(String name, String titleKey, Texts texts, Hands hands) {
    this.name = name;
    this.texts = texts;
    this.hands = hands;
    setId(name);
    getStyleClass().add("section");
    Label title = new Label(texts.get(titleKey));
    title.getStyleClass().add("section-title");
    state.setId(name + "-state");
    title.setMinWidth(USE_PREF_SIZE);
    cable.setId(name + "-cable");
    cable.setMinWidth(USE_PREF_SIZE);
    cable.setOnAction(event -> hands.act((plugged ? "cable cut " : "cable plug ") + name));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, title, state, gap, cable);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(head);
  }

  /** Shows the new state. */
  final void show(PanelState now) {
    plugged = now.plugged().getOrDefault(name, false);
    cable.setText(texts.get(plugged ? "cable.cut" : "cable.plug"));
    refresh(now);
    if (!plugged) {
      say(texts.get("cable.out"), "state-bad");
    }
  }

  /** Shows what this kind of device shows. */
  protected abstract void refresh(PanelState now);

  /**
   * Puts the device's state into words; the style says good, warning or bad, empty for none of
   * these.
   */
  protected final void say(String words, String style) {
    if (!Objects.equals(state.getText(), words)) {
      state.setText(words);
    }
    state.getStyleClass().removeIf(known -> known.startsWith("state-"));
    if (!style.isEmpty()) {
      state.getStyleClass().add(style);
    }
  }

  /** A row of buttons that wraps. */
  protected final FlowPane row(Button... buttons) {
    FlowPane row = new FlowPane(8, 8, buttons);
    row.setPrefWrapLength(340);
    return row;
  }

  /** A button that carries out a command. */
  protected final Button button(String id, String key, String command) {
    Button button = new Button(texts.get(key));
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> hands.act(command));
    return button;
  }
}
