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
 * with the focus takes the digit and hands the focus on.
 */
final class MaterialsStep implements StepView {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double ROW = 48;

  private final Around around;
  private final Texts texts;
  private final CaseModel model;
  private final GuidePane guide;
  private final Parent root;
  private int question;
  private boolean moving;

  @FXML private Label item;
  @FXML private VBox situations;
  @FXML private ScrollPane scroll;
  @FXML private VBox materials;

  MaterialsStep(Around around, CaseModel model, GuidePane guide) {
    this.around = around;
    this.texts = around.texts();
    this.model = model;
    this.guide = guide;
    this.root = Views.load("materials", this, texts);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    model.selectedProperty().subscribe(this::renderAndFocus);
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
      answer(code == KeyCode.Y);
    } else if (code == KeyCode.UP || code == KeyCode.DOWN) {
      move(code == KeyCode.UP ? -1 : 1);
    } else {
      return;
    }
    event.consume();
    renderAndFocus();
  }

  private List<Item.Situation> questions() {
    return model.itemProperty().get().map(Item::situations).orElse(List.of());
  }

  private void answer(boolean yes) {
    if (question < questions().size()) {
      model.answer(questions().get(question).flag(), yes);
      question++;
    }
  }

  private void move(int by) {
    int at =
        question < questions().size()
            ? question - questions().size()
            : model.selectedProperty().get();
    int next = Math.clamp(at + by, -questions().size(), Math.max(0, model.materials().size() - 1));
    if (next < 0) {
      question = next + questions().size();
    } else {
      question = questions().size();
      model.selectedProperty().set(next);
    }
  }

  private void renderAndFocus() {
    if (moving) {
      return;
    }
    moving = true;
    render();
    focus();
    moving = false;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void render() {
    if (model.itemProperty().get().isEmpty()) {
      return;
    }
    boolean hadFocus = holdsFocus();
    Item chosen = model.itemProperty().get().get();
    item.setText(texts.of(chosen.name()));
    List<Node> asked = new ArrayList<>();
    for (int i = 0; i < questions().size(); i++) {
      asked.add(question(i));
    }
    situations.getChildren().setAll(asked);
    situations.setManaged(!asked.isEmpty());
    Map<String, LocalDate> lastDays = model.lastDays();
    List<Material> list = model.materials();
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      rows.add(row(i, list.get(i), lastDays));
    }
    materials.getChildren().setAll(rows);
    if (model.selectedProperty().get() < list.size()) {
      Material selected = list.get(model.selectedProperty().get());
      guide.material(chosen, selected, lastDays.get(selected.id()));
    }
    if (hadFocus && !moving) {
      focus();
    }
  }

  private boolean holdsFocus() {
    Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
    for (Node node = owner; node != null; node = node.getParent()) {
      if (node.equals(root)) {
        return true;
      }
    }
    return false;
  }

  private HBox question(int index) {
    Item.Situation situation = questions().get(index);
    Label words = new Label(texts.of(situation.question()));
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(words, choice(index, true), choice(index, false));
    row.setId("situation-" + index);
    row.setFocusTraversable(!model.isTaken());
    row.getStyleClass().add("situation");
    row.pseudoClassStateChanged(CHOSEN, index == question && !model.isTaken());
    row.setOnMousePressed(event -> {
      question = index;
      renderAndFocus();
    });
    return row;
  }

  private ToggleButton choice(int index, boolean yes) {
    String flag = questions().get(index).flag();
    ToggleButton button = new ToggleButton(texts.get(yes ? "situation.yes" : "situation.no"));
    button.setId("situation-" + index + (yes ? "-yes" : "-no"));
    button.getStyleClass().add("compact");
    button.setFocusTraversable(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setSelected(model.holds(flag) == yes);
    button.setDisable(model.isTaken());
    button.setOnAction(event -> {
      question = index;
      answer(yes);
      renderAndFocus();
    });
    return button;
  }

  private HBox row(int index, Material material, Map<String, LocalDate> lastDays) {
    boolean selected =
        index == model.selectedProperty().get()
            && question >= questions().size()
            && !model.isTaken();
    Label name = new Label(material.name());
    name.setWrapText(true);
    Label rules = new Label(rules(material, lastDays));
    rules.getStyleClass().add("text-quiet");
    rules.setWrapText(true);
    VBox words = new VBox(name, rules);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(words, selected ? keys(material) : state(material));
    row.setId("material-" + index);
    row.setMinHeight(ROW);
    row.setFocusTraversable(!model.isTaken());
    row.getStyleClass().add("material");
    row.pseudoClassStateChanged(CHOSEN, selected);
    row.setOnMouseClicked(event -> {
      question = questions().size();
      model.selectedProperty().set(index);
      renderAndFocus();
    });
    return row;
  }

  private String rules(Material material, Map<String, LocalDate> lastDays) {
    List<String> parts = new ArrayList<>();
    parts.add(texts.get(material.required() ? "material.required" : "material.optional"));
    if (material.originals() > 0) {
      parts.add(texts.get("material.originals", material.originals()));
    }
    if (material.copies() > 0) {
      parts.add(texts.get("material.copies", material.copies()));
    }
    Instant now = around.station().clock().instant();
    LocalDate last = lastDays.get(material.id());
    if (last != null && model.refusal(material, MaterialMark.DEFERRED).isEmpty()) {
      parts.add(texts.get("material.deferrable", Words.day(last, now)));
    }
    if (model.refusal(material, MaterialMark.COMMITTED).isEmpty()) {
      parts.add(texts.get("material.committable"));
    }
    return String.join(" · ", parts);
  }

  private Node state(Material material) {
    Optional<MaterialMark> mark = model.mark(material);
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

  private HBox keys(Material material) {
    HBox keys = new HBox();
    keys.getStyleClass().add("material-keys");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    for (MaterialMark mark : MaterialMark.values()) {
      keys.getChildren().add(key(material, mark));
    }
    return keys;
  }

  private Button key(Material material, MaterialMark mark) {
    Button key = new Button(mark.key() + " " + texts.get("mark." + mark));
    key.setId("mark-" + mark.key());
    key.getStyleClass().add("mark");
    key.setFocusTraversable(false);
    key.setMinWidth(Region.USE_PREF_SIZE);
    key.pseudoClassStateChanged(CHOSEN, model.mark(material).filter(m -> m == mark).isPresent());
    model
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
    if (model.isTaken()) {
      return;
    }
    boolean asking = question < questions().size();
    List<Node> rows = (asking ? situations : materials).getChildren();
    int index = asking ? question : model.selectedProperty().get();
    if (index < rows.size()) {
      rows.get(index).requestFocus();
      if (!asking && rows.size() > 1) {
        scroll.setVvalue(index / (double) (rows.size() - 1));
      }
    }
  }
}
