package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.kiosk.Parts;
import cn.wuyouhall.kiosk.QueueWords;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.NumberHero;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** On the right: a number for someone. */
final class IssuePart {
  private final Around around;
  private final Texts texts;
  private final GuideDesk desk;
  private final Parent root;

  @FXML private Label issueLine;
  @FXML private Label card;
  @FXML private ActionButton issue;
  @FXML private Region asking;
  @FXML private ActionButton paperYes;
  @FXML private ActionButton paperNo;
  @FXML private Region issuedPanel;
  @FXML private NumberHero issuedNumber;
  @FXML private Label issuedWait;

  IssuePart(Around around, GuideDesk desk) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.root = Views.load("issue", this, texts);
    issue.setOnAction(event -> desk.issue());
    paperYes.setOnAction(event -> desk.paperCame(true));
    paperNo.setOnAction(event -> desk.paperCame(false));
  }

  /** The question has the focus. */
  void askForAnswer() {
    paperYes.requestFocus();
  }

  void render() {
    issueLine.setText(
        desk.chosen().map(now -> texts.of(now.line().name())).orElse(texts.get("issue.no-line")));
    card.setText(
        desk.cardProperty()
            .get()
            .map(GuideWords::holder)
            .orElseGet(() -> around.jobs().readsCards() ? texts.get("issue.card") : ""));
    Parts.show(card, !card.getText().isBlank());
    issue.setForbidden(desk.whyNotIssue());
    Parts.show(asking, desk.askedProperty().get().isPresent());
    Optional<IssueOutcome.Issued> done = desk.issuedProperty().get();
    Parts.show(issuedPanel, done.isPresent());
    done.ifPresent(issued -> {
      issuedNumber.show(issued.ticket().number());
      issuedWait.setText(
          QueueWords.ahead(texts, issued.ahead())
              + "\n"
              + QueueWords.wait(texts, issued.estimate()));
    });
  }

  Parent root() {
    return root;
  }
}
