package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Statements;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The outbox over SQL. A parcel is free when no earlier one of its lane is open and nobody holds a
 * lease on it.
 */
record SqlOutbox(Connections connections, HallScope scope, FieldCipher cipher, OutboxRows rows)
    implements HallOutbox {
  private static final String FREE =
      """
      SELECT o.id, o.kind, o.lane, o.version, o.frozen, o.attempts FROM outbox o
      WHERE o.hall = ? AND o.state <> 'DELIVERED' AND o.state = 'WAITING' AND o.not_before <= ?
        AND (o.leased_until IS NULL OR o.leased_until <= ? OR o.leased_by = ?)
        AND NOT EXISTS (SELECT 1 FROM outbox e
          WHERE e.lane = o.lane AND e.position < o.position AND e.state <> 'DELIVERED')
      ORDER BY o.position LIMIT 1\
      """;

  /** Looks without a transaction first, since couriers ask often and mostly in vain. */
  @Override
  public Optional<Parcel> claim(String station, Instant at, Duration lease) {
    boolean any =
        connections.read(
            "look for parcels",
            sql ->
                sql.first(FREE, row -> row.getString("id"), scope.hall(), at, at, station)
                    .isPresent());
    return any
        ? connections.write("claim a parcel", sql -> claim(sql, station, at, lease))
        : Optional.empty();
  }

  private Optional<Parcel> claim(Statements sql, String station, Instant at, Duration lease)
      throws SQLException {
    Optional<Parcel> free = sql.first(FREE, this::parcel, scope.hall(), at, at, station);
    if (free.isEmpty()) {
      return free;
    }
    Parcel parcel = free.get();
    sql.update(
        "UPDATE outbox SET leased_by = ?, leased_until = ?, attempts = attempts + 1 WHERE id = ?",
        station,
        at.plus(lease),
        parcel.id());
    return Optional.of(
        new Parcel(
            parcel.id(),
            parcel.kind(),
            parcel.lane(),
            parcel.version(),
            parcel.kind() == Kind.CASE_EVENT ? event(sql, parcel.id()) : Optional.empty(),
            parcel.body(),
            parcel.attempts() + 1));
  }

  private Parcel parcel(ResultSet row) throws SQLException {
    UUID id = UUID.fromString(row.getString("id"));
    return new Parcel(
        id,
        Kind.valueOf(row.getString("kind")),
        UUID.fromString(row.getString("lane")),
        row.getInt("version"),
        Optional.empty(),
        Optional.ofNullable(row.getBytes("frozen")).map(sealed -> rows.open(id, sealed)),
        row.getInt("attempts"));
  }

  private Optional<CaseRecord> event(Statements sql, UUID id) throws SQLException {
    return sql.first(
        "SELECT body FROM case_event WHERE journal_id = ?",
        row ->
            HallJson.read(
                cipher.open(row.getBytes("body"), "case_event", "body", id.toString()),
                CaseRecord.class),
        id);
  }

  @Override
  public byte[] freeze(UUID parcel, byte[] body) {
    return connections.write(
        "freeze a parcel",
        sql -> {
          sql.update(
              "UPDATE outbox SET frozen = ? WHERE id = ? AND frozen IS NULL",
              rows.seal(parcel, body),
              parcel);
          return rows.open(
              parcel,
              sql.first("SELECT frozen FROM outbox WHERE id = ?", row -> row.getBytes(1), parcel)
                  .orElseThrow(() -> new IllegalArgumentException("no parcel " + parcel)));
        });
  }

  @Override
  public void delivered(UUID parcel, String provincialNo, Instant receivedAt, boolean replay) {
    connections.write(
        "note a delivery", sql -> delivered(sql, parcel, provincialNo, receivedAt, replay));
  }

  private boolean delivered(
      Statements sql, UUID parcel, String provincialNo, Instant receivedAt, boolean replay)
      throws SQLException {
    record Sent(String lane, int version, Kind kind) {}
    Optional<Sent> sent =
        sql.first(
            """
            UPDATE outbox SET state = 'DELIVERED', provincial_no = ?, received_at = ?, replay = ?,
              leased_by = NULL, leased_until = NULL, code = NULL, message = NULL
            WHERE id = ? AND state <> 'DELIVERED' RETURNING lane, version, kind\
            """,
            row -> new Sent(row.getString(1), row.getInt(2), Kind.valueOf(row.getString(3))),
            provincialNo,
            receivedAt,
            replay,
            parcel);
    if (sent.isPresent() && sent.get().kind() == Kind.CASE_EVENT) {
      sql.update(
          """
          UPDATE case_register SET provincial_no = ?, provincial_version = ?,
            stage_at = CASE WHEN stage = '' THEN ? ELSE stage_at END,
            stage = CASE WHEN stage = '' THEN 'received' ELSE stage END
          WHERE case_id = ? AND provincial_version < ?\
          """,
          provincialNo,
          sent.get().version(),
          receivedAt,
          sent.get().lane(),
          sent.get().version());
    }
    return sent.isPresent();
  }

  @Override
  public void later(UUID parcel, String code, Instant again) {
    connections.write(
        "put a parcel back",
        sql ->
            sql.update(
                """
                UPDATE outbox SET not_before = ?, code = ?, leased_by = NULL, leased_until = NULL
                WHERE id = ? AND state = 'WAITING'\
                """,
                again,
                code,
                parcel));
  }

  @Override
  public void refused(UUID parcel, String code, String message, Instant at) {
    connections.write(
        "quarantine a parcel",
        sql ->
            sql.update(
                """
                UPDATE outbox SET state = 'REFUSED', code = ?, message = ?, received_at = ?,
                  leased_by = NULL, leased_until = NULL
                WHERE id = ? AND state = 'WAITING'\
                """,
                code,
                cipher.seal(message, "outbox", "message", parcel.toString()),
                at,
                parcel));
  }

  @Override
  public Pending pending() {
    return connections.read(
        "count parcels",
        sql ->
            sql.first(
                    """
                    SELECT COALESCE(SUM(CASE WHEN state = 'WAITING' THEN 1 ELSE 0 END), 0) AS waiting,
                      MIN(CASE WHEN state = 'WAITING' THEN made_at END) AS oldest,
                      COALESCE(SUM(CASE WHEN state = 'REFUSED' THEN 1 ELSE 0 END), 0) AS refused
                    FROM outbox WHERE hall = ? AND state <> 'DELIVERED'\
                    """,
                    row ->
                        new Pending(
                            row.getInt("waiting"),
                            Statements.instant(row, "oldest"),
                            row.getInt("refused")),
                    scope.hall())
                .orElseThrow());
  }

  @Override
  public List<Refusal> refusals() {
    return connections.read(
        "read refused parcels",
        sql ->
            sql.all(
                """
                SELECT id, kind, lane, code, message, received_at FROM outbox
                WHERE hall = ? AND state <> 'DELIVERED' AND state = 'REFUSED' ORDER BY position\
                """,
                this::refusal,
                scope.hall()));
  }

  private Refusal refusal(ResultSet row) throws SQLException {
    String id = row.getString("id");
    byte[] message = cipher.open(row.getBytes("message"), "outbox", "message", id);
    return new Refusal(
        UUID.fromString(id),
        Kind.valueOf(row.getString("kind")),
        UUID.fromString(row.getString("lane")),
        row.getString("code"),
        new String(message, StandardCharsets.UTF_8),
        Instant.ofEpochMilli(row.getLong("received_at")));
  }

  @Override
  public Optional<byte[]> frozen(UUID parcel) {
    return connections.read(
        "read a parcel",
        sql ->
            sql.first(
                "SELECT frozen FROM outbox WHERE id = ? AND frozen IS NOT NULL",
                row -> rows.open(parcel, row.getBytes(1)),
                parcel));
  }

  @Override
  public boolean mend(UUID parcel, byte[] body) {
    return connections.write(
        "mend a refused parcel",
        sql ->
            sql.update(
                    """
                    UPDATE outbox SET frozen = ?, state = 'WAITING', not_before = 0, attempts = 0,
                      code = NULL, message = NULL, received_at = NULL
                    WHERE id = ? AND state = 'REFUSED'\
                    """,
                    rows.seal(parcel, body),
                    parcel)
                == 1);
  }

  @Override
  public String statusCursor() {
    return connections.read(
        "read the status cursor",
        sql ->
            sql.first(
                    "SELECT position FROM status_cursor WHERE hall = ?",
                    row -> row.getString(1),
                    scope.hall())
                .orElse(""));
  }

  @Override
  public void applyStatus(List<StatusEntry> entries, String cursor) {
    connections.write("apply the province's status", sql -> apply(sql, entries, cursor));
  }

  /** Entries come in the province's order; one that is older than what is known changes nothing. */
  private boolean apply(Statements sql, List<StatusEntry> entries, String cursor)
      throws SQLException {
    for (StatusEntry entry : entries) {
      sql.update(
          """
          UPDATE case_register SET stage = ?, stage_at = ?, provincial_no = ?
          WHERE case_id = ? AND (stage_at IS NULL OR stage_at <= ?)\
          """,
          entry.stage(),
          entry.at(),
          entry.provincialNo(),
          entry.caseId(),
          entry.at());
    }
    sql.update(
        """
        INSERT INTO status_cursor (hall, region, position) VALUES (?, ?, ?)
        ON CONFLICT (hall) DO UPDATE SET position = excluded.position\
        """,
        scope.hall(),
        scope.region(),
        cursor);
    return true;
  }
}
