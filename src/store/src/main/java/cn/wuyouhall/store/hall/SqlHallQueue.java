package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.queue.Announcement;
import cn.wuyouhall.domain.queue.CallResult;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.HallView;
import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.domain.queue.IssueResult;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketEvent;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.queue.VoidResult;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The queue over SQL: each request one transaction. */
final class SqlHallQueue implements HallQueue {
  private final Connections connections;
  private final HallScope scope;
  private final TicketRows tickets;
  private final Days days;
  private final Issuing issuing;
  private final Calling calling;
  private final Glance glance;

  SqlHallQueue(
      Connections connections,
      HallScope scope,
      TicketRows tickets,
      TicketChanges changes,
      SqlRulesStore rules) {
    this.connections = connections;
    this.scope = scope;
    this.tickets = tickets;
    this.days = new Days(scope, tickets, changes);
    this.issuing = new Issuing(scope, tickets, changes, days, rules);
    this.calling = new Calling(scope, tickets, changes, days, rules);
    this.glance = new Glance(scope, days, rules);
  }

  @Override
  public IssueResult issue(IssueRequest request, Instant at) {
    return connections.write("issue a ticket", sql -> issuing.issue(sql, request, at));
  }

  @Override
  public Optional<Ticket> ticketOf(UUID requestId) {
    return connections.read("find a request", sql -> issuing.ticketOf(sql, requestId));
  }

  @Override
  public Ticket paper(UUID ticketId, PaperOutcome outcome, String station, Instant at) {
    return connections.write(
        "note a ticket's paper", sql -> issuing.paper(sql, ticketId, outcome, station, at));
  }

  @Override
  public IssueResult replace(UUID requestId, UUID ticketId, String station, Instant at) {
    return connections.write(
        "replace a ticket", sql -> issuing.replace(sql, requestId, ticketId, station, at));
  }

  @Override
  public VoidResult voidTicket(
      UUID requestId, UUID ticketId, String station, String operator, Instant at) {
    TicketChanges.By by = new TicketChanges.By(requestId, station, operator, at);
    return connections.write("void a ticket", sql -> issuing.takeBack(sql, ticketId, by));
  }

  @Override
  public CallResult callNext(
      UUID requestId, int window, String station, String operator, Instant at) {
    Calling.Wish wish = new Calling.Wish(requestId, window, station, operator, at);
    return connections.write("call the next", sql -> calling.next(sql, wish));
  }

  @Override
  public CallResult callBack(
      UUID requestId, UUID ticketId, int window, String station, String operator, Instant at) {
    Calling.Wish wish = new Calling.Wish(requestId, window, station, operator, at);
    return connections.write("call back", sql -> calling.callBack(sql, ticketId, wish));
  }

  @Override
  public CallResult recall(
      UUID requestId, int window, String station, String operator, Instant at) {
    return onCurrent(
        TicketEvent.RECALL, new Calling.Wish(requestId, window, station, operator, at));
  }

  @Override
  public CallResult undoCall(
      UUID requestId, int window, String station, String operator, Instant at) {
    return onCurrent(
        TicketEvent.UNDO_CALL, new Calling.Wish(requestId, window, station, operator, at));
  }

  @Override
  public CallResult serve(UUID requestId, int window, String station, String operator, Instant at) {
    return onCurrent(TicketEvent.SERVE, new Calling.Wish(requestId, window, station, operator, at));
  }

  @Override
  public CallResult noShow(
      UUID requestId, int window, String station, String operator, Instant at) {
    return onCurrent(
        TicketEvent.NO_SHOW, new Calling.Wish(requestId, window, station, operator, at));
  }

  @Override
  public CallResult hold(UUID requestId, int window, String station, String operator, Instant at) {
    return onCurrent(TicketEvent.HOLD, new Calling.Wish(requestId, window, station, operator, at));
  }

  @Override
  public CallResult transfer(
      UUID requestId,
      int window,
      String toLine,
      String note,
      String station,
      String operator,
      Instant at) {
    Calling.Wish wish = new Calling.Wish(requestId, window, station, operator, at);
    return connections.write(
        "transfer a ticket",
        sql -> calling.onCurrent(sql, TicketEvent.TRANSFER, toLine, note, wish));
  }

  @Override
  public CallResult finish(
      UUID requestId, int window, String station, String operator, Instant at) {
    return onCurrent(
        TicketEvent.FINISH, new Calling.Wish(requestId, window, station, operator, at));
  }

  private CallResult onCurrent(TicketEvent event, Calling.Wish wish) {
    return connections.write(
        "change the window's ticket", sql -> calling.onCurrent(sql, event, "", "", wish));
  }

  @Override
  public Optional<Current> current(int window) {
    return connections.read("read a window", sql -> current(sql, window));
  }

  private Optional<Current> current(Statements sql, int window) throws SQLException {
    Optional<TicketRows.Held> held = calling.atWindow(sql, window);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    Ticket ticket = held.get().ticket();
    UUID visit = held.get().visit().orElseThrow();
    Optional<Instant> started =
        sql.first(
                "SELECT started_at FROM visit WHERE id = ?",
                row -> Statements.instant(row, "started_at"),
                visit)
            .flatMap(found -> found);
    boolean serving = ticket.state() == TicketState.SERVING;
    Instant since = (serving ? started : ticket.calledAt()).orElse(ticket.issuedAt());
    return Optional.of(new Current(ticket, visit, since));
  }

  @Override
  public List<Ticket> waitingFor(int window, int most) {
    return connections.read("read who waits", sql -> calling.waiting(sql, window, most));
  }

