package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.kiosk.Parts;
import cn.wuyouhall.station.GuideTickets.Look;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Below the ticket: the ones that wait for a guide. */
final class AlertsPart {
  private static final int MOST = 7;

  private final Texts texts;
  private final GuideDesk desk;
  private final GuideRows rows;
  private final Parent root;

  @FXML private Label wantingTitle;
  @FXML private Region noAlerts;
  @FXML private VBox alerts;
  @FXML private Label moreAlerts;

  AlertsPart(Around around, GuideDesk desk, GuideRows rows) {
    this.texts = around.texts();
    this.desk = desk;
    this.rows = rows;
    this.root = Views.load("alerts", this, texts);
  }

  void render() {
    render(desk.hall().lookProperty().get().map(Look::wanting).orElse(List.of()));
  }

  private void render(List<Ticket> wanting) {
    wantingTitle.setText(
        wanting.isEmpty() ? texts.get("alerts.title") : texts.get("alerts.count", wanting.size()));
    Parts.show(noAlerts, wanting.isEmpty());
    List<Button> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, wanting.size()); i++) {
      int key = i + 1;
      shown.add(rows.wanting(key, wanting.get(i), () -> desk.selectWanting(key)));
    }
    GuideRows.put(alerts, shown);
    int more = wanting.size() - MOST;
    Parts.show(moreAlerts, more > 0);
    moreAlerts.setText(texts.get("alerts.more", more));
  }

  Parent root() {
    return root;
  }
}
