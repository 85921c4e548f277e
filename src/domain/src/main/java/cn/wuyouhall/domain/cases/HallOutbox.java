package cn.wuyouhall.domain.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the hall owes the province, in lanes: one case, one lane, in order. Any station's courier
 * carries. Blocks; any thread; {@code HallUnavailable} when away.
 */
public interface HallOutbox {
  /**
   * The next parcel whose lane is free and whose time has come, leased to this station; empty when
   * there is none.
   */
  Optional<Parcel> claim(String station, Instant at, Duration lease);

  /** Freezes the bytes at their first sending; returns those already frozen when there are any. */
  byte[] freeze(UUID parcel, byte[] body);

  /** The province has it. */
  void delivered(UUID parcel, String provincialNo, Instant receivedAt, boolean replay);

  /** Not now: goes back to its lane until {@code again}. */
  void later(UUID parcel, String code, Instant again);

  /** The province refused it for good: quarantined, listed for a person, its lane stands still. */
  void refused(UUID parcel, String code, String message, Instant at);

  /** Parcels not delivered yet and the age of the oldest. */
  Pending pending();

  /** Quarantined parcels. */
  List<Refusal> refusals();

  /** The bytes frozen for a parcel; empty before its first sending. */
  Optional<byte[]> frozen(UUID parcel);

  /**
   * A person mended what the province refused: the parcel goes back to its lane with these bytes.
   * The province kept nothing of what it refused, so its key stays.
   *
   * @return false when it is not refused (any more); nothing was changed
   */
  boolean mend(UUID parcel, byte[] body);

  /** The cursor up to which the province's status was read. */
  String statusCursor();

  /** Applies status entries of the province and moves the cursor, in one transaction. */
  void applyStatus(List<StatusEntry> entries, String cursor);

  /** What a parcel holds. */
  enum Kind {
    CASE_EVENT,
    RATING
  }

  /**
   * A parcel claimed.
   *
   * @param id journal id, the idempotency key
   * @param kind what it holds
   * @param lane case id or invitation id
   * @param version the event's version in its case, 0 for ratings
   * @param event the case event; empty for ratings
   * @param body frozen bytes; empty before the first sending of a case event
   * @param attempts times it was tried
   */
  record Parcel(
      UUID id,
      Kind kind,
      UUID lane,
      int version,
      Optional<CaseRecord> event,
      Optional<byte[]> body,
      int attempts) {}

  /** How much waits, since when. */
  record Pending(int parcels, Optional<Instant> oldest, int refused) {}

  /** A parcel the province refused. */
  record Refusal(UUID id, Kind kind, UUID lane, String code, String message, Instant at) {}

  /** One line of the province's status. */
  record StatusEntry(UUID caseId, String provincialNo, String stage, Instant at) {}
}
