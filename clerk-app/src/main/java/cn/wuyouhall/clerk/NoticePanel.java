package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.station.AcceptCase.Summary;
import cn.wuyouhall.station.CaseDraft;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Which of the two papers F8 means: advice, or the correction notice that starts a clock. */
final class NoticePanel implements StepView {
  private final Around around;
  private final Texts texts;
  private final Desk desk;
  private final CaseModel model;
  private final Consumer<PaperModel> showPaper;
  private final Parent root;

  @FXML private VBox reasons;
  @FXML private ActionButton advice;
  @FXML private ActionButton correction;
  @FXML private ActionButton leave;

  NoticePanel(Around around, Desk desk, CaseModel model, Consumer<PaperModel> showPaper) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.model = model;
    this.showPaper = showPaper;
    this.root = Views.load("notice", this, texts);
    advice.setOnAction(event -> advise());
    correction.setOnAction(event -> model.giveNotice());
    leave.setOnAction(event -> model.leavePanel());
    model.savingProperty().subscribe(this::render);
  }

  private void advise() {
    CaseDraft draft = model.draft().orElseThrow();
    model.leavePanel();
    showPaper.accept(
        PaperModel.of(
            around,
            "ADVICE",
            draft.item().name().zh(),
            () -> Optional.of(around.station().acceptCase().advice(desk.clerk(), draft))));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void render() {
    Optional<Summary> found = model.verdict().summary();
    if (found.isEmpty()) {
      return;
    }
    Summary summary = found.get();
    Item item = model.itemProperty().get().orElseThrow();
    Instant now = around.station().clock().instant();
    List<Node> lines =
        Words.reasons(texts, item, summary.decision(), summary.deferred(), now).stream()
            .map(words -> {
              Label line = new Label(words);
              line.setWrapText(true);
              return (Node) line;
            })
            .toList();
    reasons.getChildren().setAll(lines);
    boolean saving = model.savingProperty().get();
    advice.setForbidden(saving ? texts.get("summary.saving") : "");
    correction.setForbidden(saving ? texts.get("summary.saving") : model.verdict().notNoticeable());
  }

  @Override
  public void focus() {
    (correction.isDisabled() ? advice : correction).requestFocus();
  }
}
