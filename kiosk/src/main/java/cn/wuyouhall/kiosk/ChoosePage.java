package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.catalogue.Catalogue.Errand;
import cn.wuyouhall.domain.people.IdCard;
import cn.wuyouhall.domain.people.Masking;
import cn.wuyouhall.station.ShowLines.Offer;
import cn.wuyouhall.ui.Views;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What do you come for: everyday errands, the lines, or the search. */
final class ChoosePage implements PageView {
  private static final int LARGE_AT_ONCE = 4;
  private static final int ERRANDS_AT_ONCE = 8;

  private final Around around;
  private final Parent root;
  private int errand;

  @FXML private PageHeader header;
  @FXML private Label greeting;
  @FXML private Button search;
  @FXML private ToggleButton declared;
  @FXML private Label errandsTitle;
  @FXML private Pager errands;
  @FXML private Region linesPart;
  @FXML private VBox lines;

  ChoosePage(Around around) {
    this.around = around;
    this.root = Views.load("choose", this, around.texts());
    header.connect(around);
    errands.connect(around.texts());
    search.setOnAction(event -> around.visit().search());
    declared.selectedProperty().bindBidirectional(around.visit().declaredProperty());
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void render(Page page) {
    boolean large = around.visit().largeProperty().get();
    String name =
        around.visit().cardProperty().get().map(IdCard::name).map(Masking::name).orElse("");
    String hello = name.isBlank() ? "" : around.texts().get("choose.greeting", name);
    greeting.setText(hello);
    Parts.show(greeting, !large && !hello.isBlank());
    header.say(large && !hello.isBlank() ? hello : around.texts().get("choose.title"));
    search.setText(around.texts().get(large ? "choose.search.short" : "choose.search"));
    Parts.show(declared, large);
    Parts.show(errandsTitle, !large);
    Parts.show(linesPart, !large);
    List<Node> tiles = errandTiles();
    if (large) {
      tiles.addAll(lineRows());
      lines.getChildren().clear();
    } else {
      lines.getChildren().setAll(lineRows());
    }
    errands.show(
        tiles, large ? LARGE_AT_ONCE : ERRANDS_AT_ONCE, large && !Around.isWide(root) ? 1 : 2);
  }

  @Override
  public void forget() {
    errands.first();
  }

  private List<Node> errandTiles() {
    List<Node> tiles = new ArrayList<>();
    errand = 0;
    for (Errand each : around.jobs().catalogue().errands()) {
      tiles.add(
          Choices.tile(
              "errand-" + errand++,
              each.id(),
              around.texts().of(each.name()),
              () -> around.visit().choose(each)));
    }
    return tiles;
  }

  private List<Node> lineRows() {
    List<Node> rows = new ArrayList<>();
    for (Offer offer : around.visit().hall().offersProperty().get()) {
      Button row = Choices.line(around.texts(), offer, () -> around.visit().choose(offer));
      VBox.setVgrow(row, Priority.ALWAYS);
      rows.add(row);
    }
    return rows;
  }
}
