package cn.wuyouhall.virtual.panel;

import cn.wuyouhall.virtual.device.VirtualPad;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Circle;

/** The rating pad: its lamp and its five keys. */
final class PadSection extends DeviceSection {
  private final Circle lamp = new Circle(7);
  private final Button[] keys = new Button[VirtualPad.KEYS];

  PadSection(String name, Texts texts, Hands hands) {
    super(name, "pad", texts, hands);
    lamp.getStyleClass().add("lamp");
    ((HBox) getChildren().getFirst()).getChildren().add(1, lamp);
    for (int key = 0; key < keys.length; key++) {
      keys[key] = button(name + "-key-" + key, "pad.key." + key, "pad press " + key + " @" + name);
    }
    HBox body = new HBox(6, keys);
    for (Button key : keys) {
      key.getStyleClass().add("key");
      key.setMinWidth(0);
      key.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      HBox.setHgrow(key, Priority.ALWAYS);
    }
    getChildren().add(body);
  }

  @Override
  protected void refresh(PanelState now) {
    String state = now.pads().getOrDefault(name, "idle");
    boolean awake = "asking".equals(state) || "unanswered".equals(state);
    lamp.getStyleClass().remove("lit");
    if (awake) {
      lamp.getStyleClass().add("lit");
    }
    for (Button key : keys) {
      key.setDisable(!awake);
    }
    say(texts.get("pad." + state), "unanswered".equals(state) ? "state-warn" : "");
  }
}
