package cn.wuyouhall.virtual.panel;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A scanner and a text to scan; the last ticket's code is offered. */
final class ScannerSection extends DeviceSection {
  private final TextField text = new TextField();
  private final Button last;
  private String offered = "";

  ScannerSection(String name, Texts texts, Hands hands) {
    super(name, "scanner", texts, hands);
    text.setId(name + "-text");
    text.setPromptText(texts.get("scanner.prompt"));
    text.setOnAction(event -> scan());
    HBox.setHgrow(text, Priority.ALWAYS);
    Button scan = new Button(texts.get("scanner.scan"));
    scan.setId(name + "-scan");
    scan.setMinWidth(USE_PREF_SIZE);
    scan.getStyleClass().add("primary");
    scan.disableProperty().bind(text.textProperty().isEmpty());
    scan.setOnAction(event -> scan());
    last = new Button(texts.get("scanner.last"));
    last.setId(name + "-last");
    last.setMinWidth(USE_PREF_SIZE);
    last.setOnAction(event -> text.setText(offered));
    getChildren().add(new HBox(8, text, last, scan));
  }

  private void scan() {
    if (!text.getText().isBlank()) {
      hands.act("scan " + text.getText() + " @" + name);
    }
  }

  @Override
  protected void refresh(PanelState now) {
    say("", "");
    String code = now.paper() == null ? "" : now.paper().code();
    last.setDisable(code.isEmpty());
    if (!code.equals(offered)) {
      boolean untouched = text.getText().isEmpty() || text.getText().equals(offered);
      offered = code;
      if (untouched) {
        text.setText(code);
      }
    }
  }
}
