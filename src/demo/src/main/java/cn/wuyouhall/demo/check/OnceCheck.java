package cn.wuyouhall.demo.check;

import cn.wuyouhall.demo.check.Book.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** That each parcel took effect once, and under the key it has in the hall. */
final class OnceCheck {
  private static final int CREATED = 201;

  private final Books books;
  private final Notebook notes;

  OnceCheck(Books books, Notebook notes) {
    this.books = books;
    this.notes = notes;
  }

  void run() {
    Set<String> ours = new HashSet<>();
    books.hall("SELECT id FROM outbox").forEach(row -> ours.add(row.text("id")));
    Map<String, Integer> took = new HashMap<>();
    for (Row request : books.province("SELECT * FROM requests WHERE method = 'POST' ORDER BY no")) {
      String key = request.text("idempotency_key");
      notes.see(
          Rule.ONCE,
          ours.contains(key),
          "request %s under %s is under a key the hall has not",
          request.text("no"),
          request.text("path"));
      if (request.number("status") == CREATED && request.number("replay") == 0) {
        took.merge(key, 1, Integer::sum);
      }
    }
    took.forEach(
        (key, times) -> notes.see(Rule.ONCE, times == 1, "%s took effect %d times", key, times));
    Set<String> effects = new HashSet<>();
    books
        .province("SELECT idempotency_key FROM effects")
        .forEach(row -> effects.add(row.text("idempotency_key")));
    effects.forEach(key -> notes.see(Rule.ONCE, ours.contains(key), "effect of no parcel %s", key));
    Set<String> rows = new HashSet<>();
    for (String table : new String[] {"case_events", "ratings"}) {
      for (Row row : books.province("SELECT idempotency_key AS key FROM " + table)) {
        String key = row.text("key");
        notes.see(Rule.ONCE, rows.add(key), "%s stands twice at the province", key);
        notes.see(Rule.ONCE, effects.contains(key), "%s of %s has no effect noted", key, table);
      }
    }
    notes.see(
        Rule.ONCE,
        rows.size() == effects.size(),
        "%d effects, but %d rows came of them",
        effects.size(),
        rows.size());
  }
}
