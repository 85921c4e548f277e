package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.NumberHero;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The number, where to wait, how long, what to bring. */
final class SuccessPage implements PageView {
  private static final int MOST = 6;
  private static final int MOST_LARGE = 4;

  private final Around around;
  private final Parent root;

  @FXML private NumberHero number;
  @FXML private Label where;
  @FXML private Label ahead;
  @FXML private Label wait;
  @FXML private VBox bring;
  @FXML private Label takeAway;
  @FXML private Label back;
  @FXML private Button finish;

  SuccessPage(Around around) {
    this.around = around;
    this.root = Views.load("success", this, around.texts());
    finish.setOnAction(event -> around.visit().home());
    around.visit().secondsLeftProperty().subscribe(this::countDown);
    around.visit().cardOnPlateProperty().subscribe(this::remind);
  }

  @Override
  public Parent root() {
    return root;
  }

  private void countDown() {
    back.setText(around.texts().get("success.back", around.visit().secondsLeftProperty().get()));
  }

  private void remind() {
    boolean card = around.visit().cardOnPlateProperty().get();
    takeAway.setText(around.texts().get(card ? "success.take.card" : "success.take"));
  }

  @Override
  public void render(Page page) {
    if (!(page instanceof Page.Success success)) {
      return;
    }
    countDown();
    remind();
    Texts texts = around.texts();
    TicketNumber ticket = success.ticket().number();
    number.show(ticket);
    String line =
        around.jobs().rules().line(success.ticket().line()).map(l -> texts.of(l.name())).orElse("");
    String windows = Words.windows(texts, around.jobs().rules().windowsOf(success.ticket().line()));
    boolean large = around.visit().largeProperty().get();
    where.setText(large ? line + "\n" + windows : texts.get("success.where", line, windows));
    ahead.setText(QueueWords.ahead(texts, success.ahead()));
    wait.setText(QueueWords.wait(texts, success.estimate()));
    int most = large ? MOST_LARGE : MOST;
    bring
        .getChildren()
        .setAll(
            success.item().map(item -> Words.bring(texts, item, most)).orElse(List.of()).stream()
                .map(SuccessPage::line)
                .toList());
    if (bring.getChildren().isEmpty()) {
      bring.getChildren().add(line(texts.get("success.bring.line")));
    }
  }

  private static Label line(String words) {
    Label line = new Label(words);
    line.setWrapText(true);
    return line;
  }
}
