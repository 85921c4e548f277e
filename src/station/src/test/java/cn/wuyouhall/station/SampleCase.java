package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.station.data.CalendarFiles;
import cn.wuyouhall.station.data.CatalogueFile;
import cn.wuyouhall.station.documents.PdfDocuments;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Cases of the sample catalogue, as a clerk would enter them. */
final class SampleCase {
  static final Catalogue CATALOGUE = CatalogueFile.sample();
  static final Person ZHANG =
      new Person("张小三", IdKind.RESIDENT, "11010519491231002X", "13800000000", false);

  private SampleCase() {}

  static AcceptCase job(HallOnDisk hall, Vault vault, Runnable carry) {
    return job(hall, vault.journal(), carry);
  }

  static AcceptCase job(
      HallOnDisk hall, cn.wuyouhall.domain.journal.StationJournal journal, Runnable carry) {
    return new AcceptCase(
        journal,
        hall.around.ids(),
        hall.clock,
        CalendarFiles.published(),
        CATALOGUE,
        new PdfDocuments(CATALOGUE),
        new CaseJson(),
        hall.rules().name(),
        "610829",
        "clerk-3",
        3,
        carry);
  }

  static Item item(String name) {
    return CATALOGUE.items().stream()
        .filter(item -> item.name().zh().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static MaterialMark inOrder(Material material) {
    return material.originals() > 0 || material.copies() > 0
        ? MaterialMark.ORIGINAL
        : MaterialMark.VERIFIED;
  }

  static CaseDraft draft(
      AcceptCase job, Item item, Person applicant, Function<Material, MaterialMark> mark) {
    CaseDraft draft =
        job.begin(UUID.fromString("01900000-0000-7000-8000-000000000001"), item, applicant);
    Map<String, MaterialMark> marks = new HashMap<>();
    item.materials().forEach(material -> marks.put(material.id(), mark.apply(material)));
    return new CaseDraft(
        draft.caseId(), draft.visit(), item, applicant, item.answers(Set.of()), marks);
  }
}
