package cn.wuyouhall.demo.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the committed sample catalogue to its generator and to the hall's figures. */
class SampleCatalogueTest {
  private static final String FILE = "/cn/wuyouhall/sample/catalogue.json";
  private static String committed;
  private static JsonNode catalogue;
  private static List<JsonNode> items;

  @BeforeAll
  static void read() throws Exception {
    String write = System.getProperty("hall.sample.write", "");
    if (!write.isBlank()) {
      SampleCatalogue.main(new String[] {write});
    }
    committed = SampleFiles.text(SampleCatalogueTest.class, FILE);
    catalogue = new ObjectMapper().readTree(committed);
    items = list(catalogue.path("items"));
  }

  @Test
  void theCommittedFileIsWhatTheSeedGives() {
    assertTrue(
        SampleCatalogue.text().equals(committed),
        "catalogue.json is not what SampleCatalogue writes; see docs/reference/sample-data.md");
  }

  @Test
  void theFileStaysSmall() {
    assertTrue(committed.getBytes(StandardCharsets.UTF_8).length <= 4_000_000);
  }

  @Test
  void theFiguresAreTheRealHalls() {
    assertEquals(1733, items.size());
    assertEquals(50, catalogue.path("departments").size());
    assertEquals(
        Set.of("enterprise", "social", "realty"), texts(catalogue.path("subCentres"), "id"));
    assertEquals(383, count(item -> item.path("type").asText().equals("01")));
    assertEquals(228, count(item -> item.path("mobile").asBoolean()));
    assertEquals(523, count(item -> item.path("reviewed").asBoolean()));
    assertEquals(347, count(item -> item.path("authorised").asBoolean()));
    assertEquals(
        0, count(i -> i.path("authorised").asBoolean() && !i.path("reviewed").asBoolean()));
    assertEquals(77, catalogue.path("scenes").size());
    assertEquals(10, catalogue.path("helpers").size());
    assertEquals(Math.round(1733 * 0.85), count(item -> item.path("comprehensive").asBoolean()));
    assertTrue(count(item -> item.path("handWritten").asBoolean()) >= 32);
  }

  @Test
  void everyDepartmentHasItemsAndEveryTypeItsCount() {
    assertEquals(
        texts(catalogue.path("departments"), "id"), texts(catalogue.path("items"), "department"));
    Map<String, Integer> types = new TreeMap<>();
    items.forEach(item -> types.merge(item.path("type").asText(), 1, Integer::sum));
    assertEquals(SampleCatalogue.TYPES, types);
  }

  @Test
  void uniformCreditCodesCheck() {
    assertEquals('T', SampleCodes.usccCheck("91440300708461136"));
    Set<String> seen = new HashSet<>();
    for (JsonNode department : catalogue.path("departments")) {
      String uscc = department.path("uscc").asText();
      assertEquals(18, uscc.length());
      assertEquals(SampleCodes.usccCheck(uscc), uscc.charAt(17), uscc);
      assertTrue(seen.add(uscc), uscc);
    }
  }

  @Test
  void codesAreBuiltFromTheirParts() {
    Map<String, String> usccs = new HashMap<>();
    catalogue
        .path("departments")
        .forEach(d -> usccs.put(d.path("id").asText(), d.path("uscc").asText()));
    for (JsonNode item : items) {
      String basic = item.path("basicCode").asText();
      String implementation = item.path("implementationCode").asText();
      String code = item.path("code").asText();
      assertEquals(12, basic.length());
      assertEquals("61" + item.path("type").asText(), basic.substring(0, 4));
      assertEquals(
          usccs.get(item.path("department").asText()) + item.path("level").asText() + basic,
          implementation);
      assertEquals(31, implementation.length());
      assertEquals(implementation + "01", code);
    }
    for (String key : List.of("code", "basicCode", "implementationCode", "name")) {
      assertEquals(1733, texts(catalogue.path("items"), key).size(), key);
    }
  }

