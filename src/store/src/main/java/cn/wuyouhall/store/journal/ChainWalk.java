package cn.wuyouhall.store.journal;

import cn.wuyouhall.domain.journal.StationJournal.Entry;
import cn.wuyouhall.domain.journal.StationJournal.Verification;
import cn.wuyouhall.store.crypto.Sm3;
import cn.wuyouhall.store.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The walk along a journal's chain. */
final class ChainWalk {
  /** A sequence number is missing. */
  static final String GAP = "GAP";

  /** An entry does not name the hash of the one before it. */
  static final String UNLINKED = "UNLINKED";

  /** An entry's fields do not give its hash. */
  static final String CHANGED = "CHANGED";

  /** A payload is not the one that was chained. */
  static final String PAYLOAD_CHANGED = "PAYLOAD_CHANGED";

  /** A payload waits for the hall and is not there. */
  static final String PAYLOAD_MISSING = "PAYLOAD_MISSING";

  /** The journal ends before the head the hall has noted. */
  static final String TAIL_CUT = "TAIL_CUT";

  /** Another entry stands where the hall has noted one. */
  static final String FORKED = "FORKED";

  private static final int BATCH = 500;

  private ChainWalk() {}

  private record Link(Entry entry, byte[] payload, boolean waits) {}

  static Verification whole(Statements sql) throws SQLException {
    long seq = 0;
    Optional<Entry> last = Optional.empty();
    while (true) {
      List<Link> batch =
          sql.all(
              """
              SELECT j.*, p.body, d.state AS delivery FROM journal j
              LEFT JOIN payload p ON p.seq = j.seq LEFT JOIN delivery d ON d.seq = j.seq
              WHERE j.seq > ? ORDER BY j.seq LIMIT ?\
              """,
              ChainWalk::link,
              seq,
              BATCH);
      if (batch.isEmpty()) {
        return new Verification.Whole(seq, last);
      }
      for (Link link : batch) {
        Optional<String> fault = fault(link, seq + 1, last);
        if (fault.isPresent()) {
          return new Verification.Broken(seq + 1, fault.get());
        }
        seq++;
        last = Optional.of(link.entry);
      }
    }
  }

  static Verification against(Statements sql, int incarnation, long seq, byte[] hash)
      throws SQLException {
    Verification walked = whole(sql);
    if (!(walked instanceof Verification.Whole whole)) {
      return walked;
    }
    if (whole.head().isPresent() && whole.head().get().incarnation() > incarnation) {
      return walked;
    }
    if (whole.entries() < seq) {
      return new Verification.Broken(whole.entries() + 1, TAIL_CUT);
    }
    byte[] there =
        sql.first("SELECT hash FROM journal WHERE seq = ?", row -> row.getBytes(1), seq)
            .orElse(ChainHash.BEFORE_FIRST);
    return Arrays.equals(there, hash) ? walked : new Verification.Broken(seq, FORKED);
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(
        EntryRows.entry(row), row.getBytes("body"), "WAITING".equals(row.getString("delivery")));
  }

  private static Optional<String> fault(Link link, long expected, Optional<Entry> before) {
    Entry entry = link.entry;
    if (entry.seq() != expected) {
      return Optional.of(GAP);
    }
    byte[] prev = before.map(Entry::hash).orElse(ChainHash.BEFORE_FIRST);
    if (!Arrays.equals(prev, entry.prev())) {
      return Optional.of(UNLINKED);
    }
    byte[] hash =
        ChainHash.of(
            entry.id(),
            entry.station(),
            entry.incarnation(),
            entry.seq(),
            entry.kind(),
            entry.kindVersion(),
            entry.at(),
            entry.payloadDigest(),
            entry.prev());
    if (!Arrays.equals(hash, entry.hash())) {
      return Optional.of(CHANGED);
    }
    if (link.payload == null) {
      return link.waits ? Optional.of(PAYLOAD_MISSING) : Optional.empty();
    }
    return Arrays.equals(Sm3.digest(link.payload), entry.payloadDigest())
        ? Optional.empty()
        : Optional.of(PAYLOAD_CHANGED);
  }
}
