package cn.wuyouhall.kiosk.board;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.Line;
import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.queue.HallView;
import cn.wuyouhall.domain.queue.HallView.WindowRow;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.station.WatchBoard.Look;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the board shows, taken from one look at the hall. Pure.
 *
 * @param hall the hall's name
 * @param rows one row per window, in hall order
 * @param newest the call made last that still stands
 * @param waiting people waiting by line, in the order of the lines
 * @param notices sentences at the foot
 * @param asOf when this was the state of the hall
 * @param current whether it still is, as far as anybody knows
 */
record BoardState(
    Name hall,
    List<Row> rows,
    Optional<Call> newest,
    List<Waiting> waiting,
    List<Name> notices,
    Instant asOf,
    boolean current) {

  /**
   * A window.
   *
   * @param number the ticket it has now, if any
   * @param serving whether the person is already there
   */
  record Row(int window, Optional<TicketNumber> number, boolean serving) {}

  /** A call; {@code calls} rises with each recall, so that each one flashes anew. */
  record Call(int window, TicketNumber number, int calls, Instant since) {}

  /** People waiting in a line. */
  record Waiting(Name line, int ahead) {}

  static BoardState of(Look look) {
    HallRules rules = look.rules();
    HallView view = look.view();
    return new BoardState(
        rules.name(),
        rules.windows().stream().map(window -> row(view, window.no())).toList(),
        view.windows().stream()
            .filter(row -> row.state().equals(Optional.of(TicketState.CALLED)))
            .flatMap(row -> call(row).stream())
            .max(Comparator.comparing(Call::since)),
        rules.lines().stream()
            .sorted(Comparator.comparingInt(Line::order))
            .map(line -> new Waiting(line.name(), waiting(view, line.id())))
            .toList(),
        rules.notices(),
        view.asOf(),
        look.current());
  }

  private static Row row(HallView view, int window) {
    return view.windows().stream()
        .filter(row -> row.window() == window)
        .findFirst()
        .map(row ->
            new Row(window, row.number(), row.state().equals(Optional.of(TicketState.SERVING))))
        .orElseGet(() -> new Row(window, Optional.empty(), false));
  }

  private static Optional<Call> call(WindowRow row) {
    return row.number()
        .flatMap(
            number -> row.since().map(since -> new Call(row.window(), number, row.calls(), since)));
  }

  private static int waiting(HallView view, String line) {
    return view.lines().stream()
        .filter(row -> row.line().equals(line))
        .mapToInt(HallView.LineRow::waiting)
        .findFirst()
        .orElse(0);
  }
}
