package cn.wuyouhall.domain.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What this station did: append-only, hash-chained (SM3), one transaction with the station state it
 * changes. Payloads and state are ciphertext. Blocks; writes are serialised; durable (fsync) before
 * a method returns.
 */
public interface StationJournal extends AutoCloseable {
  /**
   * Appends one entry, changes state and queues a delivery to the hall, all or nothing.
   *
   * @return the entry as chained
   */
  Entry append(Draft draft, Instant at);

  /** The state row of this kind and id, decrypted. */
  Optional<byte[]> state(String kind, String id);

  /** All state rows of a kind, decrypted, in the order of their ids. */
  List<StateRow> states(String kind);

  /** Entries waiting for the hall, oldest first, at most {@code most}. */
  List<Entry> undelivered(int most);

  /** The hall has this entry. */
  void delivered(UUID id, Instant at);

  /** The hall refused this entry for good: listed for a person, later ones go on. */
  void refused(UUID id, String code, Instant at);

  /** Entries the hall refused for good, oldest first. */
  List<Refusal> refusals();

  /**
   * The hall has this station's entries only up to the head it names, since it was restored from a
   * backup: what it had after that waits again. Each id takes effect once, so that too many do no
   * harm.
   *
   * @param incarnation of the head the hall has noted, 0 for none
   * @param seq of that head
   * @return how many wait again
   */
  int sendAgain(int incarnation, long seq);

  /** The payload of an entry, decrypted; empty where retention deleted it. */
  Optional<byte[]> payload(UUID id);

  /** The newest entry; empty in a new journal. */
  Optional<Entry> head();

  /** Entries waiting for the hall, and refused ones. */
  Counts counts();

  /** Walks the whole chain. */
  Verification verify();

  /** This station's id and incarnation (counts up with each restore). */
  Identity identity();

  @Override
  void close();

  /**
   * What is to be appended.
   *
   * @param id UUIDv7, the idempotency key everywhere beyond
   * @param kind ASCII kind ({@code case.accepted}); unknown kinds are carried on by older programs
   * @param kindVersion version of the payload's shape, from 1
   * @param payload JSON bytes
   * @param state state rows written in the same transaction; an empty body deletes the row
   * @param toHall whether the hall gets it
   */
  record Draft(
      UUID id,
      String kind,
      int kindVersion,
      byte[] payload,
      List<StateRow> state,
      boolean toHall) {}

  /** A row of station state. */
  record StateRow(String kind, String id, byte[] body) {}

  /** A chained entry; hash = SM3 over the other fields and the hash before it. */
  record Entry(
      UUID id,
      String station,
      int incarnation,
      long seq,
      String kind,
      int kindVersion,
      byte[] payloadDigest,
      byte[] prev,
      byte[] hash,
      Instant at) {}

  /** What waits. */
  record Counts(int undelivered, Optional<Instant> oldest, int refused) {}

  /** An entry the hall refused, why in a stable code, and when. */
  record Refusal(Entry entry, String code, Instant at) {}

  /** Who this journal belongs to. */
  record Identity(String station, int incarnation) {}

  /** The outcome of a walk: whole, or the first sequence number that does not fit and why. */
  sealed interface Verification {
    /** Every link and every payload present fits. */
    record Whole(long entries, Optional<Entry> head) implements Verification {}

    /** The first that does not. */
    record Broken(long seq, String code) implements Verification {}
  }
}
