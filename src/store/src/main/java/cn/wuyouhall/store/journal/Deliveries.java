package cn.wuyouhall.store.journal;

import cn.wuyouhall.domain.journal.StationJournal.Counts;
import cn.wuyouhall.domain.journal.StationJournal.Entry;
import cn.wuyouhall.domain.journal.StationJournal.Refusal;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What waits for the hall, what it has, and what it refused. */
record Deliveries(Connections connections) {
  /** The entry waits, within the transaction that appends it. */
  static void add(Statements sql, Entry entry) throws SQLException {
    sql.update(
        "INSERT INTO delivery (seq, state, at) VALUES (?, 'WAITING', ?)", entry.seq(), entry.at());
  }

  List<Entry> waiting(int most) {
    return connections.read(
        "read what waits",
        sql ->
            sql.all(
                EntryRows.SELECT
                    + """
                     JOIN delivery d ON d.seq = j.seq
                    WHERE d.state <> 'DELIVERED' AND d.state = 'WAITING' ORDER BY d.seq LIMIT ?\
                    """,
                EntryRows::entry,
                most));
  }

  void delivered(UUID id, Instant at) {
    connections.write(
        "note a delivery",
        sql ->
            sql.update(
                """
                UPDATE delivery SET state = 'DELIVERED', code = NULL, at = ?
                WHERE seq = (SELECT seq FROM journal WHERE id = ?)\
                """,
                at,
                id));
  }

  void refused(UUID id, String code, Instant at) {
    connections.write(
        "note a refusal",
        sql ->
            sql.update(
                """
                UPDATE delivery SET state = 'REFUSED', code = ?, at = ?
                WHERE seq = (SELECT seq FROM journal WHERE id = ?)\
                """,
                code,
                at,
                id));
  }

  List<Refusal> refusals() {
    return connections.read(
        "read refused entries",
        sql ->
            sql.all(
                """
                SELECT j.seq, j.id, j.station, j.incarnation, j.kind, j.kind_version, j.at,
                  j.payload_digest, j.prev, j.hash, d.code AS why, d.at AS refused_at
                FROM delivery d JOIN journal j ON j.seq = d.seq
                WHERE d.state <> 'DELIVERED' AND d.state = 'REFUSED' ORDER BY d.seq\
                """,
                row ->
                    new Refusal(
                        EntryRows.entry(row),
                        row.getString("why"),
                        Instant.ofEpochMilli(row.getLong("refused_at")))));
  }

  /** Entries the hall had and has no longer wait again; those whose payload is gone stay. */
  int again(int incarnation, long seq) {
    return connections.write(
        "send again",
        sql ->
            sql.update(
                """
                UPDATE delivery SET state = 'WAITING' WHERE state = 'DELIVERED'
                  AND seq IN (SELECT j.seq FROM journal j JOIN payload p ON p.seq = j.seq
                    WHERE j.seq > ? OR j.incarnation > ?)\
                """,
                seq,
                incarnation));
  }

  Counts counts() {
    return connections.read(
        "count what waits",
        sql ->
            sql.first(
                    """
                    SELECT COALESCE(SUM(d.state = 'WAITING'), 0) AS waiting,
                      MIN(CASE WHEN d.state = 'WAITING' THEN d.at END) AS oldest,
                      COALESCE(SUM(d.state = 'REFUSED'), 0) AS refused
                    FROM delivery d WHERE d.state <> 'DELIVERED'\
                    """,
                    row ->
                        new Counts(
                            row.getInt("waiting"),
                            Statements.instant(row, "oldest"),
                            row.getInt("refused")))
                .orElseThrow());
  }
}
