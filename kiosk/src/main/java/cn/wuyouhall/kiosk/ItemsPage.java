package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.station.ShowLines.Offer;
import cn.wuyouhall.ui.Views;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;

/** Which item of an errand; or a number all the same. */
final class ItemsPage implements PageView {
  private static final int LARGE_AT_ONCE = 4;
  private static final int WIDE_AT_ONCE = 5;
  private static final int TALL_AT_ONCE = 9;

  private final Around around;
  private final Parent root;
  private Optional<Page> shown = Optional.empty();

  @FXML private PageHeader header;
  @FXML private Label errandName;
  @FXML private Pager items;

  ItemsPage(Around around) {
    this.around = around;
    this.root = Views.load("items", this, around.texts());
    header.connect(around);
    items.connect(around.texts());
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void render(Page page) {
    if (!(page instanceof Page.Items(var errand))) {
      return;
    }
    if (!shown.equals(Optional.of(page))) {
      shown = Optional.of(page);
      items.first();
    }
    errandName.setText(around.texts().of(errand.name()));
    List<Item> all = around.visit().itemsOf(errand);
    boolean large = around.visit().largeProperty().get();
    Parts.show(errandName, !large);
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Item item = all.get(i);
      String name = around.texts().of(item.name());
      Optional<Offer> offer = around.visit().hall().offerFor(item);
      rows.add(row("item-" + i, name, offer, () -> around.visit().choose(item)));
    }
    Optional<Offer> common = mostCommon(all);
    common.ifPresent(offer ->
        rows.add(
            row(
                "item-unsure",
                around.texts().get("items.unsure"),
                common,
                () -> around.visit().choose(offer))));
    items.show(rows, around.atOnce(root, LARGE_AT_ONCE, WIDE_AT_ONCE, TALL_AT_ONCE), 1);
  }

  @Override
  public void forget() {
    shown = Optional.empty();
  }

  /** In large type there is room for one line and the state beside it. */
  private Node row(String id, String name, Optional<Offer> offer, Runnable chosen) {
    boolean large = around.visit().largeProperty().get();
    return large
        ? Choices.row(
            id, name, offer.map(o -> Words.state(around.texts(), o)).orElse(""), true, chosen)
        : Choices.itemRow(
            id, name, offer.map(o -> Words.below(around.texts(), o)).orElse(""), chosen);
  }

  /** The line that takes most of these items. */
  private Optional<Offer> mostCommon(List<Item> all) {
    Map<Offer, Integer> counts = new LinkedHashMap<>();
    all.forEach(item ->
        around.visit().hall().offerFor(item).ifPresent(o -> counts.merge(o, 1, Integer::sum)));
    return counts.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getValue))
        .map(Map.Entry::getKey);
  }
}
