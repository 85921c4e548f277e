package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.catalogue.Catalogue.Department;
import cn.wuyouhall.domain.catalogue.Catalogue.Errand;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.ItemSearch;
import cn.wuyouhall.domain.catalogue.ItemSearch.Hit;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/** Step 2: which of all items. Type, up and down, Enter. */
final class ItemStep implements StepView {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int SHOWN = 9;

  private final Around around;
  private final Texts texts;
  private final CaseModel model;
  private final Desk desk;
  private final Parent root;
  private List<Hit> hits = List.of();
  private List<Item> offered = List.of();
  private int chosen;

  @FXML private CustomTextField search;
  @FXML private VBox results;
  @FXML private VBox offers;
  @FXML private FlowPane errands;
  @FXML private Label recentHead;
  @FXML private FlowPane recent;

  ItemStep(Around around, Desk desk, CaseModel model) {
    this.around = around;
    this.texts = around.texts();
    this.model = model;
    this.desk = desk;
    this.root = Views.load("item", this, texts);
    search.setLeft(new Sign(Signs.SEARCH));
    search.textProperty().subscribe(this::find);
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void find() {
    String words = search.getText();
    hits = words.isBlank() ? List.of() : around.station().findItem().search(words, SHOWN);
    offered = hits.stream().map(Hit::item).toList();
    chosen = 0;
    look();
    render();
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case ENTER -> {
        if (chosen < offered.size()) {
          model.choose(offered.get(chosen));
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    if (!offered.isEmpty()) {
      chosen = Math.floorMod(chosen + by, offered.size());
      look();
      render();
    }
  }

  /** The guide on the right follows the row that Enter would take. */
  private void look() {
    if (chosen < offered.size()) {
      Item item = offered.get(chosen);
      desk.visitProperty().get().ifPresent(visit -> visit.look(item));
    }
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void render() {
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < offered.size(); i++) {
      rows.add(row(i));
    }
    if (rows.isEmpty() && !search.getText().isBlank()) {
      Label none = new Label(texts.get("item.none", search.getText()));
      none.setId("item-none");
      none.setWrapText(true);
      none.getStyleClass().add("text-quiet");
      rows.add(none);
    }
    results.getChildren().setAll(rows);
    boolean resting = search.getText().isBlank();
    offers.setVisible(resting);
    offers.setManaged(resting);
    errands
        .getChildren()
        .setAll(around.station().catalogue().errands().stream().map(this::errand).toList());
    renderRecent();
  }

  private void renderRecent() {
    List<Button> items =
        desk.outlook().todayProperty().get().items().stream()
            .flatMap(code -> around.station().findItem().item(code).stream())
            .map(this::recent)
            .toList();
    recentHead.setVisible(!items.isEmpty());
    recent.getChildren().setAll(items);
  }

  private Button recent(Item item) {
    Button button = new Button(texts.of(item.name()));
    button.setOnAction(event -> model.choose(item));
    return button;
  }

  private Button errand(Errand errand) {
    Button button = new Button(texts.of(errand.name()));
    button.setId("errand-" + errand.id());
    button.setOnAction(event -> {
      hits = List.of();
      offered =
          errand.items().stream()
              .flatMap(c -> around.station().findItem().item(c).stream())
              .toList();
      chosen = 0;
      look();
      render();
      search.requestFocus();
    });
    return button;
  }

  private Node row(int index) {
    Item item = offered.get(index);
    VBox words = new VBox();
    words
        .getChildren()
        .add(
            index < hits.size() && isNamed(hits.get(index), item)
                ? Marked.of(hits.get(index).text(), hits.get(index).spans())
                : Marked.of(texts.of(item.name()), List.of()));
    String below = below(index, item);
    Label small = new Label(below);
    small.getStyleClass().add("text-quiet");
    words.getChildren().add(small);
    words.setId("item-result-" + index);
    words.getStyleClass().add("result");
    words.pseudoClassStateChanged(CHOSEN, index == chosen);
    words.setOnMouseClicked(event -> model.choose(item));
    return words;
  }

  private boolean isNamed(Hit hit, Item item) {
    return hit.text().equals(item.name().zh()) && texts.isChinese();
  }

  private String below(int index, Item item) {
    String department =
        around
            .station()
            .catalogue()
            .department(item.department())
            .map(Department::name)
            .map(texts::of)
            .orElse("");
    String limit = texts.get("item.promised", Words.limit(texts, item.promisedLimit()));
    Optional<Hit> word =
        index < hits.size()
            ? Optional.of(hits.get(index)).filter(hit -> hit.field() != ItemSearch.Field.NAME)
            : Optional.empty();
    return department
        + " · "
        + limit
        + word.map(hit -> " · " + texts.get("item.found-by", hit.text())).orElse("");
  }

  @Override
  public void focus() {
    search.requestFocus();
    search.selectAll();
  }
}
