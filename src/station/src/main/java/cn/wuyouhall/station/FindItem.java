package cn.wuyouhall.station;

import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.ItemSearch;
import cn.wuyouhall.domain.hall.HallRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds an item among all of the catalogue. In memory, some milliseconds at most: any thread may
 * call it.
 */
public final class FindItem {
  private final Catalogue catalogue;
  private final ItemSearch search;
  private final Supplier<HallRules> rules;

  FindItem(Catalogue catalogue, ItemSearch search, Supplier<HallRules> rules) {
    this.catalogue = catalogue;
    this.search = search;
    this.rules = rules;
  }

  /** Items for these words (initials, part of a name, everyday word, code), best first. */
  public List<ItemSearch.Hit> search(String words, int most) {
    return search.search(words, most);
  }

  /** The item with this code. */
  public Optional<Item> item(String code) {
    return catalogue.item(code);
  }

  /** The catalogue. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** The line that takes an item: its sub-centre's, else the one that takes everything. */
  public Optional<String> lineOf(Item item) {
    HallRules now = rules.get();
    return now.lines().stream()
        .filter(line -> !line.scenes() && line.subCentre().equals(item.subCentre()))
        .findFirst()
        .or(() ->
            now.lines().stream()
                .filter(line -> !line.scenes() && line.subCentre().isBlank())
                .findFirst())
        .map(line -> line.id());
  }
}
