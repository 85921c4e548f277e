package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.hall.Line;
import cn.wuyouhall.domain.queue.HallQueue.Current;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.rating.RatingBox.Progress;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.EmptyState;
import cn.wuyouhall.ui.controls.NumberHero;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import cn.wuyouhall.ui.controls.StatusStrip;
import cn.wuyouhall.ui.controls.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The middle of the desk: nobody, somebody called, or the visit with its cases. */
final class VisitPane {
  private final Around around;
  private final Texts texts;
  private final Desk desk;
  private final GuidePane guide;
  private final Consumer<PaperModel> showPaper;
  private final BooleanSupplier covered;
  private final Parent root;
  private final Map<CaseModel, CaseView> views = new HashMap<>();
  private final Subscription words;
  private Subscription shown = Subscription.EMPTY;
  private Subscription visitShown = Subscription.EMPTY;
  private Optional<Visit> drawn = Optional.empty();

  @FXML private VBox free;
  @FXML private EmptyState nobody;
  @FXML private Label rating;
  @FXML private VBox called;
  @FXML private Label calledHow;
  @FXML private NumberHero calledNumber;
  @FXML private Label calledWho;
  @FXML private Label calledWait;
  @FXML private VBox serving;
  @FXML private NumberHero number;
  @FXML private Label who;
  @FXML private Label line;
  @FXML private Label elapsed;
  @FXML private HBox tabs;
  @FXML private Steps steps;
  @FXML private ActionButton another;
  @FXML private StackPane host;
  @FXML private StatusStrip sentence;
  @FXML private HBox foot;
  @FXML private Sign decisionSign;
  @FXML private Label decision;
  @FXML private ActionButton notice;
  @FXML private ActionButton accept;
  @FXML private ActionButton end;

