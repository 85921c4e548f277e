package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.CaseRecord.Document;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.station.Cases;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.EmptyState;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.controlsfx.control.textfield.CustomTextField;

/** Today's cases of this station: where each has arrived, and its papers. */
final class CasesPage {
  private static final int MOST = 300;

  private final Around around;
  private final Texts texts;
  private final Desk desk;
  private final Consumer<PaperModel> showPaper;
  private final Parent root;
  private final ObservableList<Cases.Row> rows = FXCollections.observableArrayList();
  private final FilteredList<Cases.Row> filtered = new FilteredList<>(rows);
  private final Subscription following;
  private final Subscription words;
  private boolean reading;
  private boolean readAgain;

  @FXML private Label count;
  @FXML private CustomTextField filter;
  @FXML private ActionButton back;
  @FXML private TableView<Cases.Row> table;
  @FXML private TableColumn<Cases.Row, String> time;
  @FXML private TableColumn<Cases.Row, String> number;
  @FXML private TableColumn<Cases.Row, String> item;
  @FXML private TableColumn<Cases.Row, String> applicant;
  @FXML private TableColumn<Cases.Row, String> kind;
  @FXML private TableColumn<Cases.Row, String> marks;
  @FXML private TableColumn<Cases.Row, String> province;
  @FXML private TableColumn<Cases.Row, String> stage;
  @FXML private HBox papers;

  CasesPage(Around around, Desk desk, Consumer<PaperModel> showPaper, Runnable leave) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.showPaper = showPaper;
    this.root = Views.load("cases", this, texts);
    filter.setLeft(new Sign(Signs.SEARCH));
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    filter
        .textProperty()
        .subscribe(words ->
            filtered.setPredicate(row -> matches(row, words.strip().toLowerCase(Locale.ROOT))));
    back.setOnAction(event -> leave.run());
    column(time, row -> Words.time(row.record().at()));
    column(number, row -> row.record().caseNo());
    column(item, row -> Words.item(around, row.record()));
    column(applicant, row -> Words.masked(row.record().applicant()));
    column(kind, row -> Words.kind(texts, row.record().kind()));
    column(marks, this::marksOf);
    column(province, Cases.Row::provincialNo);
    column(stage, row -> row.stage().isBlank() ? "" : texts.get("stage." + row.stage()));
    SortedList<Cases.Row> sorted = new SortedList<>(filtered);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    EmptyState empty = new EmptyState(Signs.PAPER, "", "");
    empty.headline().textProperty().bind(texts.bound("cases.none"));
    table.setPlaceholder(empty);
    table.getSelectionModel().selectedItemProperty().subscribe(this::renderPapers);
    following = desk.outlook().linksProperty().subscribe(this::read);
    words =
        texts
            .localeProperty()
            .subscribe(() -> {
              table.refresh();
              renderCount();
              renderPapers();
            });
  }

  /** From the filter: up and down choose a case, Enter shows its first paper. */
  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> table.getSelectionModel().selectPrevious();
      case DOWN -> table.getSelectionModel().selectNext();
      case ENTER ->
          Optional.ofNullable(papers.lookup(".button")).ifPresent(first -> ((Button) first).fire());
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static void column(
      TableColumn<Cases.Row, String> column, Function<Cases.Row, String> words) {
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
  }

  private String marksOf(Cases.Row row) {
    return texts.get(
        row.atProvince() ? "cases.at-province" : row.inHall() ? "cases.in-hall" : "cases.here");
  }

  /** Whether a case is meant by these words: number, name, item, province's number. */
  static boolean matches(Cases.Row row, String words) {
    return words.isBlank()
        || row.record().caseNo().toLowerCase(Locale.ROOT).contains(words)
        || row.record().applicant().name().toLowerCase(Locale.ROOT).contains(words)
        || row.record().itemName().toLowerCase(Locale.ROOT).contains(words)
        || row.provincialNo().toLowerCase(Locale.ROOT).contains(words);
  }

  /** Reads the list and puts the focus into the filter. */
  void begin() {
    read();
    filter.requestFocus();
  }

  /** Lets go of what outlives it. */
  void close() {
    following.unsubscribe();
    words.unsubscribe();
  }

  /** Filters by these words. */
  void search(String words) {
    filter.setText(words);
  }

  private void read() {
    if (reading) {
      readAgain = true;
      return;
    }
    reading = true;
    LocalDate today = HallTime.day(around.station().clock().instant());
    around
        .work()
        .run(() ->
            around.station().cases().ofThisStation(desk.clerk(), MOST).stream()
                .filter(row -> HallTime.day(row.record().at()).equals(today))
                .toList())
        .then(this::show)
        .otherwise(failure -> {
          desk.failed(failure);
          readOnce();
        });
  }

  private void show(List<Cases.Row> found) {
    Cases.Row before = table.getSelectionModel().getSelectedItem();
    if (!found.equals(new ArrayList<>(rows))) {
      rows.setAll(found);
      found.stream()
          .filter(row -> before != null && row.record().caseId().equals(before.record().caseId()))
          .findFirst()
          .ifPresentOrElse(
              table.getSelectionModel()::select, () -> table.getSelectionModel().selectFirst());
    }
    renderCount();
    readOnce();
  }

  private void readOnce() {
    reading = false;
    if (readAgain) {
      readAgain = false;
      read();
    }
  }

  private void renderCount() {
    count.setText(texts.count("cases.count", rows.size()));
  }

  private void renderPapers() {
    Cases.Row row = table.getSelectionModel().getSelectedItem();
    List<Node> nodes = new ArrayList<>();
    if (row != null) {
      for (Document document : row.record().documents()) {
        nodes.add(paper(row, document));
      }
    }
    papers.getChildren().setAll(nodes);
  }

  private Button paper(Cases.Row row, Document document) {
    Button button = new Button(texts.get("paper." + document.kind()), new Sign(Signs.PAPER));
    button.setId("cases-paper-" + document.kind());
    button.setOnAction(
        event -> showPaper.accept(PaperModel.of(around, desk.clerk(), row.record(), document)));
    return button;
  }

  Parent root() {
    return root;
  }
}
