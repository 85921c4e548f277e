package cn.wuyouhall.demo.check;

import cn.wuyouhall.demo.check.Book.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Numbers, days and balances, and that each request has one answer. */
final class TicketCheck {
  private static final Set<String> OPEN =
      Set.of("PRINTING", "WAITING", "CALLED", "SERVING", "HELD");
  private static final Set<String> ENDED = Set.of("SERVED", "NO_SHOW", "VOID", "LEFT");

  /** Changes a person or a station asked for: each has a request, noted before it was sent. */
  private static final Set<String> ASKED_FOR =
      Set.of(
          "ISSUE",
          "CALL",
          "RECALL",
          "UNDO_CALL",
          "SERVE",
          "NO_SHOW",
          "HOLD",
          "CALL_BACK",
          "TRANSFER",
          "FINISH");

  private final Books books;
  private final Notebook notes;
  private final List<Row> tickets;

  TicketCheck(Books books, Notebook notes) {
    this.books = books;
    this.notes = notes;
    this.tickets = books.hall("SELECT * FROM ticket ORDER BY day, rank_at, number");
  }

  void run() {
    numbers();
    days();
    balance();
    requests();
    openTickets();
  }

  private void numbers() {
    Map<String, TreeSet<Long>> given = new TreeMap<>();
    for (Row ticket : tickets) {
      String series = "%s %s".formatted(ticket.text("day"), ticket.text("prefix"));
      boolean fresh =
          given.computeIfAbsent(series, any -> new TreeSet<>()).add(ticket.number("number"));
      notes.see(
          Rule.NUMBERS_ONCE,
          fresh,
          "%s%03d given out twice, again to ticket %s",
          series,
          ticket.number("number"),
          ticket.text("id"));
    }
    Set<String> restored = new HashSet<>();
    books.hall("SELECT day FROM numbers_printed").forEach(row -> restored.add(row.text("day")));
    given.forEach((series, numbers) -> {
      boolean whole = numbers.first() == 1 && numbers.last() == numbers.size();
      boolean explained = restored.contains(series.substring(0, series.indexOf(' ')));
      if (!whole && explained) {
        notes.note(Rule.NUMBERS_WHOLE, "%s: numbers are left out since a restore", series);
        return;
      }
      notes.see(
          Rule.NUMBERS_WHOLE,
          whole,
          "%s: %d numbers, from %d to %d",
          series,
          numbers.size(),
          numbers.first(),
          numbers.last());
    });
  }

  private void days() {
    List<Row> days = books.hall("SELECT * FROM business_day ORDER BY opened_at, day DESC");
    String before = "";
    for (Row day : days) {
      String name = day.text("day");
      notes.see(Rule.DAYS, name.compareTo(before) > 0, "%s was opened after %s", name, before);
      boolean last = name.equals(days.getLast().text("day"));
      notes.see(Rule.DAYS, last || day.has("closed_at"), "%s was never closed", name);
      before = name;
    }
    Set<String> known = new HashSet<>();
    days.forEach(day -> known.add(day.text("day")));
    for (Row ticket : tickets) {
      notes.see(
          Rule.DAYS,
          known.contains(ticket.text("day")),
          "ticket %s is of %s, a day nobody opened",
          ticket.text("id"),
          ticket.text("day"));
    }
  }

  private void balance() {
    Set<String> closed = new HashSet<>();
    books
        .hall("SELECT day FROM business_day WHERE closed_at IS NOT NULL")
        .forEach(day -> closed.add(day.text("day")));
    Map<String, Map<String, Integer>> lines = new TreeMap<>();
    for (Row ticket : tickets) {
      String state = ticket.text("state");
      lines
          .computeIfAbsent(ticket.text("day") + " " + ticket.text("line"), any -> new TreeMap<>())
          .merge(
              ENDED.contains(state) ? state : OPEN.contains(state) ? "open" : "?", 1, Integer::sum);
    }
    int issued =
        books.hall("SELECT DISTINCT ticket_id FROM ticket_event WHERE kind = 'ISSUE'").size();
    notes.see(
        Rule.BALANCE,
        issued == tickets.size(),
        "%d tickets, but %d were issued",
        tickets.size(),
        issued);
    lines.forEach((line, states) -> {
      notes.see(Rule.BALANCE, !states.containsKey("?"), "%s: %s", line, states);
      boolean still = states.containsKey("open") && closed.contains(line.substring(0, 10));
      notes.see(Rule.BALANCE, !still, "%s is closed and has %s", line, states);
      notes.note(Rule.BALANCE, "%s: %s", line, states);
    });
  }

  private void requests() {
    Map<String, Row> noted =
        RatingCheck.by(
            "id",
            books.journals("SELECT id, station, at FROM journal WHERE kind LIKE '%.requested'"));
    Set<String> stations = new HashSet<>();
    books.journals("SELECT station FROM station").forEach(row -> stations.add(row.text("station")));
    Map<String, String> answered = new HashMap<>();
    for (Row event : books.hall("SELECT * FROM ticket_event")) {
      if (!ASKED_FOR.contains(event.text("kind")) || !stations.contains(event.text("station"))) {
        continue;
      }
      String id = event.text("id");
      Row wish = noted.get(id);
      notes.see(
          Rule.REQUESTS,
          wish != null
              && wish.text("station").equals(event.text("station"))
              && wish.number("at") <= event.number("at") + MoveCheck.TURN,
          "%s of ticket %s came under a request %s had not written down before",
          event.text("kind"),
          event.text("ticket_id"),
          event.text("station"));
      String first = answered.putIfAbsent(id, event.text("ticket_id"));
      notes.see(Rule.REQUESTS, first == null, "request %s was answered twice", id);
    }
  }

  private void openTickets() {
    Map<String, String> open = new HashMap<>();
    for (Row ticket : tickets) {
      if (ticket.has("holder_digest") && OPEN.contains(ticket.text("state"))) {
        String person =
            String.join(" ", ticket.text("day"), ticket.text("line"), ticket.text("holder_digest"));
        String other = open.putIfAbsent(person, ticket.text("id"));
        notes.see(
            Rule.REQUESTS,
            other == null,
            "one person has two open tickets in one line: %s and %s",
            other,
            ticket.text("id"));
      }
    }
  }
}
