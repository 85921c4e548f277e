package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.queue.HallQueue.DayClosed;
import cn.wuyouhall.domain.queue.TicketEvent;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.store.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The business day: the newest row, which only moves forward. A day that is opened closes the one
 * before it.
 */
record Days(HallScope scope, TicketRows tickets, TicketChanges changes) {
  /** A day's row. */
  record Day(LocalDate day, boolean closed) {}

  /** The newest day, empty before the first of the hall's life. */
  Optional<Day> newest(Statements sql) throws SQLException {
    return sql.first(
        "SELECT day, closed_at FROM business_day WHERE hall = ? ORDER BY day DESC LIMIT 1",
        row ->
            new Day(
                LocalDate.parse(row.getString("day")),
                Statements.instant(row, "closed_at").isPresent()),
        scope.hall());
  }

  /**
   * The day a ticket issued at this instant belongs to: opened now if it is later than all before.
   */
  Day at(Statements sql, String station, Instant at) throws SQLException {
    LocalDate today = HallTime.day(at);
    Optional<Day> newest = newest(sql);
    if (newest.isPresent() && !today.isAfter(newest.get().day())) {
      return newest.get();
    }
    if (newest.isPresent() && !newest.get().closed()) {
      close(sql, newest.get().day(), station, at);
    }
    sql.update(
        """
        INSERT INTO business_day (region, hall, day, opened_at, closed_at, last_rank)
        VALUES (?, ?, ?, ?, NULL, ?)\
        """,
        scope.region(),
        scope.hall(),
        today,
        at,
        at.toEpochMilli() - 1);
    return new Day(today, false);
  }

  /**
   * The next place in the day's lines: the instant, or a millisecond behind the last place if the
   * clock went back.
   */
  Instant nextRank(Statements sql, LocalDate day, Instant at) throws SQLException {
    return sql.first(
            """
            UPDATE business_day
            SET last_rank = CASE WHEN last_rank < ? THEN ? ELSE last_rank + 1 END
            WHERE hall = ? AND day = ? RETURNING last_rank\
            """,
            row -> Instant.ofEpochMilli(row.getLong(1)),
            at,
            at,
            scope.hall(),
            day)
        .orElseThrow();
  }

  /** Closes a day, once: what remains is left, visits that were served are invited to rate. */
  void close(Statements sql, LocalDate day, String station, Instant at) throws SQLException {
    List<TicketRows.Held> remaining =
        tickets.allWhere(
            sql,
            "hall = ? AND day = ? AND state IN ('PRINTING', 'WAITING', 'CALLED', 'SERVING', 'HELD')",
            scope.hall(),
            day);
    for (TicketRows.Held held : remaining) {
      changes.leave(sql, held, TicketEvent.DAY_CLOSED, station, at);
    }
    sql.update(
        "UPDATE business_day SET closed_at = ? WHERE hall = ? AND day = ? AND closed_at IS NULL",
        at,
        scope.hall(),
        day);
  }

  /** The figures of a day. */
  DayClosed figures(Statements sql, LocalDate day) throws SQLException {
    Map<String, Integer> byState = new TreeMap<>();
    sql.all(
        "SELECT state, COUNT(*) FROM ticket WHERE hall = ? AND day = ? GROUP BY state",
        row -> byState.put(row.getString(1), row.getInt(2)),
        scope.hall(),
        day);
    return new DayClosed(
        day,
        byState.values().stream().mapToInt(Integer::intValue).sum(),
        byState.getOrDefault(TicketState.SERVED.name(), 0),
        byState.getOrDefault(TicketState.NO_SHOW.name(), 0),
        byState.getOrDefault(TicketState.VOID.name(), 0),
        byState.getOrDefault(TicketState.LEFT.name(), 0));
  }
}
