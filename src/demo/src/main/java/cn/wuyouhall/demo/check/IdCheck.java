package cn.wuyouhall.demo.check;

import cn.wuyouhall.demo.check.Book.Row;
import java.util.Map;
import java.util.regex.Pattern;

/** The ids of everything shared. */
final class IdCheck {
  private static final Pattern UUID7 =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final Map<String, String> COLUMNS =
      Map.of(
          "ticket", "id",
          "ticket_event", "id",
          "visit", "id",
          "announcement", "id",
          "rating_invitation", "id",
          "rating_outcome", "journal_id",
          "case_register", "case_id",
          "case_event", "journal_id",
          "outbox", "id");

  private final Books books;
  private final Notebook notes;

  IdCheck(Books books, Notebook notes) {
    this.books = books;
    this.notes = notes;
  }

  void run() {
    COLUMNS.forEach((table, column) -> {
      for (Row row : books.hall("SELECT %s AS id FROM %s".formatted(column, table))) {
        see(table, row);
      }
    });
    books.journals("SELECT id FROM journal").forEach(row -> see("journal", row));
  }

  private void see(String table, Row row) {
    boolean right = UUID7.matcher(row.text("id")).matches();
    notes.see(Rule.IDS, right, "%s: %s", table, row.text("id"));
  }
}
