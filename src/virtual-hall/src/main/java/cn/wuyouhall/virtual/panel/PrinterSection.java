package cn.wuyouhall.virtual.panel;

import javafx.scene.control.Button;

/** The ticket printer's paper, cover and switch. */
final class PrinterSection extends DeviceSection {
  private final Button cover;
  private final Button power;

  PrinterSection(String name, Texts texts, Hands hands) {
    super(name, "printer", texts, hands);
    cover = new Button();
    power = new Button();
    getChildren()
        .add(
            row(
                button(name + "-paper-out", "printer.do.paper-out", "printer paper-out @" + name),
                button(
                    name + "-paper-out-mid",
                    "printer.do.paper-out-mid",
                    "printer paper-out after 4 @" + name),
                button(name + "-near-end", "printer.do.near-end", "printer near-end @" + name),
                button(name + "-refill", "printer.do.refill", "printer refill @" + name),
                cover,
                power));
  }

  @Override
  protected void refresh(PanelState now) {
    String style =
        switch (now.printer()) {
          case "full" -> "state-good";
          case "near-end", "ending" -> "state-warn";
          default -> "state-bad";
        };
    say(texts.get("printer." + now.printer()), style);
    toggle(cover, "cover".equals(now.printer()), "cover-close", "cover-open");
    boolean off = "off".equals(now.printer());
    power.setText(texts.get(off ? "printer.do.on" : "printer.do.off"));
    power.setOnAction(event -> hands.act("printer " + (off ? "normal" : "silent") + " @" + name));
  }

  private void toggle(Button button, boolean open, String whenOpen, String whenClosed) {
    String command = open ? whenOpen : whenClosed;
    button.setText(texts.get("printer.do." + command));
    button.setOnAction(event -> hands.act("printer " + command + " @" + name));
  }
}
