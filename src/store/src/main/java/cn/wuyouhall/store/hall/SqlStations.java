package cn.wuyouhall.store.hall;

import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Statements;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Stations over SQL. */
record SqlStations(Connections connections, HallScope scope) implements HallStations {
  private static final String TAIL_CUT = "TAIL_CUT";
  private static final String FORKED = "FORKED";

  @Override
  public boolean present(
      String station,
      String role,
      int window,
      int incarnation,
      String holder,
      Instant at,
      Duration stale) {
    return connections.write(
        "say that a station lives",
        sql ->
            sql.update(
                    """
                    INSERT INTO station (hall, station, region, role, window_no, incarnation, holder, last_seen)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (hall, station) DO UPDATE SET role = excluded.role,
                      window_no = excluded.window_no, incarnation = excluded.incarnation,
                      holder = excluded.holder, last_seen = excluded.last_seen
                    WHERE station.holder IS NULL OR station.holder = excluded.holder
                      OR station.last_seen < ?\
                    """,
                    scope.hall(),
                    station,
                    scope.region(),
                    role,
                    window,
                    incarnation,
                    holder,
                    at,
                    at.minus(stale))
                == 1);
  }

  @Override
  public void leave(String station, String holder) {
    connections.write(
        "let a station id go",
        sql ->
            sql.update(
                "UPDATE station SET holder = NULL WHERE hall = ? AND station = ? AND holder = ?",
                scope.hall(),
                station,
                holder));
  }

  @Override
  public List<StationRow> stations() {
    return connections.read(
        "read the stations",
        sql ->
            sql.all(
                """
                SELECT station, role, window_no, incarnation, last_seen FROM station
                WHERE hall = ? ORDER BY station\
                """,
                row ->
                    new StationRow(
                        row.getString("station"),
                        row.getString("role"),
                        row.getInt("window_no"),
                        row.getInt("incarnation"),
                        Statements.instant(row, "last_seen")),
                scope.hall()));
  }

  @Override
  public Optional<Head> head(String station) {
    return connections.read("read a journal's head", sql -> head(sql, station));
  }

  private Optional<Head> head(Statements sql, String station) throws SQLException {
    return sql.first(
        """
        SELECT journal_incarnation, journal_seq, journal_hash, journal_at, head_fault FROM station
        WHERE hall = ? AND station = ? AND journal_seq IS NOT NULL\
        """,
        row ->
            new Head(
                row.getInt("journal_incarnation"),
                row.getLong("journal_seq"),
                row.getBytes("journal_hash"),
                Instant.ofEpochMilli(row.getLong("journal_at")),
                Optional.ofNullable(row.getString("head_fault")).orElse("")),
        scope.hall(),
        station);
  }

  /** Notes a head; one that goes back within an incarnation is not taken over but marked. */
  void noteHead(Statements sql, String station, int incarnation, long seq, byte[] hash, Instant at)
      throws SQLException {
    Optional<Head> known = head(sql, station);
    String fault = known.map(head -> fault(head, incarnation, seq, hash)).orElse("");
    if (!fault.isEmpty()) {
      sql.update(
          "UPDATE station SET head_fault = ? WHERE hall = ? AND station = ?",
          fault,
          scope.hall(),
          station);
      return;
    }
    sql.update(
        """
        INSERT INTO station (hall, station, region, journal_incarnation, journal_seq, journal_hash, journal_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (hall, station) DO UPDATE SET
          journal_incarnation = excluded.journal_incarnation, journal_seq = excluded.journal_seq,
          journal_hash = excluded.journal_hash, journal_at = excluded.journal_at\
        """,
        scope.hall(),
        station,
        scope.region(),
        incarnation,
        seq,
        hash,
        at);
  }

  private static String fault(Head known, int incarnation, long seq, byte[] hash) {
    if (incarnation > known.incarnation()) {
      return "";
    }
    if (incarnation < known.incarnation() || seq < known.seq()) {
      return TAIL_CUT;
    }
    return seq == known.seq() && !Arrays.equals(hash, known.hash()) ? FORKED : "";
  }
}
