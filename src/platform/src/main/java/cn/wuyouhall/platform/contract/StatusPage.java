package cn.wuyouhall.platform.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A page of what became of cases, in the order it happened.
 *
 * @param cursor to be given back for the next page; opaque
 * @param entries each given once
 */
public record StatusPage(String cursor, List<Entry> entries) {
  public StatusPage {
    entries = List.copyOf(entries);
  }

  /** A case reached a stage: received, in-review, decided, finished, or one not known yet. */
  public record Entry(UUID caseId, String provincialNo, String stage, Instant at) {}
}
