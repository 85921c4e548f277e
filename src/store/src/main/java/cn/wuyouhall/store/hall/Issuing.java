package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.Line;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.CallResult;
import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.domain.queue.IssueResult;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketEvent;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketRules;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.queue.VoidResult;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.store.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Numbers and their paper, inside a transaction. */
final class Issuing {
  private final HallScope scope;
  private final TicketRows tickets;
  private final TicketChanges changes;
  private final Days days;
  private final SqlRulesStore rules;

  Issuing(
      HallScope scope, TicketRows tickets, TicketChanges changes, Days days, SqlRulesStore rules) {
    this.scope = scope;
    this.tickets = tickets;
    this.changes = changes;
    this.days = days;
    this.rules = rules;
  }

  Optional<Ticket> ticketOf(Statements sql, UUID request) throws SQLException {
    Optional<UUID> id =
        sql.first(
            "SELECT ticket_id FROM ticket_event WHERE id = ?",
            row -> UUID.fromString(row.getString(1)),
            request);
    return id.isEmpty()
        ? Optional.empty()
        : tickets.byId(sql, id.get()).map(TicketRows.Held::ticket);
  }

  IssueResult issue(Statements sql, IssueRequest request, Instant at) throws SQLException {
    Optional<Ticket> before = ticketOf(sql, request.requestId());
    if (before.isPresent()) {
      return new IssueResult.Numbered(before.get(), ahead(sql, before.get()), true);
    }
    Days.Day day = days.at(sql, request.station(), at);
    Optional<HallRules> hallRules = rules.on(sql, day.day());
    LocalTime time = HallTime.local(at).toLocalTime();
    Optional<Line> line = hallRules.flatMap(r -> r.line(request.line()));
    if (line.isEmpty() || day.closed() || !hallRules.get().openAt(time)) {
      Optional<LocalTime> opens =
          line.isEmpty() || day.closed()
              ? Optional.empty()
              : hallRules.get().hours().stream()
                  .map(HallRules.Hours::from)
                  .filter(from -> from.isAfter(time))
                  .findFirst();
      return new IssueResult.LineClosed(request.line(), opens);
    }
    Optional<String> digest = tickets.digest(request.holder());
    Optional<Ticket> open = openTicketOf(sql, day.day(), request.line(), digest);
    if (open.isPresent()) {
      return new IssueResult.AlreadyWaiting(open.get(), ahead(sql, open.get()));
    }
    Draft draft =
        new Draft(
            request.requestId(),
            request.station(),
            line.get().id(),
            line.get().prefix(),
            request.holder(),
            request.priority(),
            request.itemCode(),
            digest,
            days.nextRank(sql, day.day(), at),
            Optional.empty());
    Ticket ticket = insert(sql, day.day(), draft, at);
    return new IssueResult.Numbered(ticket, ahead(sql, ticket), false);
  }

  private record Draft(
      UUID request,
      String station,
      String line,
      String prefix,
      Optional<Person> holder,
      Priority priority,
      String itemCode,
      Optional<String> digest,
      Instant rank,
      Optional<UUID> replaces) {}

  private Optional<Ticket> openTicketOf(
      Statements sql, LocalDate day, String line, Optional<String> digest) throws SQLException {
    if (digest.isEmpty()) {
      return Optional.empty();
    }
    return tickets
        .where(
            sql,
            """
            hall = ? AND day = ? AND holder_digest = ? AND line = ?
            AND state IN ('PRINTING', 'WAITING', 'CALLED', 'SERVING', 'HELD')\
            """,
            scope.hall(),
            day,
            digest.get(),
            line)
        .map(TicketRows.Held::ticket);
  }

  private Ticket insert(Statements sql, LocalDate day, Draft draft, Instant at)
      throws SQLException {
    UUID id = changes.newId();
    int number =
        sql.first(
                """
                INSERT INTO ticket (id, region, hall, day, prefix, number, line, state, priority,
                  item_code, rank_at, holder, holder_digest, station, replaces)
                VALUES (?, ?, ?, ?, ?,
                  (SELECT COALESCE(MAX(known.highest), 0) + 1 FROM
                    (SELECT MAX(number) AS highest FROM ticket
                     WHERE hall = ? AND day = ? AND prefix = ?
                     UNION ALL
                     SELECT highest FROM numbers_printed WHERE hall = ? AND day = ?) AS known),
                  ?, 'PRINTING', ?, ?, ?, ?, ?, ?, ?)
                RETURNING number\
                """,
                row -> row.getInt(1),
                id,
                scope.region(),
                scope.hall(),
                day,
                draft.prefix,
                scope.hall(),
                day,
                draft.prefix,
                scope.hall(),
                day,
                draft.line,
                draft.priority,
                draft.itemCode,
                draft.rank,
                tickets.seal(draft.holder, id),
                draft.digest,
                draft.station,
                draft.replaces)
            .orElseThrow();
    Ticket ticket =
        new Ticket(
            id,
            day,
            draft.line,
            new TicketNumber(draft.prefix, number),
            TicketState.PRINTING,
            false,
            draft.priority,
            draft.rank,
            draft.holder,
            OptionalInt.empty(),
            0,
            Optional.empty());
    changes.event(
        sql,
        ticket,
        Optional.empty(),
        "ISSUE",
        Optional.empty(),
        TicketState.PRINTING,
        OptionalInt.empty(),
        "",
        new TicketChanges.By(draft.request, draft.station, "", at));
    return ticket;
  }

