package cn.wuyouhall.demo.check;

import cn.wuyouhall.demo.check.Book.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The history of each ticket: the moves it made, and where it was in between. */
final class MoveCheck {
  /** What may happen to a ticket, as the design has it: event, states before, state after. */
  private static final Map<String, Map<String, Set<String>>> TABLE = table();

  private static final Set<String> AT_A_WINDOW = Set.of("CALLED", "SERVING");
  private static final long NOT_ENDED = Long.MAX_VALUE;

  /**
   * Hall milliseconds by which instants may be out of order: a process reads its clock before it
   * waits for its turn at the database, and the hall's clock may run faster than ours.
   */
  static final long TURN = 5_000;

  private final Books books;
  private final Notebook notes;

  MoveCheck(Books books, Notebook notes) {
    this.books = books;
    this.notes = notes;
  }

  private static Map<String, Map<String, Set<String>>> table() {
    Map<String, Map<String, Set<String>>> table = new HashMap<>();
    may(table, "ISSUE", "PRINTING", "");
    may(table, "PRINTED", "WAITING", "PRINTING");
    may(table, "PRINT_FAILED", "VOID", "PRINTING");
    may(table, "PRINT_UNKNOWN", "PRINTING", "PRINTING");
    may(table, "CALL", "CALLED", "WAITING");
    may(table, "RECALL", "CALLED", "CALLED");
    may(table, "UNDO_CALL", "WAITING", "CALLED");
    may(table, "NO_SHOW", "NO_SHOW", "CALLED");
    may(table, "SERVE", "SERVING", "CALLED");
    may(table, "HOLD", "HELD", "CALLED", "SERVING");
    may(table, "CALL_BACK", "CALLED", "HELD", "NO_SHOW");
    may(table, "TRANSFER", "WAITING", "CALLED", "SERVING");
    may(table, "REENTER", "WAITING", "NO_SHOW");
    may(table, "FINISH", "SERVED", "SERVING");
    may(table, "GIVE_UP", "LEFT", "WAITING", "CALLED", "HELD");
    may(table, "VOID", "VOID", "PRINTING", "WAITING", "CALLED");
    may(table, "DAY_CLOSED", "LEFT", "PRINTING", "WAITING", "CALLED", "SERVING", "HELD");
    return table;
  }

  private static void may(
      Map<String, Map<String, Set<String>>> table, String event, String after, String... before) {
    table.put(event, Map.of(after, Set.of(before)));
  }

  /** A time at a window. */
  private record Stay(String ticket, String window, long from, long until) {
    boolean overlaps(Stay other) {
      return from + TURN < other.until && other.from + TURN < until;
    }
  }

  void run() {
    Map<String, String> states = new HashMap<>();
    books
        .hall("SELECT id, state FROM ticket")
        .forEach(t -> states.put(t.text("id"), t.text("state")));
    Map<String, List<Row>> histories =
        books.hall("SELECT * FROM ticket_event ORDER BY at, id").stream()
            .collect(
                Collectors.groupingBy(
                    event -> event.text("ticket_id"), LinkedHashMap::new, Collectors.toList()));
    List<Stay> stays = new ArrayList<>();
    histories.forEach((ticket, events) -> {
      List<Row> history = inOrder(events);
      moves(ticket, history, states.getOrDefault(ticket, "none"));
      stays.addAll(stays(ticket, history));
    });
    states
        .keySet()
        .forEach(ticket ->
            notes.see(
                Rule.STATES, histories.containsKey(ticket), "ticket %s has no history", ticket));
    windows(stays);
    visits();
  }

  /** By time; events close to each other in the order in which they fit. */
  private static List<Row> inOrder(List<Row> events) {
    List<Row> left = new ArrayList<>(events);
    List<Row> order = new ArrayList<>();
    String state = "";
    while (!left.isEmpty()) {
      long first = left.getFirst().number("at");
      String now = state;
      Row next =
          left.stream()
              .filter(event -> event.number("at") <= first + TURN)
              .filter(event -> event.text("from_state").equals(now))
              .findFirst()
              .orElse(left.getFirst());
      left.remove(next);
      order.add(next);
      state = next.text("to_state");
    }
    return order;
  }

  private void moves(String ticket, List<Row> history, String stands) {
    String state = "";
    for (Row event : history) {
      String kind = event.text("kind");
      String from = event.text("from_state");
      String to = event.text("to_state");
      boolean allowed =
          TABLE.getOrDefault(kind, Map.of()).getOrDefault(to, Set.of()).contains(from);
      notes.see(Rule.STATES, allowed, "ticket %s: %s from %s to %s", ticket, kind, from, to);
      notes.see(
          Rule.STATES,
          from.equals(state),
          "ticket %s: %s begins from %s, but it was %s",
          ticket,
          kind,
          from,
          state);
      state = to;
    }
    notes.see(
        Rule.STATES,
        state.equals(stands),
        "ticket %s is %s, but its history ends with %s",
        ticket,
        stands,
        state);
  }

  private static List<Stay> stays(String ticket, List<Row> history) {
    List<Stay> stays = new ArrayList<>();
    String window = "";
    long from = 0;
    for (Row event : history) {
      boolean there = AT_A_WINDOW.contains(event.text("to_state"));
      boolean goesOn = there && event.text("window_no").equals(window);
      if (!window.isEmpty() && !goesOn) {
        // A call by a second window does not end the stay at the first: both last until the end.
        long until = there ? history.getLast().number("at") + 1 : event.number("at");
        stays.add(new Stay(ticket, window, from, until));
      }
      if (there && !goesOn) {
        from = event.number("at");
      }
      window = there ? event.text("window_no") : "";
    }
    if (!window.isEmpty()) {
      stays.add(new Stay(ticket, window, from, NOT_ENDED));
    }
    return stays;
  }

  private void windows(List<Stay> stays) {
    List<Stay> byTime = stays.stream().sorted(Comparator.comparingLong(Stay::from)).toList();
    for (int i = 0; i < byTime.size(); i++) {
      Stay stay = byTime.get(i);
      boolean alone = true;
      for (Stay other : byTime.subList(i + 1, byTime.size())) {
        if (other.from() >= stay.until()) {
          break;
        }
        boolean same = stay.ticket().equals(other.ticket()) || stay.window().equals(other.window());
        if (same && stay.overlaps(other)) {
          alone = false;
          notes.broken(
              Rule.ONE_WINDOW,
              "ticket %s at window %s while ticket %s is at window %s",
              stay.ticket(),
              stay.window(),
              other.ticket(),
              other.window());
        }
      }
      notes.see(Rule.ONE_WINDOW, alone, "see above");
    }
  }

  private void visits() {
    Map<String, List<Row>> visits =
        books.hall("SELECT * FROM visit ORDER BY called_at, id").stream()
            .collect(Collectors.groupingBy(visit -> visit.text("ticket_id")));
    visits.forEach((ticket, all) -> {
      long until = 0;
      for (Row visit : all) {
        notes.see(
            Rule.ONE_WINDOW,
            until != NOT_ENDED && visit.number("called_at") + TURN >= until,
            "visit %s of ticket %s begins before the one before has ended",
            visit.text("id"),
            ticket);
        until = visit.has("ended_at") ? visit.number("ended_at") : NOT_ENDED;
      }
    });
  }
}
