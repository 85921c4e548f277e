package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.Window;
import cn.wuyouhall.domain.queue.CallChoice;
import cn.wuyouhall.domain.queue.CallResult;
import cn.wuyouhall.domain.queue.CallResult.Reason;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketEvent;
import cn.wuyouhall.domain.queue.TicketRules;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.store.hall.TicketChanges.By;
import cn.wuyouhall.store.hall.TicketChanges.Place;
import cn.wuyouhall.store.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What windows do with tickets, inside a transaction. What is allowed is asked of {@link
 * TicketRules}.
 */
record Calling(
    HallScope scope, TicketRows tickets, TicketChanges changes, Days days, SqlRulesStore rules) {
  /** A window's wish. */
  record Wish(UUID request, int window, String station, String operator, Instant at) {
    By by() {
      return new By(request, station, operator, at);
    }
  }

  private record Here(LocalDate day, HallRules rules, Window window) {}

  private Optional<Here> here(Statements sql, int window) throws SQLException {
    Optional<Days.Day> day = days.newest(sql);
    if (day.isEmpty()) {
      return Optional.empty();
    }
    Optional<HallRules> hallRules = rules.on(sql, day.get().day());
    return hallRules
        .flatMap(r -> r.window(window))
        .map(found -> new Here(day.get().day(), hallRules.get(), found));
  }

  /** The answer already given to this request. */
  private Optional<CallResult> repeated(Statements sql, UUID request) throws SQLException {
    record Before(UUID ticket, Optional<UUID> visit) {}
    Optional<Before> before =
        sql.first(
            "SELECT ticket_id, visit_id FROM ticket_event WHERE id = ?",
            row ->
                new Before(
                    UUID.fromString(row.getString("ticket_id")), Statements.id(row, "visit_id")),
            request);
    if (before.isEmpty() || before.get().visit().isEmpty()) {
      return Optional.empty();
    }
    Ticket ticket = tickets.byId(sql, before.get().ticket()).orElseThrow().ticket();
    return Optional.of(new CallResult.Done(ticket, before.get().visit().get(), true));
  }

  CallResult next(Statements sql, Wish wish) throws SQLException {
    Optional<CallResult> repeated = repeated(sql, wish.request());
    if (repeated.isPresent()) {
      return repeated.get();
    }
    Optional<Here> here = here(sql, wish.window());
    if (here.isEmpty()) {
      return noWindow(sql);
    }
    if (atWindow(sql, wish.window()).isPresent()) {
      return refused(Reason.WINDOW_BUSY);
    }
    LocalDate day = here.get().day();
    Optional<CallChoice.Chosen> chosen =
        CallChoice.next(heads(sql, day, here.get().window()), run(sql, day, wish.window()));
    if (chosen.isEmpty()) {
      return new CallResult.NobodyWaiting();
    }
    keepRun(sql, day, wish.window(), chosen.get().priorityRun());
    TicketRows.Held held = tickets.byId(sql, chosen.get().ticket()).orElseThrow();
    return call(sql, held, Optional.empty(), TicketEvent.CALL, here.get(), wish);
  }

  /** Without a day nobody can wait, whatever the rules of a day to come say. */
  private CallResult noWindow(Statements sql) throws SQLException {
    return days.newest(sql).isEmpty()
        ? new CallResult.NobodyWaiting()
        : refused(Reason.NO_SUCH_WINDOW);
  }

  private CallResult call(
      Statements sql,
      TicketRows.Held held,
      Optional<UUID> openVisit,
      TicketEvent event,
      Here here,
      Wish wish)
      throws SQLException {
    By by = wish.by();
    Ticket ticket = held.ticket();
    UUID visit =
        openVisit.isPresent()
            ? openVisit.get()
            : changes.beginVisit(sql, ticket, wish.window(), by);
    Place place =
        new Place(
            TicketState.CALLED,
            ticket.line(),
            OptionalInt.of(wish.window()),
            1,
            Optional.of(wish.at()),
            Optional.of(visit));
    changes.move(sql, held, place, event, "", by);
    changes.announce(sql, ticket, wish.window(), here.window().zone(), by);
    return done(sql, ticket.id(), visit);
  }

  CallResult callBack(Statements sql, UUID ticketId, Wish wish) throws SQLException {
    Optional<CallResult> repeated = repeated(sql, wish.request());
    if (repeated.isPresent()) {
      return repeated.get();
    }
    Optional<Here> here = here(sql, wish.window());
    if (here.isEmpty()) {
      return refused(Reason.NO_SUCH_WINDOW);
    }
    Optional<TicketRows.Held> found = tickets.byId(sql, ticketId);
    if (found.isEmpty() || !found.get().ticket().day().equals(here.get().day())) {
      return refused(Reason.NO_SUCH_TICKET);
    }
    TicketRows.Held held = found.get();
    Ticket ticket = held.ticket();
    if (!(TicketRules.apply(ticket.state(), TicketEvent.CALL_BACK)
        instanceof TicketRules.Outcome.Moved)) {
      return refused(
          ticket.window().isPresent() && ticket.window().getAsInt() != wish.window()
              ? Reason.ANOTHER_WINDOW
              : Reason.WRONG_STATE);
    }
    boolean isHeld = ticket.state() == TicketState.HELD;
    if (isHeld && ticket.window().orElseThrow() != wish.window()) {
      return refused(Reason.ANOTHER_WINDOW);
    }
    if (atWindow(sql, wish.window()).isPresent()) {
      return refused(Reason.WINDOW_BUSY);
    }
    Optional<UUID> openVisit = isHeld ? held.visit() : Optional.empty();
    return call(sql, held, openVisit, TicketEvent.CALL_BACK, here.get(), wish);
  }

  /**
   * Something done with the ticket at the window; {@code toLine} and {@code note} only for a
   * transfer.
   */
  CallResult onCurrent(Statements sql, TicketEvent event, String toLine, String note, Wish wish)
      throws SQLException {
    Optional<CallResult> repeated = repeated(sql, wish.request());
    if (repeated.isPresent()) {
      return repeated.get();
    }
    Optional<Here> here = here(sql, wish.window());
    if (here.isEmpty()) {
      return refused(Reason.NO_SUCH_WINDOW);
    }
    Optional<TicketRows.Held> held = atWindow(sql, wish.window());
    if (held.isEmpty()) {
      return refused(Reason.NO_SUCH_TICKET);
    }
    Ticket ticket = held.get().ticket();
    TicketRules.Outcome outcome = TicketRules.apply(ticket.state(), event);
    if (!(outcome instanceof TicketRules.Outcome.Moved moved)) {
      return refused(((TicketRules.Outcome.Refused) outcome).reason());
    }
    Optional<CallResult.Refused> untimely =
        TicketRules.untimely(ticket, event, here.get().rules().calls(), wish.at());
    if (untimely.isPresent()) {
      return untimely.get();
    }
    if (event == TicketEvent.TRANSFER && here.get().rules().line(toLine).isEmpty()) {
      return refused(Reason.WRONG_STATE);
    }
    UUID visit = held.get().visit().orElseThrow();
    By by = wish.by();
    changes.move(
        sql, held.get(), place(ticket, event, moved.next(), toLine, visit, wish), event, note, by);
    followUp(sql, event, ticket, visit, here.get(), wish);
    return done(sql, ticket.id(), visit);
  }

  private static Place place(
      Ticket ticket, TicketEvent event, TicketState next, String toLine, UUID visit, Wish wish) {
    boolean recalled = event == TicketEvent.RECALL;
    return next == TicketState.WAITING
        ? new Place(
            next,
            event == TicketEvent.TRANSFER ? toLine : ticket.line(),
            OptionalInt.empty(),
            0,
            Optional.empty(),
            Optional.empty())
        : new Place(
            next,
            ticket.line(),
            ticket.window(),
            recalled ? ticket.calls() + 1 : ticket.calls(),
            recalled ? Optional.of(wish.at()) : ticket.calledAt(),
            Optional.of(visit));
  }

  private void followUp(
      Statements sql, TicketEvent event, Ticket ticket, UUID visit, Here here, Wish wish)
      throws SQLException {
    switch (event) {
      case RECALL -> changes.announce(sql, ticket, wish.window(), here.window().zone(), wish.by());
      case SERVE -> changes.startVisit(sql, visit, wish.at());
      case UNDO_CALL -> {
        changes.hush(sql, ticket.id(), wish.station(), wish.at());
        changes.endVisit(sql, visit, "UNDONE", wish.at());
      }
      case NO_SHOW -> changes.endVisit(sql, visit, "NO_SHOW", wish.at());
      case TRANSFER -> changes.endVisit(sql, visit, "TRANSFERRED", wish.at());
      case FINISH -> changes.endVisit(sql, visit, "FINISHED", wish.at());
      default -> {
        // A visit set aside goes on when it is called back.
      }
    }
  }

  private CallResult done(Statements sql, UUID ticket, UUID visit) throws SQLException {
    return new CallResult.Done(tickets.byId(sql, ticket).orElseThrow().ticket(), visit, false);
  }

  private static CallResult refused(Reason reason) {
    return new CallResult.Refused(reason, Optional.empty());
  }

  Optional<TicketRows.Held> atWindow(Statements sql, int window) throws SQLException {
    return tickets.where(
        sql, "hall = ? AND window_no = ? AND state IN ('CALLED', 'SERVING')", scope.hall(), window);
  }

  private List<CallChoice.LineHeads> heads(Statements sql, LocalDate day, Window window)
      throws SQLException {
    List<CallChoice.LineHeads> heads = new ArrayList<>();
    for (String line : window.lines()) {
      heads.add(
          new CallChoice.LineHeads(
              line, head(sql, day, line, "<> 'NONE'"), head(sql, day, line, "= 'NONE'")));
    }
    return heads;
  }

  private Optional<CallChoice.Head> head(
      Statements sql, LocalDate day, String line, String priority) throws SQLException {
    return sql.first(
        """
        SELECT id, rank_at FROM ticket
        WHERE hall = ? AND day = ? AND line = ? AND state = 'WAITING' AND priority %s
        ORDER BY rank_at LIMIT 1\
        """
            .formatted(priority),
        row ->
            new CallChoice.Head(
                UUID.fromString(row.getString("id")), Instant.ofEpochMilli(row.getLong("rank_at"))),
        scope.hall(),
        day,
        line);
  }

  private int run(Statements sql, LocalDate day, int window) throws SQLException {
    return (int)
        sql.number(
            "SELECT priority_run FROM window_turn WHERE hall = ? AND day = ? AND window_no = ?",
            scope.hall(),
            day,
            window);
  }

  private void keepRun(Statements sql, LocalDate day, int window, int run) throws SQLException {
    sql.update(
        """
        INSERT INTO window_turn (hall, day, window_no, region, priority_run) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (hall, day, window_no) DO UPDATE SET priority_run = excluded.priority_run\
        """,
        scope.hall(),
        day,
        window,
        scope.region(),
        run);
  }

  /** Whom this window would call, one after another. */
  List<Ticket> waiting(Statements sql, int windowNo, int most) throws SQLException {
    Optional<Here> here = here(sql, windowNo);
    if (here.isEmpty()) {
      return List.of();
    }
    LocalDate day = here.get().day();
    WaitingLines lines = new WaitingLines();
    for (String line : here.get().window().lines()) {
      lines.add(
          line,
          tickets.allWhere(
              sql,
              "hall = ? AND day = ? AND line = ? AND state = 'WAITING' ORDER BY rank_at LIMIT ?",
              scope.hall(),
              day,
              line,
              most));
    }
    return lines.inOrder(run(sql, day, windowNo), most);
  }
}