  VisitPane(
      Around around,
      Desk desk,
      GuidePane guide,
      Consumer<PaperModel> showPaper,
      BooleanSupplier covered) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.guide = guide;
    this.showPaper = showPaper;
    this.covered = covered;
    this.root = Views.load("visit", this, texts);
    List.of(another, notice, accept, end).forEach(key -> key.setFocusTraversable(false));
    another.setOnAction(event -> visit().ifPresent(Visit::another));
    notice.setOnAction(event -> active().ifPresent(CaseModel::offerNotice));
    accept.setOnAction(event -> active().ifPresent(CaseModel::review));
    end.setOnAction(event -> desk.endVisit());
    desk.currentProperty().subscribe(this::render);
    desk.visitProperty().subscribe(this::render);
    desk.outlook().waitingProperty().subscribe(this::render);
    desk.lastProperty().subscribe(this::render);
    words =
        texts
            .localeProperty()
            .subscribe(() -> {
              render();
              renderCase();
            });
    render();
  }

  Parent root() {
    return root;
  }

  private Optional<Visit> visit() {
    return desk.visitProperty().get();
  }

  private Optional<CaseModel> active() {
    return visit().map(now -> now.activeProperty().get());
  }

  private void render() {
    Optional<Current> now = desk.currentProperty().get();
    boolean isServing = visit().isPresent();
    show(free, now.isEmpty() && !isServing);
    show(called, now.isPresent() && !isServing);
    show(serving, isServing);
    int waits = desk.outlook().waitingProperty().get().size();
    nobody.show(
        Signs.WINDOW,
        texts.get("free.title"),
        waits == 0 ? texts.get("free.nobody") : texts.count("free.waiting", waits));
    rating.setText(
        desk.lastProperty()
            .get()
            .map(one -> texts.get("rating.of", one.number(), ratingWord(one.rating())))
            .orElse(""));
    now.ifPresent(this::renderTicket);
    follow();
  }

  private String ratingWord(Optional<Progress> progress) {
    Optional<RatingOutcome> outcome = progress.flatMap(Progress::outcome);
    if (outcome.isEmpty()) {
      return texts.get("rating.asked");
    }
    return texts.get(outcome.get() == RatingOutcome.ANSWERED ? "rating.done" : "rating.not-rated");
  }

  private void renderTicket(Current now) {
    Ticket ticket = now.ticket();
    String person = ticket.holder().map(Words::masked).orElse("");
    String lineName =
        around.station().rules().line(ticket.line()).map(Line::name).map(texts::of).orElse("");
    calledNumber.show(ticket.number());
    number.show(ticket.number());
    calledHow.setText(texts.count("called.times", Math.max(1, ticket.calls())));
    calledWho.setText(person.isBlank() ? lineName : person + " · " + lineName);
    String waited = texts.count("waited", Words.minutes(ticket.issuedAt(), now.since()));
    calledWait.setText(waited);
    String name =
        active()
            .map(model -> model.applicant().person())
            .map(Words::masked)
            .filter(word -> !word.isBlank())
            .orElse(person);
    who.setText(name.isBlank() ? texts.get("who.unknown") : name);
    line.setText(lineName + " · " + waited);
    tick();
  }

  /** Lets go of what outlives it. */
  void close() {
    words.unsubscribe();
    views.values().forEach(CaseView::close);
  }

  /** The clock of the visit. */
  void tick() {
    Instant instant = around.station().clock().instant();
    desk.currentProperty()
        .get()
        .ifPresent(now -> elapsed.setText(Words.elapsed(Duration.between(now.since(), instant))));
  }

  private void follow() {
    if (visit().equals(drawn)) {
      return;
    }
    drawn = visit();
    visitShown.unsubscribe();
    views.values().forEach(CaseView::close);
    views.clear();
    shown.unsubscribe();
    host.getChildren().clear();
    guide.follow(drawn);
    drawn.ifPresent(now ->
        visitShown =
            now.activeProperty()
                .subscribe(model -> showCase(model))
                .and(now.sentenceProperty().subscribe(words -> renderSentence())));
  }

  private void showCase(CaseModel model) {
    shown.unsubscribe();
    CaseView view =
        views.computeIfAbsent(
            model, one -> new CaseView(around, desk, one, guide, showPaper, covered));
    host.getChildren().setAll(view.root());
    shown =
        model
            .versionProperty()
            .subscribe(this::renderCase)
            .and(model.stepProperty().subscribe(this::renderCase))
            .and(model.panelProperty().subscribe(this::renderCase))
            .and(model.sentenceProperty().subscribe(this::renderSentence));
    renderCase();
    view.focus();
  }

  private void renderCase() {
    if (active().isEmpty()) {
      return;
    }
    CaseModel model = active().get();
    renderSteps(model);
    renderTabs();
    desk.currentProperty().get().ifPresent(this::renderTicket);
    boolean panel = model.panelProperty().get() != CaseModel.Panel.NONE;
    show(foot, !panel);
    String why = model.notAcceptable();
    accept.setForbidden(panel ? texts.get("accept.in-panel") : why);
    notice.setForbidden(
        model.isTaken()
            ? texts.get("accept.taken")
            : model.itemProperty().get().isEmpty() ? texts.get("accept.no-item") : "");
    end.setForbidden(desk.whyNotEnd());
    decision.setText(
        model.isTaken()
            ? texts.get("accept.taken")
            : why.isBlank()
                ? model.verdict().summary().map(s -> Words.decision(texts, s.decision())).orElse("")
                : why);
    decisionSign.setKind(model.isTaken() || why.isBlank() ? Signs.CHECK : Signs.INFO);
    decisionSign.getStyleClass().remove("good");
    if (model.isTaken() || why.isBlank()) {
      decisionSign.getStyleClass().add("good");
    }
    renderSentence();
  }

  private void renderSteps(CaseModel model) {
    Checklist list = model.checklist();
    boolean hasItem = model.itemProperty().get().isPresent();
    steps.show(
        List.of(
            new Steps.Step(texts.get("step.applicant"), "", model.applicant().isComplete()),
            new Steps.Step(texts.get("step.item"), "", hasItem),
            new Steps.Step(
                texts.get("step.materials"),
                hasItem ? list.marked() + "/" + list.materials().size() : "",
                list.isDone()),
            new Steps.Step(texts.get("step.acceptance"), "", model.isTaken())),
        model.stepProperty().get().ordinal());
    for (int i = 0; i < steps.getChildren().size(); i++) {
      CaseModel.Step to = CaseModel.Step.values()[i];
      steps.getChildren().get(i).setOnMouseClicked(event -> model.open(to));
    }
    another.setForbidden("");
    show(another, model.isTaken());
  }

  /** Opens a step, from 0, where it can be opened. */
  void step(int index) {
    active().ifPresent(model -> model.open(CaseModel.Step.values()[index]));
  }

  private void renderTabs() {
    Visit now = visit().orElseThrow();
    List<Node> all = new ArrayList<>();
    for (int i = 0; i < now.cases().size(); i++) {
      CaseModel model = now.cases().get(i);
      ToggleButton tab = new ToggleButton(tabWords(model, i));
      tab.setId("case-tab-" + i);
      tab.setSelected(model == now.activeProperty().get());
      tab.getStyleClass().add("case-tab");
      if (model.isTaken()) {
        tab.setGraphic(Sign.of(Signs.CHECK, "good"));
      }
      tab.setOnAction(event -> {
        now.show(model);
        tab.setSelected(true);
      });
      all.add(tab);
    }
    tabs.getChildren().setAll(all);
    show(tabs, all.size() > 1);
  }

  private String tabWords(CaseModel model, int index) {
    return model
        .itemProperty()
        .get()
        .map(item -> (index + 1) + " " + texts.of(item.name()))
        .orElseGet(() -> (index + 1) + " " + texts.get("case.new"));
  }

  private void renderSentence() {
    String own = active().map(model -> model.sentenceProperty().get()).orElse("");
    String words = own.isBlank() ? visit().map(v -> v.sentenceProperty().get()).orElse("") : own;
    sentence.say(own.isBlank() ? StatusStrip.Tone.QUIET : StatusStrip.Tone.WARN, words);
  }

  /** Puts the focus where the next key belongs. */
  void focus() {
    active().map(views::get).ifPresentOrElse(CaseView::focus, root::requestFocus);
  }

  /** Esc: the panel over the steps goes, or the step before comes back. */
  void escape() {
    active()
        .ifPresent(model -> {
          if (model.panelProperty().get() != CaseModel.Panel.NONE) {
            model.leavePanel();
          } else {
            model.stepBack();
          }
        });
  }

  private static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
