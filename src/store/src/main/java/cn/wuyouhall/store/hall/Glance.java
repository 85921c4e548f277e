package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.Line;
import cn.wuyouhall.domain.hall.Window;
import cn.wuyouhall.domain.queue.HallView;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.store.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hall at a glance, from one picture; opens no ciphertext. */
record Glance(HallScope scope, Days days, SqlRulesStore rules) {
  private record Count(
      String line, TicketState state, boolean unconfirmed, int tickets, Instant oldest) {}

  HallView view(Statements sql, Instant at) throws SQLException {
    Optional<LocalDate> day = days.newest(sql).map(Days.Day::day);
    Optional<HallRules> hallRules = rules.on(sql, day.orElse(HallTime.day(at)));
    if (hallRules.isEmpty()) {
      return new HallView(day, at, List.of(), List.of());
    }
    Map<Integer, HallView.WindowRow> busy = day.isEmpty() ? Map.of() : busy(sql);
    List<HallView.WindowRow> windows =
        hallRules.get().windows().stream()
            .map(Window::no)
            .map(no -> busy.getOrDefault(no, free(no)))
            .toList();
    List<Count> counts = day.isEmpty() ? List.of() : counts(sql, day.get());
    List<HallView.LineRow> lines =
        hallRules.get().lines().stream()
            .map(Line::id)
            .map(line -> row(line, counts.stream().filter(c -> c.line.equals(line)).toList()))
            .toList();
    return new HallView(day, at, windows, lines);
  }

  private static HallView.WindowRow free(int window) {
    return new HallView.WindowRow(window, Optional.empty(), Optional.empty(), 0, Optional.empty());
  }

  private Map<Integer, HallView.WindowRow> busy(Statements sql) throws SQLException {
    Map<Integer, HallView.WindowRow> rows = new HashMap<>();
    sql.all(
        """
        SELECT t.window_no, t.prefix, t.number, t.state, t.calls, t.called_at, v.started_at
        FROM ticket t JOIN visit v ON v.id = t.visit_id
        WHERE t.hall = ? AND t.state IN ('CALLED', 'SERVING')\
        """,
        row -> {
          TicketState state = TicketState.valueOf(row.getString("state"));
          Optional<Instant> since =
              Statements.instant(row, state == TicketState.SERVING ? "started_at" : "called_at");
          TicketNumber number = new TicketNumber(row.getString("prefix"), row.getInt("number"));
          int window = row.getInt("window_no");
          return rows.put(
              window,
              new HallView.WindowRow(
                  window, Optional.of(number), Optional.of(state), row.getInt("calls"), since));
        },
        scope.hall());
    return rows;
  }

  private List<Count> counts(Statements sql, LocalDate day) throws SQLException {
    return sql.all(
        """
        SELECT line, state, unconfirmed, COUNT(*) AS tickets, MIN(rank_at) AS oldest FROM ticket
        WHERE hall = ? AND day = ? GROUP BY line, state, unconfirmed\
        """,
        row ->
            new Count(
                row.getString("line"),
                TicketState.valueOf(row.getString("state")),
                row.getInt("unconfirmed") != 0,
                row.getInt("tickets"),
                Instant.ofEpochMilli(row.getLong("oldest"))),
        scope.hall(),
        day);
  }

  private static HallView.LineRow row(String line, List<Count> counts) {
    return new HallView.LineRow(
        line,
        of(counts, TicketState.WAITING),
        counts.stream().filter(Count::unconfirmed).mapToInt(Count::tickets).sum(),
        counts.stream()
            .filter(count -> count.state == TicketState.WAITING)
            .map(Count::oldest)
            .min(Instant::compareTo),
        counts.stream().mapToInt(Count::tickets).sum(),
        of(counts, TicketState.SERVED),
        of(counts, TicketState.NO_SHOW),
        of(counts, TicketState.HELD));
  }

  private static int of(List<Count> counts, TicketState state) {
    return counts.stream().filter(c -> c.state == state).mapToInt(Count::tickets).sum();
  }
}
