package cn.wuyouhall.domain.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The hall's register of cases. Blocks; any thread; {@code HallUnavailable} when away. */
public interface CaseRegister {
  /**
   * Registers an event once (the journal id is its key) and puts it into the outbox to the province
   * in the same transaction. The hall gives it its version.
   */
  Registered register(UUID journalId, CaseRecord event, Instant at);

  /** Notes the head of a station's journal, so that a cut tail is noticed. */
  void noteHead(String station, int incarnation, long seq, byte[] hash, Instant at);

  /** Where a case stands; empty when the hall does not know it. */
  Optional<Standing> standing(UUID caseId);

  /** Recent cases of a person, by keyed digest of the document number; newest first. */
  List<Standing> recentOf(String idNumber, int most);

  /** The newest cases of the hall, newest first. */
  List<Standing> newest(int most);

  /** What registering came to. */
  sealed interface Registered {
    /** Registered with this version; {@code repeated} when it had been before. */
    record Versioned(int version, boolean repeated) implements Registered {}

    /** Another event stands where this one wants to be; shown to a person, never overwritten. */
    record Clash(String code) implements Registered {}
  }

  /**
   * A case as the register knows it.
   *
   * @param event its newest event
   * @param version that event's version
   * @param provincialNo the province's number, once it has it
   * @param stage the province's stage (received, in-review, decided, finished), blank before
   * @param stageAt when that stage began
   */
  record Standing(
      CaseRecord event,
      int version,
      Optional<String> provincialNo,
      String stage,
      Optional<Instant> stageAt) {
    /** Whether the province has the newest event. */
    public boolean atProvince() {
      return provincialNo.isPresent();
    }
  }
}
