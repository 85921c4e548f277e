package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.people.Masking;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.station.AcceptCase.Summary;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** What F9 comes to: Enter takes the case in, Esc leaves. */
final class SummaryPanel implements StepView {
  private final Around around;
  private final Texts texts;
  private final CaseModel model;
  private final Parent root;

  @FXML private Label title;
  @FXML private GridPane facts;
  @FXML private ActionButton leave;
  @FXML private ActionButton confirm;

  SummaryPanel(Around around, CaseModel model) {
    this.around = around;
    this.texts = around.texts();
    this.model = model;
    this.root = Views.load("summary", this, texts);
    confirm.setOnAction(event -> model.accept());
    leave.setOnAction(event -> model.leavePanel());
    model.savingProperty().subscribe(this::render);
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
    confirm.setForbidden(model.savingProperty().get() ? texts.get("summary.saving") : "");
    title.setText(Words.decision(texts, summary.decision()));
    Person applicant = model.applicant().person();
    String none = texts.get("summary.no-deadline");
    new Facts(facts)
        .add(texts.get("summary.item"), texts.of(item.name()), "text-strong")
        .add(
            texts.get("summary.applicant"),
            applicant.name() + "   " + Masking.numberAtDesk(applicant.idNumber()))
        .add(
            texts.get("summary.promised"),
            summary.promisedDue().map(day -> Words.day(day, now)).orElse(none)
                + " ("
                + Words.limit(texts, item.promisedLimit())
                + ")")
        .add(
            texts.get("summary.legal"),
            summary.legalDue().map(day -> Words.day(day, now)).orElse(none)
                + " ("
                + Words.limit(texts, item.legalLimit())
                + ")")
        .add(
            texts.get("summary.calendar"),
            summary.noCalendar() == 0 ? "" : texts.get("summary.no-calendar", summary.noCalendar()))
        .add(
            texts.get("summary.conditions"),
            String.join(
                "\n", Words.reasons(texts, item, summary.decision(), summary.deferred(), now)),
            "text-warn")
        .add(
            texts.get("summary.papers"),
            summary.papers().stream()
                .map(paper -> texts.get("paper." + paper))
                .collect(Collectors.joining(texts.get("list.comma"))));
  }

  @Override
  public void focus() {
    confirm.requestFocus();
  }
}
