package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The cases of this station: for each the journal entry that holds its newest event. The event
 * itself is kept once, as that entry's payload.
 */
final class CaseBook {
  private static final String CASE = "case";

  private final StationJournal journal;
  private final CaseJson json;

  CaseBook(StationJournal journal, CaseJson json) {
    this.journal = journal;
    this.json = json;
  }

  /** The state row that makes this entry the newest event of a case. */
  static StateRow newest(UUID caseId, UUID entry) {
    return new StateRow(
        CASE, caseId.toString(), entry.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether this station ever had the case. */
  boolean has(UUID caseId) {
    return journal.state(CASE, caseId.toString()).isPresent();
  }

  /** The newest event of a case; empty when this station never had it or retention took it away. */
  Optional<CaseRecord> find(UUID caseId) {
    return journal.state(CASE, caseId.toString()).flatMap(this::event);
  }

  /** The newest cases, newest first, at most so many. */
  List<CaseRecord> newest(int most) {
    return journal.states(CASE).reversed().stream()
        .limit(most)
        .flatMap(row -> event(row.body()).stream())
        .toList();
  }

  private Optional<CaseRecord> event(byte[] entry) {
    return journal
        .payload(UUID.fromString(new String(entry, StandardCharsets.US_ASCII)))
        .map(json::read);
  }
}
