package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tickets between their rows and the domain. {@code issuedAt} is the rank: the instant of issue,
 * never going back.
 */
record TicketRows(FieldCipher cipher) {
  private static final String ALL =
      """
      SELECT id, day, line, prefix, number, state, unconfirmed, priority, rank_at, holder, window_no,
        calls, called_at, visit_id, replaces, item_code
      FROM ticket\
      """;

  /** A ticket with what the queue needs besides. */
  record Held(Ticket ticket, Optional<UUID> visit, Optional<UUID> replaces, String itemCode) {}

  Optional<Held> byId(Statements sql, UUID id) throws SQLException {
    return sql.first(ALL + " WHERE id = ?", this::held, id);
  }

  Optional<Held> where(Statements sql, String condition, Object... arguments) throws SQLException {
    return sql.first(ALL + " WHERE " + condition, this::held, arguments);
  }

  List<Held> allWhere(Statements sql, String condition, Object... arguments) throws SQLException {
    return sql.all(ALL + " WHERE " + condition, this::held, arguments);
  }

  private Held held(ResultSet row) throws SQLException {
    UUID id = UUID.fromString(row.getString("id"));
    Ticket ticket =
        new Ticket(
            id,
            LocalDate.parse(row.getString("day")),
            row.getString("line"),
            new TicketNumber(row.getString("prefix"), row.getInt("number")),
            TicketState.valueOf(row.getString("state")),
            row.getInt("unconfirmed") != 0,
            Priority.valueOf(row.getString("priority")),
            Instant.ofEpochMilli(row.getLong("rank_at")),
            holder(row.getBytes("holder"), id),
            Statements.integer(row, "window_no"),
            row.getInt("calls"),
            Statements.instant(row, "called_at"));
    return new Held(
        ticket,
        Statements.id(row, "visit_id"),
        Statements.id(row, "replaces"),
        row.getString("item_code"));
  }

  private Optional<Person> holder(byte[] sealed, UUID id) {
    return sealed == null
        ? Optional.empty()
        : Optional.of(
            HallJson.read(cipher.open(sealed, "ticket", "holder", id.toString()), Person.class));
  }

  Optional<byte[]> seal(Optional<Person> holder, UUID id) {
    return holder.map(
        person -> cipher.seal(HallJson.write(person), "ticket", "holder", id.toString()));
  }

  Optional<String> digest(Optional<Person> holder) {
    return holder
        .filter(person -> !person.idNumber().isBlank())
        .map(person -> digest(person.idNumber()));
  }

  String digest(String idNumber) {
    return cipher.digest("id-number", idNumber);
  }
}
