package cn.wuyouhall.virtual.panel;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The strip over the window, as it glows. */
final class StripSection extends DeviceSection {
  private final Label text = new Label();

  StripSection(String name, Texts texts, Hands hands) {
    super(name, "led", texts, hands);
    text.setId(name + "-text");
    HBox strip = new HBox(text);
    strip.getStyleClass().add("strip");
    getChildren().add(strip);
  }

  @Override
  protected void refresh(PanelState now) {
    String shown = now.strips().getOrDefault(name, "");
    text.setText(shown.isEmpty() ? texts.get("led.empty") : shown);
    say("", "");
  }
}
