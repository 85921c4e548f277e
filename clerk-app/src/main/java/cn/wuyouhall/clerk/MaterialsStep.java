package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Step 3: the situations' questions (y, n) and the materials with their fixed keys 1 to 6. The row
 * with the focus takes the key and hands the focus on.
 */
final class MaterialsStep implements StepView {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double ROW = 48;

  private final Around around;
  private final Texts texts;
  private final CaseModel model;
  private final Checklist list;
  private final GuidePane guide;
  private final Parent root;

  @FXML private Label item;
  @FXML private VBox situations;
  @FXML private ScrollPane scroll;
  @FXML private VBox materials;

  MaterialsStep(Around around, CaseModel model, GuidePane guide) {
    this.around = around;
    this.texts = around.texts();
    this.model = model;
    this.list = model.checklist();
    this.guide = guide;
    this.root = Views.load("materials", this, texts);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
      return;
    }
    KeyCode code = event.getCode();
    Optional<MaterialMark> mark =
        code.isDigitKey()
            ? MaterialMark.ofKey(
                Character.digit(code.getName().charAt(code.getName().length() - 1), 10))
            : Optional.empty();
    if (mark.isPresent()) {
      model.mark(mark.get());
    } else if (code == KeyCode.Y || code == KeyCode.N) {
      model.answer(code == KeyCode.Y);
    } else if (code == KeyCode.UP || code == KeyCode.DOWN) {
      list.move(code == KeyCode.UP ? -1 : 1);
    } else {
      return;
    }
    event.consume();
    renderAndFocus();
  }

  /** The row the mouse points at gets the keys, then does this. */
  private void at(int row, Runnable then) {
    list.go(row);
    then.run();
    renderAndFocus();
  }

  private void renderAndFocus() {
    render();
    focus();
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void render() {
    Item chosen = model.itemProperty().get().orElse(null);
    if (chosen == null) {
      return;
    }
    item.setText(texts.of(chosen.name()));
    List<Node> asked = new ArrayList<>();
    for (Item.Situation situation : list.questions()) {
      asked.add(question(asked.size(), situation));
    }
    situations.getChildren().setAll(asked);
    situations.setManaged(!asked.isEmpty());
    Verdict verdict = model.verdict();
    Map<String, LocalDate> lastDays = verdict.lastDays();
    List<Node> rows = new ArrayList<>();
    for (Material material : list.materials()) {
      rows.add(material(rows.size(), material, verdict, lastDays));
    }
    materials.getChildren().setAll(rows);
    list.material()
        .ifPresent(material ->
            guide.material(
                chosen,
                material,
                verdict.refusal(material, MaterialMark.DEFERRED).isEmpty(),
                Optional.ofNullable(lastDays.get(material.id()))));
  }

  private boolean hasKeys(int row) {
    return row == list.rowProperty().get() && !model.isFixed();
  }

  private HBox question(int row, Item.Situation situation) {
    Optional<Boolean> answer = list.answer(situation);
    Sign sign = answer.isPresent() ? Sign.of(Signs.CHECK, "good") : Sign.of(Signs.HELP, "warn");
    Label words = new Label(texts.of(situation.question()));
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox box = new HBox(sign, words);
    if (answer.isEmpty()) {
      Label open = new Label(texts.get("situation.open"));
      open.getStyleClass().add("text-warn");
      open.setMinWidth(Region.USE_PREF_SIZE);
      box.getChildren().add(open);
    }
    box.getChildren().addAll(choice(row, answer, true), choice(row, answer, false));
    box.setId("situation-" + row);
    box.setFocusTraversable(!model.isFixed());
    box.getStyleClass().add("situation");
    box.pseudoClassStateChanged(CHOSEN, hasKeys(row));
    box.setOnMouseClicked(event -> at(row, () -> {}));
    return box;
  }

  private ToggleButton choice(int row, Optional<Boolean> answer, boolean yes) {
    ToggleButton button = new ToggleButton(texts.get(yes ? "situation.yes" : "situation.no"));
    button.setId("situation-" + row + (yes ? "-yes" : "-no"));
    button.getStyleClass().add("compact");
    button.setFocusTraversable(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setSelected(answer.filter(given -> given == yes).isPresent());
    button.setDisable(model.isFixed());
    button.setOnAction(event -> at(row, () -> model.answer(yes)));
    return button;
  }

  private HBox material(
      int index, Material material, Verdict verdict, Map<String, LocalDate> lastDays) {
    int row = list.questions().size() + index;
    Label name = new Label(material.name());
    name.setWrapText(true);
    Label rules = new Label(rules(material, verdict, lastDays));
    rules.getStyleClass().add("text-quiet");
    rules.setWrapText(true);
    VBox words = new VBox(name, rules);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox box = new HBox(words, hasKeys(row) ? keys(material, verdict) : state(material));
    box.setId("material-" + index);
    box.setMinHeight(ROW);
    box.setFocusTraversable(!model.isFixed());
    box.getStyleClass().add("material");
    box.pseudoClassStateChanged(CHOSEN, hasKeys(row));
    box.setOnMouseClicked(event -> at(row, () -> {}));
    return box;
  }

  private String rules(Material material, Verdict verdict, Map<String, LocalDate> lastDays) {
    List<String> parts = new ArrayList<>();
    parts.add(texts.get(material.required() ? "material.required" : "material.optional"));
    if (material.originals() > 0) {
      parts.add(texts.get("material.originals", material.originals()));
    }
    if (material.copies() > 0) {
      parts.add(texts.get("material.copies", material.copies()));
    }
    Instant now = around.station().clock().instant();
    if (lastDays.containsKey(material.id())) {
      parts.add(texts.get("material.deferrable", Words.day(lastDays.get(material.id()), now)));
    }
    if (verdict.refusal(material, MaterialMark.COMMITTED).isEmpty()) {
      parts.add(texts.get("material.committable"));
    }
    return String.join(" · ", parts);
  }

  private Node state(Material material) {
    Optional<MaterialMark> mark = list.mark(material);
    Label words =
        new Label(
            mark.map(m -> m.key() + " " + texts.get("mark." + m))
                .orElse(texts.get("material.unmarked")));
    words.setMinWidth(Region.USE_PREF_SIZE);
    HBox state = new HBox(sign(mark), words);
    state.getStyleClass().add("material-state");
    state.setMinWidth(Region.USE_PREF_SIZE);
    if (mark.isEmpty()) {
      words.getStyleClass().add("text-quiet");
    }
    return state;
  }

  private static Sign sign(Optional<MaterialMark> mark) {
    return mark.map(m ->
            switch (m) {
              case VERIFIED, ORIGINAL, COPY -> Sign.of(Signs.CHECK, "good");
              case DEFERRED -> Sign.of(Signs.CLOCK, "warn");
              case COMMITTED -> Sign.of(Signs.PAPER, "warn");
              case MISSING -> Sign.of(Signs.CROSS, "bad");
            })
        .orElseGet(() -> Sign.of(Signs.DOT));
  }

  private HBox keys(Material material, Verdict verdict) {
    HBox keys = new HBox();
    keys.getStyleClass().add("material-keys");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    for (MaterialMark mark : MaterialMark.values()) {
      keys.getChildren().add(key(material, mark, verdict));
    }
    return keys;
  }

  private Button key(Material material, MaterialMark mark, Verdict verdict) {
    Button key = new Button(mark.key() + " " + texts.get("mark." + mark));
    key.setId("mark-" + mark.key());
    key.getStyleClass().add("mark");
    key.setFocusTraversable(false);
    key.setMinWidth(Region.USE_PREF_SIZE);
    key.pseudoClassStateChanged(CHOSEN, list.mark(material).filter(m -> m == mark).isPresent());
    verdict
        .refusal(material, mark)
        .ifPresent(code -> {
          key.getStyleClass().add("forbidden");
          key.setTooltip(new Tooltip(texts.get("reason." + code, material.name(), "")));
        });
    key.setOnAction(event -> {
      model.mark(mark);
      renderAndFocus();
    });
    return key;
  }

  @Override
  public void focus() {
    if (model.isFixed()) {
      return;
    }
    int row = list.rowProperty().get();
    int asked = situations.getChildren().size();
    List<Node> rows = (row < asked ? situations : materials).getChildren();
    int index = row < asked ? row : row - asked;
    if (index < rows.size()) {
      rows.get(index).requestFocus();
      if (row >= asked && rows.size() > 1) {
        scroll.setVvalue(index / (double) (rows.size() - 1));
      }
    }
  }
}