  /** Tickets of the line that stand before it. */
  private int ahead(Statements sql, Ticket ticket) throws SQLException {
    return (int)
        sql.number(
            """
            SELECT COUNT(*) FROM ticket WHERE hall = ? AND day = ? AND line = ?
            AND state IN ('PRINTING', 'WAITING') AND rank_at < ?\
            """,
            scope.hall(),
            ticket.day(),
            ticket.line(),
            ticket.issuedAt());
  }

  Ticket paper(Statements sql, UUID ticketId, PaperOutcome outcome, String station, Instant at)
      throws SQLException {
    TicketRows.Held held = existing(sql, ticketId);
    Ticket ticket = held.ticket();
    TicketEvent event =
        switch (outcome) {
          case CAME -> TicketEvent.PRINTED;
          case FAILED -> TicketEvent.PRINT_FAILED;
          case UNKNOWN -> TicketEvent.PRINT_UNKNOWN;
        };
    boolean known = event == TicketEvent.PRINT_UNKNOWN && ticket.unconfirmed();
    if (known
        || !(TicketRules.apply(ticket.state(), event) instanceof TicketRules.Outcome.Moved moved)) {
      return ticket;
    }
    TicketChanges.By by = new TicketChanges.By(changes.newId(), station, "", at);
    changes.move(sql, held, inLine(ticket, moved.next()), event, "", by);
    if (event == TicketEvent.PRINT_UNKNOWN) {
      sql.update("UPDATE ticket SET unconfirmed = 1 WHERE id = ?", ticketId);
    }
    return existing(sql, ticketId).ticket();
  }

  private static TicketChanges.Place inLine(Ticket ticket, TicketState state) {
    return new TicketChanges.Place(
        state, ticket.line(), OptionalInt.empty(), 0, Optional.empty(), Optional.empty());
  }

  IssueResult replace(Statements sql, UUID request, UUID ticketId, String station, Instant at)
      throws SQLException {
    Optional<Ticket> before = ticketOf(sql, request);
    if (before.isPresent()) {
      return new IssueResult.Numbered(before.get(), ahead(sql, before.get()), true);
    }
    TicketRows.Held old = existing(sql, ticketId);
    Optional<TicketRows.Held> replacement = tickets.where(sql, "replaces = ?", ticketId);
    if (replacement.isPresent()) {
      Ticket there = replacement.get().ticket();
      return new IssueResult.AlreadyWaiting(there, ahead(sql, there));
    }
    Ticket ticket = old.ticket();
    boolean replaceable = ticket.state() == TicketState.VOID || ticket.unconfirmed();
    if (!replaceable) {
      return new IssueResult.AlreadyWaiting(ticket, ahead(sql, ticket));
    }
    Days.Day day = days.newest(sql).orElseThrow();
    if (day.closed() || !day.day().equals(ticket.day())) {
      return new IssueResult.LineClosed(ticket.line(), Optional.empty());
    }
    Optional<String> digest = tickets.digest(ticket.holder());
    Optional<Ticket> another =
        openTicketOf(sql, day.day(), ticket.line(), digest)
            .filter(open -> !open.id().equals(ticketId));
    if (another.isPresent()) {
      return new IssueResult.AlreadyWaiting(another.get(), ahead(sql, another.get()));
    }
    if (ticket.state() != TicketState.VOID) {
      TicketChanges.By by = new TicketChanges.By(changes.newId(), station, "", at);
      changes.move(sql, old, inLine(ticket, TicketState.VOID), TicketEvent.VOID, "", by);
    }
    Draft draft =
        new Draft(
            request,
            station,
            ticket.line(),
            ticket.number().prefix(),
            ticket.holder(),
            ticket.priority(),
            old.itemCode(),
            digest,
            ticket.issuedAt(),
            Optional.of(ticketId));
    Ticket fresh = insert(sql, day.day(), draft, at);
    return new IssueResult.Numbered(fresh, ahead(sql, fresh), false);
  }

  VoidResult takeBack(Statements sql, UUID ticketId, TicketChanges.By by) throws SQLException {
    Optional<Ticket> before = ticketOf(sql, by.eventId());
    if (before.isPresent()) {
      return new VoidResult.Voided(before.get(), true);
    }
    Optional<TicketRows.Held> held = tickets.byId(sql, ticketId);
    Optional<Days.Day> day = days.newest(sql);
    if (held.isEmpty() || day.isEmpty() || !held.get().ticket().day().equals(day.get().day())) {
      return new VoidResult.Refused(CallResult.Reason.NO_SUCH_TICKET);
    }
    Ticket ticket = held.get().ticket();
    if (ticket.window().isPresent() && !ticket.state().isFinal()) {
      return new VoidResult.Refused(CallResult.Reason.ANOTHER_WINDOW);
    }
    boolean atItsPrinter = ticket.state() == TicketState.PRINTING && !ticket.unconfirmed();
    if (atItsPrinter
        || !(TicketRules.apply(ticket.state(), TicketEvent.VOID)
            instanceof TicketRules.Outcome.Moved moved)) {
      return new VoidResult.Refused(CallResult.Reason.WRONG_STATE);
    }
    changes.move(sql, held.get(), inLine(ticket, moved.next()), TicketEvent.VOID, "", by);
    return new VoidResult.Voided(existing(sql, ticketId).ticket(), false);
  }

  private TicketRows.Held existing(Statements sql, UUID ticketId) throws SQLException {
    return tickets
        .byId(sql, ticketId)
        .orElseThrow(() -> new IllegalArgumentException("no ticket " + ticketId));
  }
}
