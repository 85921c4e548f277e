package cn.wuyouhall.virtual.platform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the platform does with what it receives: each effect once, events of a case in order, one
 * rating for each subject, stage and round, and cases that go on by themselves.
 */
final class Register {
  /** Most entries of one status page. */
  static final int MOST_ENTRIES = 500;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

  private final SandboxStore store;
  private final StatusPace pace;

  Register(SandboxStore store, StatusPace pace) {
    this.store = store;
    this.pace = pace;
  }

  /** A write with its key. */
  record Write(UUID key, String path, byte[] body, Instant at) {
    String sm3() {
      return HexFormat.of().formatHex(RatingKey.sm3(body));
    }
  }

  /** Takes a case event, once. */
  Reply take(Write write, ReceivedEvent event) throws SQLException {
    return once(write, tx -> register(tx, write, event));
  }

  /** Takes a rating, once. */
  Reply take(Write write, ReceivedRating rating) throws SQLException {
    return once(write, tx -> register(tx, write, rating));
  }

  /** The reply to a key that took effect before; empty for a new one. */
  Optional<Reply> repeated(Write write) throws SQLException {
    record Effect(String path, String sm3, String reply) {}
    return store
        .first(
            "SELECT path, body_sm3, reply FROM effects WHERE idempotency_key = ?",
            row -> new Effect(row.getString(1), row.getString(2), row.getString(3)),
            write.key().toString())
        .map(effect ->
            effect.path().equals(write.path()) && effect.sm3().equals(write.sm3())
                ? Reply.again(effect.reply())
                : Reply.error(409, "KEY_REUSED", "this key came before with other bytes"));
  }

  private Reply once(Write write, SandboxStore.Work<Reply> effect) throws SQLException {
    return store.write(tx -> {
      Optional<Reply> before = repeated(write);
      if (before.isPresent()) {
        return before.get();
      }
      Reply reply = effect.in(tx);
      if (reply.status() == 201) {
        tx.change(
            "INSERT INTO effects (idempotency_key, path, body_sm3, reply, at)"
                + " VALUES (?, ?, ?, ?, ?)",
            write.key().toString(),
            write.path(),
            write.sm3(),
            reply.body(),
            write.at().toEpochMilli());
      }
      return reply;
    });
  }

  private Reply register(SandboxStore tx, Write write, ReceivedEvent event) throws SQLException {
    String id = event.caseId().toString();
    record Known(String caseNo, int version) {}
    Optional<Known> known =
        tx.first(
            "SELECT case_no, version FROM cases WHERE case_id = ?",
            row -> new Known(row.getString(1), row.getInt(2)),
            id);
    int expected = known.map(Known::version).orElse(0) + 1;
    if (event.version() != expected) {
      return Reply.of(
          409,
          Reply.errorBody("OUT_OF_ORDER", "version " + expected + " of this case is expected")
              .put("expectedVersion", expected));
    }
    if (known.isPresent() && !known.get().caseNo().equals(event.caseNo())) {
      return Reply.error(
          409, "CASE_NUMBER_CHANGED", "this case is known as " + known.get().caseNo());
    }
    boolean taken =
        tx.first(
                "SELECT 1 FROM cases WHERE case_no = ? AND case_id <> ?",
                row -> true,
                event.caseNo(),
                id)
            .isPresent();
    if (taken) {
      return Reply.error(409, "DUPLICATE_CASE", event.caseNo() + " is the number of another case");
    }
    advance(tx, write.at());
    String provincialNo = known.isEmpty() ? open(tx, write, event) : provincialNo(tx, id);
    insert(tx, write, event);
    follow(tx, write, event, provincialNo, known.isEmpty());
    ObjectNode receipt = Reply.MAPPER.createObjectNode();
    receipt.put("caseId", id).put("provincialNo", provincialNo);
    return Reply.of(201, receipt.put("receivedAt", write.at().toString()));
  }

  private static String open(SandboxStore tx, Write write, ReceivedEvent event)
      throws SQLException {
    String id = event.caseId().toString();
    tx.change(
        "INSERT INTO cases (case_id, case_no, received_at, item_code, item_name, applicant,"
            + " version, kind, stage) VALUES (?, ?, ?, ?, ?, ?, 0, ?, 'received')",
        id,
        event.caseNo(),
        write.at().toEpochMilli(),
        event.itemCode(),
        event.itemName(),
        event.applicant(),
        event.kind());
    int no = tx.first("SELECT no FROM cases WHERE case_id = ?", row -> row.getInt(1), id).get();
    String provincialNo = "61" + DAY.format(write.at()) + String.format("%07d", no);
    tx.change("UPDATE cases SET provincial_no = ? WHERE case_id = ?", provincialNo, id);
    return provincialNo;
  }

  private static String stage(SandboxStore tx, String caseId) throws SQLException {
    return tx.first("SELECT stage FROM cases WHERE case_id = ?", row -> row.getString(1), caseId)
        .get();
  }

  private static String provincialNo(SandboxStore tx, String caseId) throws SQLException {
    return tx.first(
            "SELECT provincial_no FROM cases WHERE case_id = ?", row -> row.getString(1), caseId)
        .get();
  }