  @Override
  public List<Ticket> heldAt(int window) {
    return connections
        .read(
            "read who is set aside",
            sql ->
                tickets.allWhere(
                    sql,
                    "hall = ? AND window_no = ? AND state = 'HELD' ORDER BY rank_at",
                    scope.hall(),
                    window))
        .stream()
        .map(TicketRows.Held::ticket)
        .toList();
  }

  @Override
  public Optional<Ticket> byNumber(TicketNumber number) {
    return connections.read("find a number", sql -> byNumber(sql, number));
  }

  private Optional<Ticket> byNumber(Statements sql, TicketNumber number) throws SQLException {
    Optional<Days.Day> day = days.newest(sql);
    if (day.isEmpty()) {
      return Optional.empty();
    }
    return tickets
        .where(
            sql,
            "hall = ? AND day = ? AND prefix = ? AND number = ?",
            scope.hall(),
            day.get().day(),
            number.prefix(),
            number.value())
        .map(TicketRows.Held::ticket);
  }

  @Override
  public Optional<Ticket> ticket(UUID ticketId) {
    return connections.read(
        "find a ticket", sql -> tickets.byId(sql, ticketId).map(TicketRows.Held::ticket));
  }

  @Override
  public List<Ticket> ticketsOf(String idNumber) {
    return openDay(
        "find a person's tickets",
        "AND holder_digest = ? ORDER BY rank_at, id",
        tickets.digest(idNumber));
  }

  @Override
  public List<Ticket> wantingGuide(int most) {
    return openDay(
        "find what waits for a guide",
        """
        AND (unconfirmed = 1 OR state = 'VOID'
          AND EXISTS (SELECT 1 FROM ticket_event e
            WHERE e.ticket_id = ticket.id AND e.kind = 'PRINT_FAILED')
          AND NOT EXISTS (SELECT 1 FROM ticket r WHERE r.replaces = ticket.id))
        ORDER BY rank_at, id LIMIT ?\
        """,
        most);
  }

  private List<Ticket> openDay(String what, String condition, Object argument) {
    return connections
        .read(
            what,
            sql -> {
              Optional<Days.Day> day = days.newest(sql).filter(newest -> !newest.closed());
              return day.isEmpty()
                  ? List.<TicketRows.Held>of()
                  : tickets.allWhere(
                      sql,
                      "hall = ? AND day = ? " + condition,
                      scope.hall(),
                      day.get().day(),
                      argument);
            })
        .stream()
        .map(TicketRows.Held::ticket)
        .toList();
  }

  @Override
  public HallView view(Instant at) {
    return connections.read("read the hall", sql -> glance.view(sql, at));
  }

  @Override
  public DayClosed closeDay(String station, Instant at) {
    return connections.write("close the day", sql -> closeDay(sql, station, at));
  }

  private DayClosed closeDay(Statements sql, String station, Instant at) throws SQLException {
    Optional<Days.Day> day = days.newest(sql);
    if (day.isEmpty()) {
      return new DayClosed(HallTime.day(at), 0, 0, 0, 0, 0);
    }
    if (!day.get().closed()) {
      days.close(sql, day.get().day(), station, at);
    }
    return days.figures(sql, day.get().day());
  }

  /**
   * Asked many times a second: looks without a transaction first, then claims what is still
   * unclaimed.
   */
  @Override
  public Optional<Announcement> claimAnnouncement(
      String zone, String station, Instant at, Duration stale) {
    Connections.Work<Optional<Announcement>> oldest =
        sql ->
            sql.first(
                """
                SELECT id, prefix, number, window_no, zone, at FROM announcement
                WHERE hall = ? AND zone = ? AND claimed_by IS NULL AND at >= ?
                ORDER BY at, id LIMIT 1\
                """,
                SqlHallQueue::announcement,
                scope.hall(),
                zone,
                at.minus(stale));
    if (connections.read("look for calls", oldest).isEmpty()) {
      return Optional.empty();
    }
    return connections.write(
        "claim a call",
        sql -> {
          Optional<Announcement> found = oldest.with(sql);
          if (found.isPresent()) {
            sql.update(
                "UPDATE announcement SET claimed_by = ?, claimed_at = ? WHERE id = ?",
                station,
                at,
                found.get().id());
          }
          return found;
        });
  }

  private static Announcement announcement(ResultSet row) throws SQLException {
    return new Announcement(
        UUID.fromString(row.getString("id")),
        new TicketNumber(row.getString("prefix"), row.getInt("number")),
        row.getInt("window_no"),
        row.getString("zone"),
        Instant.ofEpochMilli(row.getLong("at")));
  }

  @Override
  public List<Duration> serviceTimes(String line, int most) {
    return connections.read("read service times", sql -> serviceTimes(sql, line, most));
  }

  private List<Duration> serviceTimes(Statements sql, String line, int most) throws SQLException {
    Optional<Days.Day> day = days.newest(sql);
    if (day.isEmpty()) {
      return List.of();
    }
    return sql.all(
        """
        SELECT ended_at - started_at FROM visit
        WHERE hall = ? AND day = ? AND line = ? AND ended_at IS NOT NULL
          AND started_at IS NOT NULL AND ending = 'FINISHED'
        ORDER BY ended_at DESC LIMIT ?\
        """,
        row -> Duration.ofMillis(row.getLong(1)),
        scope.hall(),
        day.get().day(),
        line,
        most);
  }

  @Override
  public long changeCount() {
    return connections.changes();
  }
}
