package cn.wuyouhall.station.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.cases.AcceptanceRules;
import cn.wuyouhall.domain.cases.CaseNumbers;
import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.station.CaseDraft;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.data.CatalogueFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Papers as a reader of another make sees them: poppler reads the text, zbar the code. */
class PapersTest {
  private static final Catalogue CATALOGUE = CatalogueFile.sample();
  private static final Name HALL = new Name("吴堡县政务服务大厅", "Wubu County Government Service Hall");
  private static final Instant AT = Instant.parse("2026-11-23T02:05:00Z");
  private static final Session CLERK = new Session("0312", "王小明", Set.of(Role.CLERK), AT);
  private static final String CASE_NO =
      CaseNumbers.caseNo(
          "610829", LocalDate.of(2026, 11, 23), CaseNumbers.stationCode("clerk-3"), 17);

  @TempDir Path folder;
  private final PdfDocuments documents = new PdfDocuments(CATALOGUE);

  private static Item item(String name) {
    return CATALOGUE.items().stream()
        .filter(item -> item.name().zh().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static CaseRecord record(
      Item item, String applicant, Function<Material, MaterialMark> mark) {
    Map<String, MaterialMark> marks = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    Map<String, LocalDate> deferred = new HashMap<>();
    for (Material material : item.materials()) {
      marks.put(material.id(), mark.apply(material));
      names.put(material.id(), material.name());
      if (mark.apply(material) == MaterialMark.DEFERRED) {
        deferred.put(material.id(), LocalDate.of(2026, 12, 7));
      }
    }
    Person person =
        new Person(applicant, IdKind.RESIDENT, "11010519491231002X", "13800000000", false);
    CaseDraft draft =
        new CaseDraft(new UUID(0, 1), new UUID(0, 2), item, person, item.answers(Set.of()), marks);
    return new CaseRecord(
        draft.caseId(),
        CASE_NO,
        CaseRecord.Kind.ACCEPTED,
        AT,
        draft.visit(),
        "clerk-3",
        3,
        "0312",
        item.code(),
        item.name().zh(),
        item.department(),
        person,
        List.of(),
        marks,
        names,
        deferred,
        AcceptanceRules.decide(draft.intake()),
        Optional.of(LocalDate.of(2026, 12, 1)),
        Optional.empty(),
        List.of());
  }

  private static CaseRecord record(DocumentKind kind, Item item, String applicant) {
    return record(
        item,
        applicant,
        switch (kind) {
          case ACCEPTANCE -> material -> MaterialMark.ORIGINAL;
          case DEFERRED_ACCEPTANCE ->
              material -> material.deferrable() ? MaterialMark.DEFERRED : MaterialMark.COPY;
          case COMMITMENT ->
              material -> material.commitment() ? MaterialMark.COMMITTED : MaterialMark.ORIGINAL;
          case CORRECTION_NOTICE -> material -> MaterialMark.MISSING;
        });
  }

  /** An item with the most materials for which the paper has something to say. */
  private static Item fitting(DocumentKind kind) {
    return CATALOGUE.items().stream()
        .filter(item ->
            item.materials().stream()
                .anyMatch(material ->
                    switch (kind) {
                      case ACCEPTANCE, CORRECTION_NOTICE -> true;
                      case DEFERRED_ACCEPTANCE -> material.deferrable();
                      case COMMITMENT -> material.commitment();
                    }))
        .max(java.util.Comparator.comparingInt(item -> item.materials().size()))
        .orElseThrow();
  }

  /** What the last paragraph of a paper says. */
  private static String lastWords(DocumentKind kind) {
    return switch (kind) {
      case ACCEPTANCE -> "另行书面告知";
      case DEFERRED_ACCEPTANCE -> "对其真实性负责";
      case COMMITMENT -> "真实意思的表示";
      case CORRECTION_NOTICE -> "不再要求补正其他材料";
    };
  }

  /** A page of signatures alone proves nothing. */
  private static void assertSignedBelowItsLastWords(DocumentKind kind, Path pdf) throws Exception {
    for (String page : text(pdf).split("\f", -1)) {
      boolean signed = squeezed(page).contains("经办人") || squeezed(page).contains("签字或盖章");
      assertEquals(signed, squeezed(page).contains(lastWords(kind)), page);
    }
  }

  private Path save(String name, byte[] pdf) throws IOException {
    String kept = System.getenv().getOrDefault("PAPERS_KEEP", "");
    Path file = (kept.isEmpty() ? folder : Path.of(kept)).resolve(name + ".pdf");
    Files.createDirectories(file.getParent());
    return Files.write(file, pdf);
  }

  private static String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return out;
  }

  private static String text(Path pdf) throws Exception {
    return run("pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), "-");
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s", "");
  }

  private List<String> codes(Path pdf) throws Exception {
    Path picture = folder.resolve(pdf.getFileName() + ".page");
    run("pdftoppm", "-r", "110", "-png", pdf.toString(), picture.toString());
    List<String> codes = new ArrayList<>();
    try (var pages = Files.list(folder)) {
      for (Path page :
          pages
              .filter(p -> p.getFileName().toString().startsWith(picture.getFileName().toString()))
              .sorted()
              .toList()) {
        codes.addAll(run("zbarimg", "-q", "--raw", page.toString()).lines().toList());
      }
    }
    return codes;
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void everyPaperIsReadByAnotherProgram(DocumentKind kind) throws Exception {
    Item item = fitting(kind);
    CaseRecord record = record(kind, item, "张小三");
    Path pdf = save(kind.name(), documents.forCase(kind, record, item, HALL, CLERK));
    String text = squeezed(text(pdf));
    assertTrue(text.contains(kind.numberOf(CASE_NO)), text);
    assertTrue(text.contains(squeezed(item.name().zh())), text);
    assertTrue(text.contains("2026年11月23日"), text);
    assertTrue(text.contains("张小三"), text);
    assertTrue(text.contains("110105********002X") || text.contains("002X"), text);
    assertFalse(text.contains("19491231"), "the number is masked on paper");
    assertSignedBelowItsLastWords(kind, pdf);
    int copies = kind == DocumentKind.DEFERRED_ACCEPTANCE ? 2 : 1;
    assertEquals(java.util.Collections.nCopies(copies, CASE_NO), codes(pdf));
  }

  @Test
  void theAdviceNamesWhatToBring() throws Exception {
    Item item = fitting(DocumentKind.ACCEPTANCE);
    CaseRecord record = record(item, "张小三", material -> MaterialMark.ORIGINAL);
    CaseDraft draft =
        new CaseDraft(
            record.caseId(),
            record.visit(),
            item,
            record.applicant(),
            item.answers(Set.of()),
            Map.of());
    Path pdf = save("ADVICE", documents.advice(draft, HALL, CLERK, AT));
    String text = squeezed(text(pdf));
    assertTrue(text.contains("一次性告知单"), text);
    for (Material material : AcceptanceRules.asked(draft.intake())) {
      assertTrue(text.contains(squeezed(material.name())), material.name());
    }
    assertFalse(text.contains("张小三"), "an advice is for anyone: it names nobody");
  }

  /** What is on its way, promised or badly marked must never read as being in order. */
  @Test
  void theAdviceSaysOfEachMaterialHowItStands() throws Exception {
    Map<String, MaterialMark> marks =
        Map.of(
            "甲证明", MaterialMark.VERIFIED,
            "乙证明", MaterialMark.ORIGINAL,
            "丙证明", MaterialMark.COPY,
            "丁证明", MaterialMark.DEFERRED,
            "戊证明", MaterialMark.COMMITTED,
            "己证明", MaterialMark.MISSING,
            "庚证明", MaterialMark.DEFERRED,
            "辛证明", MaterialMark.COMMITTED,
            "壬证明", MaterialMark.COPY);
    List<Material> materials =
        List.of(
            advised("甲证明", 1, 0, true, false, false),
            advised("乙证明", 1, 0, false, false, false),
            advised("丙证明", 0, 1, false, false, false),
            advised("丁证明", 0, 1, false, true, false),
            advised("戊证明", 0, 1, false, false, true),
            advised("己证明", 1, 0, false, true, false),
            advised("庚证明", 1, 0, false, false, false),
            advised("辛证明", 1, 0, false, false, false),
            advised("壬证明", 1, 0, false, false, false),
            advised("癸证明", 1, 0, false, false, false));
    Item base = item("小餐饮经营许可（新办）");
    CaseRecord record = record(base, "张小三", material -> MaterialMark.ORIGINAL);
    CaseDraft draft =
        new CaseDraft(
            record.caseId(),
            record.visit(),
            withMaterials(base, materials),
            record.applicant(),
            base.answers(Set.of()),
            marks);
    String text = squeezed(text(save("STANDING", documents.advice(draft, HALL, CLERK, AT))));
    for (String row :
        List.of(
            "1甲证明原件、可免交（联网核验）已具备2",
            "2乙证明原件已具备3",
            "3丙证明复印件1份已具备4",
            "4丁证明复印件1份暂缺，可容缺后补5",
            "5戊证明复印件1份可以承诺代替6",
            "6己证明原件缺少，请提交7",
            "7庚证明原件不可容缺，请提交8",
            "8辛证明原件不适用承诺，请提交9",
            "9壬证明原件请提交原件10",
            "10癸证明原件")) {
      assertTrue(text.contains(row), row + " in " + text);
    }
    assertEquals(3, text.split("已具备", -1).length - 1, text);
  }

  private static Material advised(
      String name,
      int originals,
      int copies,
      boolean electronic,
      boolean deferrable,
      boolean commitment) {
    return new Material(
        name,
        name,
        true,
        "",
        false,
        originals,
        copies,
        electronic,
        deferrable,
        deferrable ? 5 : 0,
        commitment,
        "",
        "");
  }

  /** The one notice names everything: a question nobody asked is no "no". */
  @Test
  void theAdviceNamesWhatDependsOnAQuestionNobodyAsked() throws Exception {
    Item item = item("小餐饮经营许可（新办）");
    CaseRecord record = record(item, "张小三", material -> MaterialMark.ORIGINAL);
    CaseDraft draft =
        new CaseDraft(
            record.caseId(),
            record.visit(),
            item,
            record.applicant(),
            Map.of("rented", false),
            Map.of());
    String text = squeezed(text(save("UNASKED", documents.advice(draft, HALL, CLERK, AT))));
    assertFalse(text.contains("租赁合同"), text);
    assertTrue(text.contains("授权委托书及代理人身份证明原件视情形"), text);
    assertTrue(text.contains("下列情形才需要：是否由他人代办？"), text);
  }

  /** A paper that sends someone where they are not served costs them a trip. */
  @Test
  void theAdviceSendsToWhereTheItemIsTaken() throws Exception {
    for (Item item : List.of(taken(true, true), taken(false, false))) {
      CaseRecord record = record(item, "张小三", material -> MaterialMark.ORIGINAL);
      CaseDraft draft =
          new CaseDraft(
              record.caseId(), record.visit(), item, record.applicant(), Map.of(), Map.of());
      String text = squeezed(text(save("WHERE", documents.advice(draft, HALL, CLERK, AT))));
      assertEquals(item.comprehensive(), text.contains("到综合窗口办理"), text);
      assertEquals(item.mobile(), text.contains("小程序"), text);
    }
  }

  private static Item taken(boolean comprehensive, boolean mobile) {
    return CATALOGUE.items().stream()
        .filter(item -> item.comprehensive() == comprehensive && item.mobile() == mobile)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void rareCharactersOfNamesAreOnThePaper(DocumentKind kind) throws Exception {
    Item item = fitting(kind);
    byte[] plain = documents.forCase(kind, record(kind, item, "张　三"), item, HALL, CLERK);
    byte[] rare = documents.forCase(kind, record(kind, item, "张𠮷䶮"), item, HALL, CLERK);
    Path pdf = save("rare-" + kind, rare);
    assertTrue(rare.length > plain.length, "their outlines are drawn");
    assertTrue(squeezed(text(pdf)).contains("张"));
    assertTrue(squeezed(text(pdf)).contains("𠮷䶮"), "they can be searched and copied");
  }

  @Test
  void aLongListGoesOnOnTheNextPageUnderItsHeads() throws Exception {
    Item base = fitting(DocumentKind.ACCEPTANCE);
    List<Material> many = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      Material material = base.materials().getFirst();
      many.add(
          new Material(
              "m" + i,
              "第" + i + "项材料,名称很长,要换行的那一种,含法定代表人身份证明与授权委托书",
              true,
              "",
              true,
              1,
              0,
              false,
              false,
              0,
              false,
              material.issuer(),
              ""));
    }
    Item item = withMaterials(base, many);
    Path pdf =
        save(
            "LONG",
            documents.forCase(
                DocumentKind.ACCEPTANCE,
                record(item, "张小三", material -> MaterialMark.ORIGINAL),
                item,
                HALL,
                CLERK));
    String[] pages = text(pdf).split("\f");
    assertTrue(pages.length >= 3, "pages: " + pages.length);
    String all = squeezed(String.join("", pages));
    for (int i = 1; i <= 60; i++) {
      assertTrue(all.contains("第" + i + "项材料"), "material " + i);
    }
    for (int page = 0; page < pages.length; page++) {
      assertTrue(
          squeezed(pages[page]).contains("第" + (page + 1) + "页"),
          "page " + (page + 1) + " says so");
      if (squeezed(pages[page]).contains("项材料")) {
        assertTrue(squeezed(pages[page]).contains("材料名称"), "heads on page " + (page + 1));
      }
    }
    assertEquals(List.of(CASE_NO), codes(pdf));
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void longNamesAndManyMaterialsStayWhole(DocumentKind kind) throws Exception {
    Item longest =
        CATALOGUE.items().stream()
            .max(java.util.Comparator.comparingInt(item -> item.name().zh().length()))
            .orElseThrow();
    List<Material> many = new ArrayList<>();
    for (int i = 1; i <= 14; i++) {
      many.add(advised("第" + i + "项，法定代表人身份证明、授权委托书及受托人身份证明", 1, 1, false, true, true));
    }
    Item item = withMaterials(longest, many);
    CaseRecord record = record(kind, item, "吴堡县黄河沿岸非物质文化遗产传承保护与乡村振兴农民专业合作社联合社");
    Path pdf = save("MANY-" + kind, documents.forCase(kind, record, item, HALL, CLERK));
    String text = squeezed(text(pdf));
    for (int i = 1; i <= 14; i++) {
      assertTrue(text.contains("第" + i + "项，"), "material " + i);
    }
    assertTrue(text.contains(squeezed(item.name().zh())), text);
    int copies = kind == DocumentKind.DEFERRED_ACCEPTANCE ? 2 : 1;
    assertEquals(java.util.Collections.nCopies(copies, CASE_NO), codes(pdf));
    assertInsideMargins(pdf);
    assertSignedBelowItsLastWords(kind, pdf);
  }

  private static Item withMaterials(Item item, List<Material> materials) {
    return new Item(
        item.code(),
        item.implementationCode(),
        item.basicCode(),
        item.name(),
        item.type(),
        item.department(),
        item.subCentre(),
        item.comprehensive(),
        item.mobile(),
        item.authorised(),
        item.towns(),
        item.words(),
        item.persons(),
        item.enterprises(),
        item.legalLimit(),
        item.promisedLimit(),
        item.immediate(),
        item.fee(),
        item.conditions(),
        item.process(),
        item.basis(),
        materials,
        item.situations(),
        item.result());
  }

  @Test
  void noTextRunsOverTheMargin() throws Exception {
    Item item = item("小餐饮经营许可（新办）");
    Path pdf =
        save(
            "MARGIN",
            documents.forCase(
                DocumentKind.ACCEPTANCE,
                record(
                    item,
                    "吴堡县黄河沿岸非物质文化遗产传承保护与乡村振兴农民专业合作社联合社宋家川街道分社",
                    material -> MaterialMark.ORIGINAL),
                item,
                HALL,
                CLERK));
    assertInsideMargins(pdf);
    assertEquals(1, text(pdf).split("\f").length, "nine materials fit on one sheet");
  }

  private static void assertInsideMargins(Path pdf) throws Exception {
    String boxes = run("pdftotext", "-bbox", pdf.toString(), "-");
    for (String line : boxes.lines().filter(l -> l.contains("xMax=")).toList()) {
      double right = Double.parseDouble(line.replaceAll(".*xMax=\"([0-9.]+)\".*", "$1"));
      assertTrue(right <= 595.3 - 60, line);
    }
  }
}