  private static void insert(SandboxStore tx, Write write, ReceivedEvent event)
      throws SQLException {
    tx.change(
        "INSERT INTO case_events (case_id, version, idempotency_key, kind, occurred_at,"
            + " received_at, station, operator, materials, deferred, promised_due, legal_due,"
            + " documents, body_sm3, body_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        event.caseId().toString(),
        event.version(),
        write.key().toString(),
        event.kind(),
        event.occurredAt().toEpochMilli(),
        write.at().toEpochMilli(),
        event.station(),
        event.operator(),
        event.materials(),
        event.deferred(),
        event.promisedDue(),
        event.legalDue(),
        event.documents(),
        write.sm3(),
        write.body().length);
    tx.change(
        "UPDATE cases SET version = ?, kind = ? WHERE case_id = ?",
        event.version(),
        event.kind(),
        event.caseId().toString());
  }

  /** What the event means for the case's way through the province. */
  private void follow(
      SandboxStore tx, Write write, ReceivedEvent event, String provincialNo, boolean first)
      throws SQLException {
    String id = event.caseId().toString();
    if (first) {
      enter(tx, id, provincialNo, "received", write.at());
    }
    switch (event.kind()) {
      case "accepted", "accepted-deferred" -> {
        // A later acceptance (materials that followed) does not take a case back to its beginning.
        if (stage(tx, id).equals("received")) {
          expect(tx, id, "in-review", write.at().plus(pace.review()));
        }
      }
      case "notice" -> expect(tx, id, null, null);
      default -> {
        enter(tx, id, provincialNo, "finished", write.at());
        expect(tx, id, null, null);
      }
    }
  }

  /** Lets every case reach the stages it is due for by now. */
  void advance(Instant now) throws SQLException {
    boolean due =
        store
            .first("SELECT 1 FROM cases WHERE next_at <= ?", row -> true, now.toEpochMilli())
            .isPresent();
    if (due) {
      store.write(tx -> {
        advance(tx, now);
        return null;
      });
    }
  }

  private void advance(SandboxStore tx, Instant now) throws SQLException {
    record Due(String id, String provincialNo, String stage, Instant at) {}
    Optional<Due> next;
    do {
      next =
          tx.first(
              "SELECT case_id, provincial_no, next_stage, next_at FROM cases"
                  + " WHERE next_at <= ? ORDER BY next_at, no LIMIT 1",
              row -> new Due(row.getString(1), row.getString(2), row.getString(3), at(row, 4)),
              now.toEpochMilli());
      if (next.isPresent()) {
        Due due = next.get();
        enter(tx, due.id(), due.provincialNo(), due.stage(), due.at());
        switch (due.stage()) {
          case "in-review" -> expect(tx, due.id(), "decided", due.at().plus(pace.decision()));
          case "decided" -> expect(tx, due.id(), "finished", due.at().plus(pace.finish()));
          default -> expect(tx, due.id(), null, null);
        }
      }
    } while (next.isPresent());
  }

  private static void enter(
      SandboxStore tx, String caseId, String provincialNo, String stage, Instant at)
      throws SQLException {
    tx.change(
        "INSERT INTO status (case_id, provincial_no, stage, at) VALUES (?, ?, ?, ?)",
        caseId,
        provincialNo,
        stage,
        at.toEpochMilli());
    tx.change("UPDATE cases SET stage = ? WHERE case_id = ?", stage, caseId);
  }

  private static void expect(SandboxStore tx, String caseId, String stage, Instant at)
      throws SQLException {
    tx.change(
        "UPDATE cases SET next_stage = ?, next_at = ? WHERE case_id = ?",
        stage,
        at == null ? null : at.toEpochMilli(),
        caseId);
  }

  private static Reply register(SandboxStore tx, Write write, ReceivedRating rating)
      throws SQLException {
    boolean rated =
        tx.first(
                "SELECT 1 FROM ratings WHERE rating_id = ? OR (subject_type = ? AND subject_id = ?"
                    + " AND stage = ? AND round = ?)",
                row -> true,
                rating.ratingId().toString(),
                rating.subjectType(),
                rating.subjectId().toString(),
                rating.stage(),
                rating.round())
            .isPresent();
    if (rated) {
      return Reply.error(409, "ALREADY_RATED", "this was rated before");
    }
    tx.change(
        "INSERT INTO ratings (rating_id, idempotency_key, subject_type, subject_id, stage, round,"
            + " region, hall, window, outcome, occurred_at, received_at, grade)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rating.ratingId().toString(),
        write.key().toString(),
        rating.subjectType(),
        rating.subjectId().toString(),
        rating.stage(),
        rating.round(),
        rating.region(),
        rating.hall(),
        rating.window(),
        rating.outcome(),
        rating.occurredAt().toEpochMilli(),
        write.at().toEpochMilli(),
        rating.grade());
    ObjectNode receipt = Reply.MAPPER.createObjectNode();
    receipt.put("ratingId", rating.ratingId().toString());
    return Reply.of(201, receipt.put("receivedAt", write.at().toString()));
  }

  /** The entries after this one, oldest first. */
  Reply status(long after, int limit, Instant now) throws SQLException {
    advance(now);
    ObjectNode page = Reply.MAPPER.createObjectNode();
    ArrayNode entries = Reply.MAPPER.createArrayNode();
    List<Long> seqs =
        store.all(
            "SELECT seq, case_id, provincial_no, stage, at FROM status WHERE seq > ?"
                + " ORDER BY seq LIMIT ?",
            row -> {
              entries
                  .addObject()
                  .put("caseId", row.getString(2))
                  .put("provincialNo", row.getString(3))
                  .put("stage", row.getString(4))
                  .put("at", at(row, 5).toString());
              return row.getLong(1);
            },
            after,
            limit);
    page.put("cursor", Long.toString(seqs.isEmpty() ? after : seqs.getLast()));
    page.set("entries", entries);
    return Reply.of(200, page);
  }

  private static Instant at(ResultSet row, int column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }
}
