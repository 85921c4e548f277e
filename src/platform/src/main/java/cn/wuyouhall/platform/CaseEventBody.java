package cn.wuyouhall.platform;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.platform.contract.CaseEvent;
import java.util.List;
import java.util.Map;

/** Makes the bytes of a case event. The same event is always the same bytes. */
public final class CaseEventBody {
  private CaseEventBody() {}

  /**
   * The body of {@code POST /v1/cases/{caseId}/events}, to be frozen at the first sending.
   *
   * @param version the version the hall gave the event, from 1
   */
  public static byte[] encode(CaseRecord event, int version) {
    return Json.write(contractOf(event, version));
  }

  private static CaseEvent contractOf(CaseRecord event, int version) {
    return new CaseEvent(
        event.caseId(),
        event.caseNo(),
        version,
        ProvinceCodes.eventKind(event.kind()),
        event.at(),
        event.visit(),
        event.station(),
        event.window(),
        event.operator(),
        new CaseEvent.ItemRef(event.itemCode(), event.itemName(), event.department()),
        applicantOf(event.applicant()),
        materialsOf(event),
        deferredOf(event),
        event.promisedDue().orElse(null),
        event.legalDue().orElse(null),
        event.documents().stream()
            .map(made ->
                new CaseEvent.DocumentRef(made.kind(), made.number(), made.sm3(), made.bytes()))
            .toList());
  }

  private static CaseEvent.Applicant applicantOf(Person person) {
    return new CaseEvent.Applicant(
        ProvinceCodes.applicantKind(person.organisation()),
        person.name(),
        ProvinceCodes.idType(person.idKind()),
        person.idNumber(),
        person.phone());
  }

  /** In the order of the ids: the maps of an event promise none, and the bytes must not vary. */
  private static List<CaseEvent.MaterialStanding> materialsOf(CaseRecord event) {
    return event.marks().keySet().stream()
        .sorted()
        .map(id -> {
          MaterialMark mark = event.marks().get(id);
          return new CaseEvent.MaterialStanding(
              id, event.materialNames().getOrDefault(id, id), ProvinceCodes.mark(mark));
        })
        .toList();
  }

  private static List<CaseEvent.Deferred> deferredOf(CaseRecord event) {
    return event.deferred().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new CaseEvent.Deferred(entry.getKey(), entry.getValue()))
        .toList();
  }
}
