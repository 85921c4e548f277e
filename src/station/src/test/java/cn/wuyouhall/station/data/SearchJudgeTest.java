package cn.wuyouhall.station.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.ItemSearch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The search over the whole catalogue, judged by a hundred queries as clerks and citizens type
 * them, written by another hand: all that is expected must stand among the first three.
 */
class SearchJudgeTest {
  private static final Catalogue CATALOGUE = CatalogueFile.sample();
  private static final ItemSearch SEARCH = new ItemSearch(CATALOGUE, new PinyinReadings());

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/cn/wuyouhall/sample/search-queries.csv", numLinesToSkip = 1)
  void amongTheFirstThree(String query, String expected) {
    List<String> wanted = List.of(expected.split(";", -1));
    wanted.forEach(code -> assertTrue(CATALOGUE.item(code).isPresent(), "no such item: " + code));

    List<ItemSearch.Hit> hits = SEARCH.search(query, 3);

    List<String> found = hits.stream().map(hit -> hit.item().code()).toList();
    assertTrue(
        found.containsAll(wanted),
        () -> query + " found " + hits.stream().map(hit -> hit.item().name().zh()).toList());
  }

  @Test
  void everyItemIsFoundByItsNameAndItsCode() {
    CATALOGUE
        .items()
        .forEach(item -> {
          assertEquals(
              item.name().zh(), SEARCH.search(item.name().zh(), 1).getFirst().item().name().zh());
          assertEquals(item, SEARCH.search(item.code(), 1).getFirst().item());
        });
  }
}
