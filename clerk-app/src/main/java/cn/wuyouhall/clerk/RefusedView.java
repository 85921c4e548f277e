package cn.wuyouhall.clerk;

import cn.wuyouhall.station.Refusals.By;
import cn.wuyouhall.station.Refusals.Refusal;
import cn.wuyouhall.station.Refusals.Subject;
import cn.wuyouhall.ui.Sentence;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.StatusStrip;
import java.time.Instant;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** What the hall or the province refused for good: what, why, what is safe, what to do. */
final class RefusedView {
  private final Around around;
  private final Texts texts;
  private final Sentence sentence;
  private final Parent root;

  @FXML private ActionButton close;
  @FXML private StatusStrip says;
  @FXML private ScrollPane scroll;
  @FXML private VBox rows;

  RefusedView(Around around, Desk desk, Runnable leave) {
    this.around = around;
    this.texts = around.texts();
    this.sentence = new Sentence(texts);
    this.root = Views.load("refused", this, texts);
    close.setOnAction(event -> leave.run());
    sentence.words().subscribe(words -> says.say(words));
    around
        .work()
        .run(() -> around.station().refusals().list(desk.clerk()))
        .then(this::show)
        .otherwise(sentence::failed);
  }

  private void show(List<Refusal> all) {
    if (all.isEmpty()) {
      sentence.say("refused.none");
    }
    rows.getChildren().setAll(all.stream().map(this::row).toList());
  }

  private Node row(Refusal one) {
    Instant now = around.station().clock().instant();
    VBox row =
        new VBox(
            line(what(one), "text-strong"),
            line(texts.get("refused.by." + one.by(), Words.moment(one.at(), now)), "text-quiet"),
            line(why(one), ""));
    if (!one.said().isBlank()) {
      row.getChildren().add(line(texts.get("refused.said", one.said()), "text-quiet"));
    }
    row.getChildren().addAll(line(safe(one), ""), line(todo(one), "text-brand"));
    row.getStyleClass().add("refused-row");
    return row;
  }

  private String what(Refusal one) {
    if (one.subject() == Subject.RATING) {
      return texts.get("refused.rating");
    }
    return one.caseNo().isBlank()
        ? texts.get("refused.case.unknown")
        : texts.get("refused.case", one.caseNo()) + " \u00b7 " + one.itemName();
  }

  private String why(Refusal one) {
    String key = "refusal." + one.code();
    return texts.has(key) ? texts.get(key) : texts.get("refusal.OTHER", one.code());
  }

  private String safe(Refusal one) {
    if (one.subject() == Subject.RATING) {
      return texts.get("refused.safe.RATING");
    }
    return texts.get(one.by() == By.HALL ? "refused.safe.CASE.HALL" : "refused.safe.CASE.PROVINCE");
  }

  private String todo(Refusal one) {
    String key = "refused.todo." + one.code();
    return texts.get(texts.has(key) ? key : "refused.todo." + one.subject());
  }

  private static Label line(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }

  Parent root() {
    return root;
  }

  void focus() {
    scroll.requestFocus();
  }
}