  @Test
  void everyGuideIsWhole() {
    for (JsonNode item : items) {
      String name = item.path("name").asText();
      for (String key : List.of("applicants", "conditions", "process", "basis", "materials")) {
        assertTrue(item.path(key).size() > 0, name + " has no " + key);
      }
      Set<String> flags = texts(item.path("situations"), "flag");
      Set<String> used = new HashSet<>();
      for (JsonNode material : item.path("materials")) {
        String where = name + ": " + material.path("id").asText();
        boolean deferrable = material.path("deferrable").asBoolean();
        assertTrue(material.path("id").asText().matches("[a-z]+"), where);
        assertEquals(deferrable, material.path("deferDays").asInt() > 0, where);
        assertTrue(!(deferrable && material.path("main").asBoolean()), where);
        assertTrue(material.path("originals").asInt() + material.path("copies").asInt() > 0, where);
        if (material.path("when").isTextual()) {
          used.add(material.path("when").asText());
        }
      }
      assertEquals(flags, used, name);
      assertEquals(item.path("materials").size(), texts(item.path("materials"), "id").size(), name);
      if (item.path("handWritten").asBoolean()) {
        assertTrue(item.path("materials").size() >= 3 && item.path("materials").size() <= 12, name);
        assertTrue(item.path("nameEn").isTextual(), name);
      }
    }
  }

  @Test
  void deferredPapersComeBeforeThePromisedDay() {
    for (JsonNode item : items) {
      JsonNode promised = item.path("promisedLimit");
      if (!item.path("immediate").asBoolean() && promised.path("unit").asText().endsWith("day")) {
        for (JsonNode material : item.path("materials")) {
          assertTrue(
              material.path("deferDays").asInt() <= promised.path("value").asInt(),
              item.path("name").asText());
        }
      }
    }
  }

  @Test
  void scenesAndErrandsNameItemsThatExist() {
    Set<String> codes = texts(catalogue.path("items"), "code");
    for (String key : List.of("scenes", "errands")) {
      for (JsonNode entry : catalogue.path(key)) {
        assertTrue(entry.path("items").size() > 0 && !entry.path("nameEn").asText().isBlank());
        entry.path("items").forEach(code -> assertTrue(codes.contains(code.asText())));
      }
      assertEquals(catalogue.path(key).size(), texts(catalogue.path(key), "id").size());
    }
    assertEquals(Set.of("person", "enterprise"), texts(catalogue.path("scenes"), "kind"));
  }

  @Test
  void everyEverydayWordBelongsToAName() {
    List<String> names = SampleName.all().stream().map(SampleName::name).toList();
    List<String> idle =
        new SampleWords()
            .parts().stream().filter(p -> names.stream().noneMatch(n -> n.contains(p))).toList();
    assertEquals(List.of(), idle);
  }

  @Test
  void aLineOfNamesUnfolds() {
    assertEquals(
        List.of("甲许可（新办）/甲许可/0", "甲许可（变更）/甲许可/1", "甲许可（注销）/甲许可/2"),
        SampleName.expand("x", 101, "01 e 甲许可%3").stream()
            .map(SampleCatalogueTest::unfolded)
            .toList());
    assertEquals(
        List.of("甲保险登记/甲保险/0", "甲保险转移/甲保险/1", "乙保险登记/乙保险/0", "乙保险转移/乙保险/1"),
        SampleName.expand("x", 101, "20 pe {甲,乙}保险{登记,转移}").stream()
            .map(SampleCatalogueTest::unfolded)
            .toList());
  }

  private static String unfolded(SampleName name) {
    return name.name() + "/" + name.base() + "/" + name.variant();
  }

  private static int count(Predicate<JsonNode> which) {
    return (int) items.stream().filter(which).count();
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static Set<String> texts(JsonNode array, String key) {
    return list(array).stream().map(n -> n.path(key).asText()).collect(Collectors.toSet());
  }
}
