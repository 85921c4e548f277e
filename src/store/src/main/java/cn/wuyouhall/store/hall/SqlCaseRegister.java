package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.CaseRegister;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The register of cases over SQL. A case's first event has version 1. A notice can be followed by
 * another notice or by an acceptance; nothing follows an acceptance yet, so a second one is a
 * clash.
 */
record SqlCaseRegister(
    Connections connections,
    HallScope scope,
    FieldCipher cipher,
    OutboxRows outbox,
    SqlStations stations)
    implements CaseRegister {
  private static final String STANDING =
      """
      SELECT r.case_id, r.version, r.provincial_no, r.provincial_version, r.stage, r.stage_at,
        r.journal_id, e.body
      FROM case_register r JOIN case_event e ON e.journal_id = r.journal_id\
      """;

  @Override
  public Registered register(UUID journalId, CaseRecord event, Instant at) {
    return connections.write("register a case", sql -> register(sql, journalId, event, at));
  }

  private Registered register(Statements sql, UUID journalId, CaseRecord event, Instant at)
      throws SQLException {
    Optional<Integer> before =
        sql.first(
            "SELECT version FROM case_event WHERE journal_id = ?", row -> row.getInt(1), journalId);
    if (before.isPresent()) {
      return new Registered.Versioned(before.get(), true);
    }
    record Known(int version, CaseRecord.Kind kind) {}
    Optional<Known> known =
        sql.first(
            "SELECT version, kind FROM case_register WHERE case_id = ?",
            row -> new Known(row.getInt(1), CaseRecord.Kind.valueOf(row.getString(2))),
            event.caseId());
    if (known.isPresent() && known.get().kind() != CaseRecord.Kind.NOTICE) {
      return new Registered.Clash("ALREADY_ACCEPTED");
    }
    if (numberTaken(sql, event)) {
      return new Registered.Clash("CASE_NO_TAKEN");
    }
    int version = known.map(Known::version).orElse(0) + 1;
    insertEvent(sql, journalId, event, version, at);
    saveNewest(sql, journalId, event, version, at);
    if (version == 1) {
      insertTokens(sql, event);
    }
    outbox.add(
        sql,
        new OutboxRows.Fresh(
            journalId, HallOutbox.Kind.CASE_EVENT, event.caseId(), version, Optional.empty(), at));
    return new Registered.Versioned(version, false);
  }

  private boolean numberTaken(Statements sql, CaseRecord event) throws SQLException {
    return sql.first(
            "SELECT 1 FROM case_register WHERE hall = ? AND case_no = ? AND case_id <> ?",
            row -> row.getInt(1),
            scope.hall(),
            event.caseNo(),
            event.caseId())
        .isPresent();
  }

  private void insertEvent(
      Statements sql, UUID journalId, CaseRecord event, int version, Instant at)
      throws SQLException {
    sql.update(
        """
        INSERT INTO case_event (journal_id, region, hall, case_id, version, kind, body, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        journalId,
        scope.region(),
        scope.hall(),
        event.caseId(),
        version,
        event.kind(),
        cipher.seal(HallJson.write(event), "case_event", "body", journalId.toString()),
        at);
  }

  private void saveNewest(Statements sql, UUID journalId, CaseRecord event, int version, Instant at)
      throws SQLException {
    sql.update(
        """
        INSERT INTO case_register (case_id, region, hall, case_no, version, journal_id, kind,
          item_code, station, id_digest, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (case_id) DO UPDATE SET version = excluded.version,
          journal_id = excluded.journal_id, kind = excluded.kind, station = excluded.station,
          id_digest = excluded.id_digest, at = excluded.at\
        """,
        event.caseId(),
        scope.region(),
        scope.hall(),
        event.caseNo(),
        version,
        journalId,
        event.kind(),
        event.itemCode(),
        event.station(),
        digest(event.applicant().idNumber()),
        at);
  }

  private void insertTokens(Statements sql, CaseRecord event) throws SQLException {
    for (String token : cipher.nameTokens(event.applicant().name())) {
      sql.update(
          "INSERT INTO case_name_token (hall, token, case_id, region) VALUES (?, ?, ?, ?)",
          scope.hall(),
          token,
          event.caseId(),
          scope.region());
    }
  }

  private String digest(String idNumber) {
    return cipher.digest("id-number", idNumber);
  }

  @Override
  public void noteHead(String station, int incarnation, long seq, byte[] hash, Instant at) {
    connections.write(
        "note a journal's head",
        sql -> {
          stations.noteHead(sql, station, incarnation, seq, hash, at);
          return true;
        });
  }

  @Override
  public Optional<Standing> standing(UUID caseId) {
    return connections.read(
        "read a case", sql -> sql.first(STANDING + " WHERE r.case_id = ?", this::standing, caseId));
  }

  @Override
  public List<Standing> recentOf(String idNumber, int most) {
    return connections.read(
        "read a person's cases",
        sql ->
            sql.all(
                STANDING
                    + " WHERE r.hall = ? AND r.id_digest = ? ORDER BY r.at DESC, r.case_id DESC LIMIT ?",
                this::standing,
                scope.hall(),
                digest(idNumber),
                most));
  }

  @Override
  public List<Standing> newest(int most) {
    return connections.read(
        "read the newest cases",
        sql ->
            sql.all(
                STANDING + " WHERE r.hall = ? ORDER BY r.at DESC, r.case_id DESC LIMIT ?",
                this::standing,
                scope.hall(),
                most));
  }

  /**
   * The province's number counts only once it has the newest event: the mark on the screen must not
   * run ahead.
   */
  private Standing standing(ResultSet row) throws SQLException {
    int version = row.getInt("version");
    boolean there = row.getInt("provincial_version") >= version;
    byte[] body =
        cipher.open(row.getBytes("body"), "case_event", "body", row.getString("journal_id"));
    return new Standing(
        HallJson.read(body, CaseRecord.class),
        version,
        there ? Optional.ofNullable(row.getString("provincial_no")) : Optional.empty(),
        row.getString("stage"),
        Statements.instant(row, "stage_at"));
  }
}
