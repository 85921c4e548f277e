package cn.wuyouhall.station.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.cases.AcceptanceRules;
import cn.wuyouhall.domain.cases.Decision;
import cn.wuyouhall.domain.cases.Intake;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The rules against a table that was written from the items alone, before the code and by another
 * hand.
 */
class ExpectedDecisionsTest {
  private static final Catalogue CATALOGUE = CatalogueFile.sample();

  @ParameterizedTest(name = "{0} {1} [{2}] barred={3}: {7}")
  @CsvFileSource(
      resources = "/cn/wuyouhall/sample/expected-decisions.csv",
      numLinesToSkip = 1,
      maxCharsPerColumn = 4096)
  void asWritten(
      String itemCode,
      String applicant,
      String situations,
      boolean barred,
      String marks,
      Decision.Kind decision,
      String reasons,
      String why) {
    Item item = CATALOGUE.item(itemCode).orElseThrow();
    Map<String, MaterialMark> marked = marks(marks);
    Set<String> known = new HashSet<>(item.materials().stream().map(Material::id).toList());
    assertTrue(known.containsAll(marked.keySet()), "the row marks a material the item has not");
    Intake intake =
        new Intake(
            item,
            applicant.equals("enterprise"),
            item.answers(new HashSet<>(parts(situations))),
            barred,
            marked);

    Decision said = AcceptanceRules.decide(intake);

    assertEquals(decision, said.kind(), why);
    Set<String> codes = new TreeSet<>();
    for (Decision.Reason reason : said.reasons()) {
      String code = reason.code().name();
      codes.add(reason.material().isEmpty() ? code : code + ":" + reason.material());
    }
    assertEquals(new TreeSet<>(parts(reasons)), codes, why);
    assertFalse(why.isBlank());
  }

  @Test
  void reasonsComeInTheOrderOfTheGuide() {
    for (Item item : CATALOGUE.items()) {
      Intake nothing = new Intake(item, !item.persons(), item.answers(Set.of()), false, Map.of());
      List<String> asked =
          AcceptanceRules.asked(nothing).stream()
              .filter(Material::required)
              .map(Material::id)
              .toList();
      Decision said = AcceptanceRules.decide(nothing);
      assertEquals(asked, said.reasons().stream().map(Decision.Reason::material).toList());
    }
  }

  private static Map<String, MaterialMark> marks(String text) {
    Map<String, MaterialMark> marks = new HashMap<>();
    for (String mark : parts(text)) {
      int equals = mark.indexOf('=');
      int key = Integer.parseInt(mark.substring(equals + 1));
      marks.put(mark.substring(0, equals), MaterialMark.ofKey(key).orElseThrow());
    }
    return marks;
  }

  private static List<String> parts(String text) {
    return text == null ? List.of() : List.of(text.split(";", -1));
  }
}
