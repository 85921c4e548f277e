package cn.wuyouhall.clerk;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/**
 * One case on the screen: the step that is open, or the panel over it. While something lies over
 * the desk it leaves the focus alone.
 */
final class CaseView {
  private final CaseModel model;
  private final GuidePane guide;
  private final StackPane root = new StackPane();
  private final Map<String, StepView> made = new HashMap<>();
  private final Map<String, Supplier<StepView>> makers = new HashMap<>();
  private final BooleanSupplier covered;
  private final Subscription words;
  private String shown = "";

  CaseView(
      Around around,
      Desk desk,
      CaseModel model,
      GuidePane guide,
      Consumer<PaperModel> showPaper,
      BooleanSupplier covered) {
    this.model = model;
    this.guide = guide;
    this.covered = covered;
    makers.put("APPLICANT", () -> new ApplicantStep(around, model));
    makers.put("ITEM", () -> new ItemStep(around, desk, model));
    makers.put("MATERIALS", () -> new MaterialsStep(around, model, guide));
    makers.put("ACCEPTANCE", () -> new AcceptanceStep(around, desk, model, showPaper));
    makers.put("SUMMARY", () -> new SummaryPanel(around, model));
    makers.put("NOTICE", () -> new NoticePanel(around, desk, model, showPaper));
    model.stepProperty().subscribe(this::show);
    model.panelProperty().subscribe(this::show);
    model.versionProperty().subscribe(this::render);
    words = around.texts().localeProperty().subscribe(this::render);
    show();
  }

  Parent root() {
    return root;
  }

  private StepView view() {
    String name =
        model.panelProperty().get() == CaseModel.Panel.NONE
            ? model.stepProperty().get().name()
            : model.panelProperty().get().name();
    shown = name;
    return made.computeIfAbsent(name, key -> makers.get(key).get());
  }

  private void show() {
    String before = shown;
    StepView view = view();
    if (!before.equals(shown)) {
      guide.putDown();
      root.getChildren().setAll(view.root());
      view.render();
      Platform.runLater(this::focus);
    }
  }

  /** Where drawing anew took the node that had the focus, the view says where it goes. */
  private void render() {
    boolean held = holdsFocus();
    view().render();
    if (held && !holdsFocus()) {
      focus();
    }
  }

  private boolean holdsFocus() {
    Node node = root.getScene() == null ? null : root.getScene().getFocusOwner();
    while (node != null && !node.equals(root)) {
      node = node.getParent();
    }
    return node != null;
  }

  /** Lets go of what outlives it. */
  void close() {
    words.unsubscribe();
  }

  void focus() {
    if (root.getScene() != null && !covered.getAsBoolean()) {
      view().focus();
    }
  }
}
