package cn.wuyouhall.platform.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One event of one case, as it travels ({@code CaseEvent} of the contract). Holds personal data:
 * {@link #toString()} says nothing of it.
 *
 * @param caseId the case
 * @param caseNo the hall's own number
 * @param version 1, 2, 3 … within the case
 * @param kind what happened, in the contract's words
 * @param occurredAt when, UTC
 * @param visitId the visit it happened in; null for none
 * @param station the station
 * @param window its window, 0 for none
 * @param operator the clerk's number
 * @param item what was applied for
 * @param applicant who applied
 * @param materials how each material stands, by id
 * @param deferred materials to follow, in the same order
 * @param promisedDue promised deadline; null where there is none or its year has no calendar
 * @param legalDue legal deadline, likewise
 * @param documents documents made
 */
@JsonPropertyOrder({
  "caseId",
  "caseNo",
  "version",
  "kind",
  "occurredAt",
  "visitId",
  "station",
  "window",
  "operator",
  "item",
  "applicant",
  "materials",
  "deferred",
  "promisedDue",
  "legalDue",
  "documents"
})
public record CaseEvent(
    UUID caseId,
    String caseNo,
    int version,
    String kind,
    Instant occurredAt,
    UUID visitId,
    String station,
    int window,
    String operator,
    ItemRef item,
    Applicant applicant,
    List<MaterialStanding> materials,
    List<Deferred> deferred,
    LocalDate promisedDue,
    LocalDate legalDue,
    List<DocumentRef> documents) {
  public CaseEvent {
    materials = List.copyOf(materials);
    deferred = List.copyOf(deferred);
    documents = List.copyOf(documents);
  }

  @Override
  public String toString() {
    return "CaseEvent[" + caseNo + " v" + version + " " + kind + "]";
  }

  /** The item: handling code, official name, department by name. */
  @JsonPropertyOrder({"code", "name", "department"})
  public record ItemRef(String code, String name, String department) {}

  /**
   * The applicant.
   *
   * @param kind "1" natural person, "2" organisation
   * @param idType the contract's document type
   */
  @JsonPropertyOrder({"kind", "name", "idType", "idNumber", "phone"})
  public record Applicant(String kind, String name, String idType, String idNumber, String phone) {
    @Override
    public String toString() {
      return "Applicant[" + kind + "]";
    }
  }

  /** A material and its mark in the contract's words. */
  @JsonPropertyOrder({"id", "name", "mark"})
  public record MaterialStanding(String id, String name, String mark) {}

  /** A material to follow and the last day for it, a day of Asia/Shanghai. */
  @JsonPropertyOrder({"id", "until"})
  public record Deferred(String id, LocalDate until) {}

  /** A document made: its digest (SM3, hex) and size, never its bytes. */
  @JsonPropertyOrder({"kind", "number", "sm3", "bytes"})
  public record DocumentRef(String kind, String number, String sm3, int bytes) {}
}
