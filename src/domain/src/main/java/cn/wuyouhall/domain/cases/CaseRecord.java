package cn.wuyouhall.domain.cases;

import cn.wuyouhall.domain.people.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One event of a case, whole: what the journal keeps, the hall registers and the province receives.
 *
 * @param caseId UUIDv7 of the case
 * @param caseNo our own number, as printed; the province's comes with its receipt
 * @param kind what happened
 * @param at when, UTC
 * @param visit the visit it happened in
 * @param station the station
 * @param window its window, 0 where there is none
 * @param operator the clerk's number
 * @param itemCode handling code
 * @param itemName official name
 * @param department the department responsible, by name
 * @param applicant the applicant
 * @param situations flags that hold
 * @param marks material id to mark
 * @param materialNames material id to name, in the order of the guide
 * @param deferred material id to last day for it
 * @param decision what the rules said
 * @param promisedDue promised deadline; empty where no calendar is published for its year, or there
 *     is none
 * @param legalDue legal deadline, likewise
 * @param documents documents made
 */
public record CaseRecord(
    UUID caseId,
    String caseNo,
    Kind kind,
    Instant at,
    UUID visit,
    String station,
    int window,
    String operator,
    String itemCode,
    String itemName,
    String department,
    Person applicant,
    List<String> situations,
    Map<String, MaterialMark> marks,
    Map<String, String> materialNames,
    Map<String, LocalDate> deferred,
    Decision decision,
    Optional<LocalDate> promisedDue,
    Optional<LocalDate> legalDue,
    List<Document> documents) {
  /** What happened to the case. */
  public enum Kind {
    ACCEPTED,
    ACCEPTED_DEFERRED,
    /** 补正告知: receipt given, the clock of the notice runs. */
    NOTICE
  }

  /**
   * A document made for the applicant.
   *
   * @param kind what it is
   * @param number its own number as printed
   * @param sm3 digest of its bytes, hex
   * @param bytes its size
   */
  public record Document(String kind, String number, String sm3, int bytes) {}

  @Override
  public String toString() {
    return "CaseRecord[" + caseNo + " " + kind + "]";
  }
}
