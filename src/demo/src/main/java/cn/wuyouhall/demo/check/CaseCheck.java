package cn.wuyouhall.demo.check;

import cn.wuyouhall.demo.check.Book.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cases at the stations, in the hall and at the province, and their deadlines. */
final class CaseCheck {
  private static final Map<String, String> KINDS =
      Map.of(
          "ACCEPTED", "accepted",
          "ACCEPTED_DEFERRED", "accepted-deferred",
          "NOTICE", "notice");

  private final Books books;
  private final Notebook notes;
  private final Map<String, Row> inHall;
  private final Map<String, Row> atProvince;
  private final Map<String, Row> parcels;

  CaseCheck(Books books, Notebook notes) {
    this.books = books;
    this.notes = notes;
    inHall = RatingCheck.by("journal_id", books.hall("SELECT * FROM case_event"));
    atProvince =
        RatingCheck.by(
            "idempotency_key",
            books.province(
                "SELECT e.*, c.case_no, c.provincial_no, c.item_code FROM case_events e"
                    + " JOIN cases c ON c.case_id = e.case_id"));
    parcels = RatingCheck.by("id", books.hall("SELECT * FROM outbox WHERE kind = 'CASE_EVENT'"));
  }

  void run() {
    stations();
    versions();
    hall();
    register();
    deadlines();
  }

  private void stations() {
    Set<String> entries = new HashSet<>();
    for (Row entry :
        books.journals(
            "SELECT j.id, d.state FROM journal j LEFT JOIN delivery d ON d.seq = j.seq"
                + " WHERE j.kind LIKE 'case.%'")) {
      String id = entry.text("id");
      entries.add(id);
      if (inHall.containsKey(id)) {
        notes.see(Rule.CASES, true, "");
      } else if (entry.text("state").equals("WAITING")) {
        notes.note(Rule.CASES, "not in the hall yet: entry %s", id);
      } else {
        notes.see(Rule.CASES, false, "entry %s is %s, not in the hall", id, entry.text("state"));
      }
    }
    inHall
        .keySet()
        .forEach(id ->
            notes.see(Rule.CASES, entries.contains(id), "no station wrote down event %s", id));
  }

  private void versions() {
    Map<String, List<Row>> cases = new HashMap<>();
    books
        .hall("SELECT * FROM case_event ORDER BY version")
        .forEach(e ->
            cases.computeIfAbsent(e.text("case_id"), any -> new java.util.ArrayList<>()).add(e));
    cases.forEach((id, events) -> {
      for (int i = 0; i < events.size(); i++) {
        notes.see(
            Rule.CASES,
            events.get(i).number("version") == i + 1,
            "case %s has version %d in place of %d",
            id,
            events.get(i).number("version"),
            i + 1);
      }
    });
  }

  private void hall() {
    inHall.forEach((id, event) -> {
      Row parcel = parcels.get(id);
      Row there = atProvince.get(id);
      String state = parcel == null ? "not in the outbox" : parcel.text("state");
      if (there == null && state.equals("WAITING")) {
        notes.note(Rule.CASES, "on its way: event %s of case %s", id, event.text("case_id"));
        return;
      }
      notes.see(
          Rule.CASES,
          there != null,
          "event %s of case %s is %s and not at the province",
          id,
          event.text("case_id"),
          state);
      if (there != null) {
        boolean same =
            there.text("case_id").equals(event.text("case_id"))
                && there.number("version") == event.number("version")
                && there.text("kind").equals(KINDS.get(event.text("kind")));
        notes.see(Rule.CASES, same, "event %s is another one at the province", id);
      }
    });
    atProvince.forEach((id, event) ->
        notes.see(
            Rule.CASES,
            inHall.containsKey(id),
            "the province has version %s of case %s, we not",
            event.text("version"),
            event.text("case_id")));
  }

  private void register() {
    Map<String, Row> there = RatingCheck.by("case_id", books.province("SELECT * FROM cases"));
    for (Row row : books.hall("SELECT * FROM case_register")) {
      String id = row.text("case_id");
      notes.see(
          Rule.CASES,
          inHall.containsKey(row.text("journal_id")),
          "case %s stands in the register without its event",
          id);
      Row other = there.get(id);
      if (other != null) {
        notes.see(
            Rule.CASES,
            other.text("case_no").equals(row.text("case_no"))
                && (!row.has("provincial_no")
                    || other.text("provincial_no").equals(row.text("provincial_no"))),
            "case %s has other numbers at the province",
            id);
      }
    }
  }

  private void deadlines() {
    WorkingDays calendar = new WorkingDays();
    atProvince.forEach((id, event) -> {
      String item = event.text("item_code");
      if (!calendar.knows(item)) {
        notes.note(Rule.DEADLINES, "item %s is not in the catalogue", item);
        return;
      }
      boolean clockRuns = !event.text("kind").equals("notice");
      long from = event.number("occurred_at");
      for (String which : List.of("promised", "legal")) {
        String told = event.text(which + "_due");
        String due =
            clockRuns
                ? calendar.due(item, which + "Limit", from).map(LocalDate::toString).orElse("")
                : "";
        notes.see(
            Rule.DEADLINES,
            told.equals(due),
            "case %s: %s day is %s and should be %s",
            event.text("case_id"),
            which,
            told.isEmpty() ? "none" : told,
            due.isEmpty() ? "none" : due);
      }
    });
  }
}
