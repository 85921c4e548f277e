package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketEvent;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The changes of tickets, visits and invitations inside a transaction, each with its event. A
 * ticket changes only from the state it was read in (compare and set).
 */
record TicketChanges(HallScope scope, FieldCipher cipher, Ids ids) {
  /** Who did something, and when. */
  record By(UUID eventId, String station, String operator, Instant at) {}

  /** Where a ticket stands after a change. */
  record Place(
      TicketState state,
      String line,
      OptionalInt window,
      int calls,
      Optional<Instant> calledAt,
      Optional<UUID> visit) {}

  UUID newId() {
    return ids.next();
  }

  /** Moves a ticket and writes the event; the state it had is the condition. */
  void move(Statements sql, TicketRows.Held from, Place to, TicketEvent kind, String note, By by)
      throws SQLException {
    Ticket ticket = from.ticket();
    int changed =
        sql.update(
            """
            UPDATE ticket SET state = ?, unconfirmed = 0, line = ?, window_no = ?, calls = ?, called_at = ?,
              visit_id = ?
            WHERE id = ? AND state = ?\
            """,
            to.state(),
            to.line(),
            to.window(),
            to.calls(),
            to.calledAt(),
            to.visit(),
            ticket.id(),
            ticket.state());
    if (changed != 1) {
      throw new SQLException("ticket changed meanwhile", "40001");
    }
    Optional<UUID> visit = to.visit().or(from::visit);
    OptionalInt window = to.window().isPresent() ? to.window() : ticket.window();
    event(
        sql, ticket, visit, kind.name(), Optional.of(ticket.state()), to.state(), window, note, by);
  }

  void event(
      Statements sql,
      Ticket ticket,
      Optional<UUID> visit,
      String kind,
      Optional<TicketState> from,
      TicketState to,
      OptionalInt window,
      String note,
      By by)
      throws SQLException {
    Optional<byte[]> sealedNote =
        note.isBlank()
            ? Optional.empty()
            : Optional.of(cipher.seal(note, "ticket_event", "note", by.eventId().toString()));
    sql.update(
        """
        INSERT INTO ticket_event (id, region, hall, ticket_id, visit_id, kind, from_state, to_state,
          line, window_no, station, operator, note, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        by.eventId(),
        scope.region(),
        scope.hall(),
        ticket.id(),
        visit,
        kind,
        from,
        to,
        ticket.line(),
        window,
        by.station(),
        by.operator(),
        sealedNote,
        by.at());
  }

  /** A visit begins with the call. */
  UUID beginVisit(Statements sql, Ticket ticket, int window, By by) throws SQLException {
    UUID visit = ids.next();
    sql.update(
        """
        INSERT INTO visit (id, region, hall, day, ticket_id, line, window_no, station, operator, called_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        visit,
        scope.region(),
        scope.hall(),
        ticket.day(),
        ticket.id(),
        ticket.line(),
        window,
        by.station(),
        by.operator(),
        by.at());
    return visit;
  }

  /** The visit is being served; a visit called back keeps its first start. */
  void startVisit(Statements sql, UUID visit, Instant at) throws SQLException {
    sql.update("UPDATE visit SET started_at = ? WHERE id = ? AND started_at IS NULL", at, visit);
  }

  /** Ends a visit once; if it was ever served its invitation is made here, however it ends. */
  void endVisit(Statements sql, UUID visit, String ending, Instant at) throws SQLException {
    Optional<Ended> ended =
        sql.first(
            """
            UPDATE visit SET ended_at = ?, ending = ? WHERE id = ? AND ended_at IS NULL
            RETURNING started_at, window_no\
            """,
            row ->
                new Ended(
                    Statements.instant(row, "started_at").isPresent(), row.getInt("window_no")),
            at,
            ending,
            visit);
    if (ended.isPresent() && ended.get().served()) {
      invite(sql, visit, ended.get().window(), at);
    }
  }

  private record Ended(boolean served, int window) {}

  private void invite(Statements sql, UUID visit, int window, Instant at) throws SQLException {
    sql.update(
        """
        INSERT INTO rating_invitation (id, region, hall, visit_id, stage, round, window_no, made_at)
        VALUES (?, ?, ?, ?, 'visit', 1, ?, ?)\
        """,
        ids.next(),
        scope.region(),
        scope.hall(),
        visit,
        window,
        at);
  }

  /** A call to be read aloud once. */
  void announce(Statements sql, Ticket ticket, int window, String zone, By by) throws SQLException {
    sql.update(
        """
        INSERT INTO announcement (id, region, hall, zone, prefix, number, window_no, ticket_id, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        by.eventId(),
        scope.region(),
        scope.hall(),
        zone,
        ticket.number().prefix(),
        ticket.number().value(),
        window,
        ticket.id(),
        by.at());
  }

  /** What was not spoken yet of a call taken back is not spoken any more. */
  void hush(Statements sql, UUID ticket, String station, Instant at) throws SQLException {
    sql.update(
        """
        UPDATE announcement SET claimed_by = ?, claimed_at = ?
        WHERE ticket_id = ? AND claimed_by IS NULL\
        """,
        station,
        at,
        ticket);
  }

  /** The ticket is left, its visit ends. */
  void leave(Statements sql, TicketRows.Held held, TicketEvent kind, String station, Instant at)
      throws SQLException {
    Ticket ticket = held.ticket();
    Place place =
        new Place(
            TicketState.LEFT,
            ticket.line(),
            ticket.window(),
            ticket.calls(),
            ticket.calledAt(),
            held.visit());
    move(sql, held, place, kind, "", new By(ids.next(), station, "", at));
    if (held.visit().isPresent()) {
      endVisit(sql, held.visit().get(), "LEFT", at);
    }
  }
}
