package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.station.GuideTickets.LineNow;
import cn.wuyouhall.station.GuideTickets.Look;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** On the left: the lines with their keys, and the day's figures. */
final class LinesPart {
  private final Texts texts;
  private final GuideDesk desk;
  private final GuideRows rows;
  private final Parent root;

  @FXML private VBox lines;
  @FXML private Label day;

  LinesPart(Around around, GuideDesk desk, GuideRows rows) {
    this.texts = around.texts();
    this.desk = desk;
    this.rows = rows;
    this.root = Views.load("lines", this, texts);
  }

  void render() {
    desk.hall().lookProperty().get().ifPresent(this::render);
  }

  private void render(Look look) {
    day.setText(texts.get("desk.day", look.issued(), look.served(), look.noShow()));
    List<Button> shown = new ArrayList<>();
    for (int i = 0; i < look.lines().size(); i++) {
      int key = i + 1;
      LineNow line = look.lines().get(i);
      boolean chosen = desk.lineProperty().get().equals(Optional.of(line.line().id()));
      shown.add(rows.line(key, line, chosen, () -> desk.choose(key)));
    }
    GuideRows.put(lines, shown);
  }

  Parent root() {
    return root;
  }
}
