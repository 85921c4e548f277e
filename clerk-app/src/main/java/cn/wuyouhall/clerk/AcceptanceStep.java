package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.CaseRecord.Document;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.station.AcceptCase.Summary;
import cn.wuyouhall.station.Cases;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Step 4: what the rules say with every reason; afterwards the number, its marks, its papers. */
final class AcceptanceStep implements StepView {
  private final Around around;
  private final Texts texts;
  private final Desk desk;
  private final CaseModel model;
  private final Consumer<PaperModel> showPaper;
  private final Parent root;

  @FXML private VBox body;

  AcceptanceStep(Around around, Desk desk, CaseModel model, Consumer<PaperModel> showPaper) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.model = model;
    this.showPaper = showPaper;
    this.root = Views.load("acceptance", this, texts);
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void render() {
    List<Node> nodes = new ArrayList<>();
    model
        .recordProperty()
        .get()
        .ifPresentOrElse(record -> taken(record, nodes), () -> undecided(nodes));
    body.getChildren().setAll(nodes);
  }

  private void undecided(List<Node> nodes) {
    Optional<Summary> found = model.verdict().summary();
    if (found.isEmpty()) {
      nodes.add(label(texts.get("accept.no-item"), "text-lead"));
      return;
    }
    Summary summary = found.get();
    Item item = model.itemProperty().get().orElseThrow();
    Instant now = around.station().clock().instant();
    nodes.add(label(Words.decision(texts, summary.decision()), "text-title"));
    for (String reason : Words.reasons(texts, item, summary.decision(), summary.deferred(), now)) {
      nodes.add(label("· " + reason, "reason-line"));
    }
    if (!model.applicant().isComplete()) {
      nodes.add(label("· " + texts.get("accept.no-applicant"), "reason-line"));
    }
    nodes.add(
        label(
            texts.get(summary.decision().kind().accepts() ? "accept.how" : "accept.how-not"),
            "text-quiet"));
  }

  private void taken(CaseRecord record, List<Node> nodes) {
    nodes.add(
        label(Words.kind(texts, record.kind()) + " · " + Words.item(around, record), "text-lead"));
    Label number = label(record.caseNo(), "case-number");
    number.setId("case-number");
    number.setWrapText(false);
    number.setMinWidth(Region.USE_PREF_SIZE);
    nodes.add(number);
    nodes.add(marks());
    GridPane grid = new GridPane();
    grid.getStyleClass().add("facts");
    Instant now = around.station().clock().instant();
    Facts facts =
        new Facts(grid)
            .add(
                texts.get("summary.promised"),
                record.promisedDue().map(day -> Words.day(day, now)).orElse(""))
            .add(
                texts.get("summary.legal"),
                record.legalDue().map(day -> Words.day(day, now)).orElse(""));
    record
        .deferred()
        .forEach((material, day) ->
            facts.add(
                texts.get("summary.deferred"),
                texts.get(
                    "deferred.until",
                    record.materialNames().getOrDefault(material, material),
                    Words.day(day, now)),
                "text-warn"));
    nodes.add(grid);
    for (Document document : record.documents()) {
      nodes.add(paper(record, document));
    }
  }

  private HBox marks() {
    Optional<Cases.Row> row = model.rowProperty().get();
    String province = row.map(Cases.Row::provincialNo).orElse("");
    HBox marks =
        new HBox(
            mark("mark-here", true, texts.get("place.here")),
            mark("mark-hall", row.map(Cases.Row::inHall).orElse(false), texts.get("place.hall")),
            mark(
                "mark-province",
                row.map(Cases.Row::atProvince).orElse(false),
                province.isBlank()
                    ? texts.get("place.province")
                    : texts.get("place.province") + " " + province));
    marks.getStyleClass().add("case-marks");
    return marks;
  }

  private HBox mark(String id, boolean done, String words) {
    Label label = new Label(done ? words : texts.get("place.on-its-way", words));
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.getStyleClass().add(done ? "text-good" : "text-quiet");
    HBox box = new HBox(done ? Sign.of(Signs.CHECK, "good") : Sign.of(Signs.CLOCK), label);
    box.setId(id);
    box.getStyleClass().addAll("case-mark", done ? "done" : "waiting");
    return box;
  }

  private HBox paper(CaseRecord record, Document document) {
    Label name = new Label(texts.get("paper." + document.kind()));
    name.getStyleClass().add("text-strong");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label number = new Label(document.number());
    number.getStyleClass().add("text-quiet");
    Region room = new Region();
    HBox.setHgrow(room, javafx.scene.layout.Priority.ALWAYS);
    ActionButton show = new ActionButton(texts.get("paper.show"));
    if (document.equals(record.documents().getFirst())) {
      show.setKey("Enter");
    }
    show.setId("paper-show-" + document.kind());
    show.getStyleClass().add("compact");
    show.setMinWidth(Region.USE_PREF_SIZE);
    show.setOnAction(
        event -> showPaper.accept(PaperModel.of(around, desk.clerk(), record, document)));
    HBox row = new HBox(Sign.of(Signs.PAPER), name, number, room, show);
    row.getStyleClass().add("paper-row");
    return row;
  }

  private static Label label(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }

  @Override
  public void focus() {
    Node first = body.lookup(".button");
    (first == null ? root : first).requestFocus();
  }
}
