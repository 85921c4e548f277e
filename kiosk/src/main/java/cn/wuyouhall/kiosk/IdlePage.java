package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.station.ShowLines.Offer;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.StatusStrip;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The first page: who are we, what time is it, card or touch. */
final class IdlePage implements PageView {
  private final Around around;
  private final Parent root;

  @FXML private Label hallName;
  @FXML private Label clock;
  @FXML private Label date;
  @FXML private Button largeType;
  @FXML private Button language;
  @FXML private Button help;
  @FXML private Button touchStart;
  @FXML private Region cardPanel;
  @FXML private Region waiting;
  @FXML private GridPane waitingLines;
  @FXML private StatusStrip status;

  IdlePage(Around around) {
    this.around = around;
    this.root = Views.load("idle", this, around.texts());
    largeType.setOnAction(event -> around.visit().toggleLarge());
    language.setOnAction(event -> around.visit().toggleLanguage());
    help.setOnAction(event -> around.visit().help());
    touchStart.setOnAction(event -> around.visit().start());
    around.timers().every(Duration.ofSeconds(1), this::tick);
    tick();
  }

  @Override
  public Parent root() {
    return root;
  }

  private void tick() {
    LocalDateTime now = HallTime.local(around.clock().instant());
    clock.setText(Words.clock(now.toLocalTime()));
    date.setText(Words.date(around.texts(), now));
  }

  @Override
  public void render(Page page) {
    cardPanel.setVisible(around.jobs().readsCards());
    cardPanel.setManaged(around.jobs().readsCards());
    hallName.setText(around.texts().of(around.jobs().rules().name()));
    largeType.setText(
        around.texts().get(around.visit().largeProperty().get() ? "large.off" : "large"));
    tick();
    renderWaiting();
    renderStatus();
  }

  private void renderWaiting() {
    waitingLines.getChildren().clear();
    waitingLines.getColumnConstraints().clear();
    List<Offer> offers = around.visit().hall().offersProperty().get();
    for (int i = 0; i < offers.size(); i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / offers.size());
      waitingLines.getColumnConstraints().add(column);
      waitingLines.add(waitingName(offers.get(i)), i, 0);
      waitingLines.add(waitingState(offers.get(i)), i, 1);
    }
    boolean shown =
        !waitingLines.getChildren().isEmpty()
            && !around.visit().largeProperty().get()
            && !around.visit().cardToTakeProperty().get();
    waiting.setVisible(shown);
    waiting.setManaged(shown);
  }

  private Label waitingName(Offer offer) {
    Label name = new Label(around.texts().of(offer.line().name()));
    name.getStyleClass().add("text-quiet");
    name.setWrapText(true);
    return name;
  }

  private Label waitingState(Offer offer) {
    Label state =
        new Label(
            offer.open()
                ? around.texts().count("idle.ahead", offer.ahead())
                : Words.state(around.texts(), offer));
    state.getStyleClass().add("text-strong");
    state.setWrapText(true);
    return state;
  }

  private void renderStatus() {
    if (around.visit().hall().awayProperty().get()) {
      status.show(StatusStrip.Tone.WARN, around.texts().get("hall.away"));
    } else if (around.visit().hall().printerAwayProperty().get()) {
      status.show(StatusStrip.Tone.WARN, around.texts().get("printer.trouble"));
    } else {
      status.clear();
    }
  }
}
