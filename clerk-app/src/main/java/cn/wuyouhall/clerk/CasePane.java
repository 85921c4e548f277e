package cn.wuyouhall.clerk;

import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import cn.wuyouhall.ui.controls.StatusStrip;
import cn.wuyouhall.ui.controls.Steps;
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
import javafx.util.Subscription;

/** The cases of a visit: tabs, the steps of the one shown, what the rules say, its keys. */
final class CasePane {
  private final Around around;
  private final Texts texts;
  private final Desk desk;
  private final GuidePane guide;
  private final Consumer<PaperModel> showPaper;
  private final BooleanSupplier covered;
  private final Runnable changed;
  private final Parent root;
  private final Map<CaseModel, CaseView> views = new HashMap<>();
  private final Subscription words;
  private Subscription shown = Subscription.EMPTY;
  private Subscription visitShown = Subscription.EMPTY;
  private Optional<Visit> drawn = Optional.empty();

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

  /**
   * Shows no visit yet.
   *
   * @param covered whether something lies over the desk and keeps the focus
   * @param changed told after each change of the case shown
   */
  CasePane(
      Around around,
      Desk desk,
      GuidePane guide,
      Consumer<PaperModel> showPaper,
      BooleanSupplier covered,
      Runnable changed) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.guide = guide;
    this.showPaper = showPaper;
    this.covered = covered;
    this.changed = changed;
    this.root = Views.load("case", this, texts);
    List.of(another, notice, accept, end).forEach(key -> key.setFocusTraversable(false));
    another.setOnAction(event -> drawn.ifPresent(Visit::another));
    notice.setOnAction(event -> active().ifPresent(CaseModel::offerNotice));
    accept.setOnAction(event -> active().ifPresent(CaseModel::review));
    end.setOnAction(event -> desk.endVisit());
    words = texts.localeProperty().subscribe(this::render);
  }

  Parent root() {
    return root;
  }

  private Optional<CaseModel> active() {
    return drawn.map(now -> now.activeProperty().get());
  }

  /** Lets go of what outlives it. */
  void close() {
    words.unsubscribe();
    views.values().forEach(CaseView::close);
  }

  /** Shows this visit; nothing of the one before stays. */
  void follow(Optional<Visit> visit) {
    if (visit.equals(drawn)) {
      return;
    }
    drawn = visit;
    visitShown.unsubscribe();
    shown.unsubscribe();
    views.values().forEach(CaseView::close);
    views.clear();
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
            .subscribe(this::render)
            .and(model.stepProperty().subscribe(this::render))
            .and(model.panelProperty().subscribe(this::render))
            .and(model.sentenceProperty().subscribe(this::renderSentence));
    render();
    view.focus();
  }

  private void render() {
    drawn.ifPresent(visit -> {
      CaseModel model = visit.activeProperty().get();
      renderSteps(model);
      renderTabs(visit);
      renderFoot(model);
      renderSentence();
      changed.run();
    });
  }

  private void renderFoot(CaseModel model) {
    boolean panel = model.panelProperty().get() != CaseModel.Panel.NONE;
    show(foot, !panel);
    String why = model.notAcceptable();
    boolean good = model.isTaken() || why.isBlank();
    accept.setForbidden(panel ? texts.get("accept.in-panel") : why);
    notice.setForbidden(
        model.isFixed()
            ? why
            : model.itemProperty().get().isEmpty() ? texts.get("accept.no-item") : "");
    end.setForbidden(desk.whyNotEnd());
    decision.setText(
        why.isBlank()
            ? model.verdict().summary().map(s -> Words.decision(texts, s.decision())).orElse("")
            : why);
    decisionSign.setKind(good ? Signs.CHECK : Signs.INFO);
    decisionSign.getStyleClass().remove("good");
    if (good) {
      decisionSign.getStyleClass().add("good");
    }
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

  private void renderTabs(Visit now) {
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
    String words = own.isBlank() ? drawn.map(v -> v.sentenceProperty().get()).orElse("") : own;
    sentence.say(own.isBlank() ? StatusStrip.Tone.QUIET : StatusStrip.Tone.WARN, words);
  }

  /** Puts the focus where the next key belongs. */
  void focus() {
    active().map(views::get).ifPresent(CaseView::focus);
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
