package cn.wuyouhall.demo.check;

import cn.wuyouhall.demo.check.Book.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Papers against tickets, both ways. */
final class PaperCheck {
  private static final int MOST_BYTES = 400;

  private final Books books;
  private final Notebook notes;
  private final Path folder;
  private final Map<String, Integer> papersOf = new HashMap<>();

  PaperCheck(Books books, Notebook notes, Path folder) {
    this.books = books;
    this.notes = notes;
    this.folder = folder;
  }

  void run() {
    Map<String, Row> tickets = new HashMap<>();
    books.hall("SELECT * FROM ticket").forEach(ticket -> tickets.put(ticket.text("id"), ticket));
    Map<String, String> byNumber = new HashMap<>();
    for (PrintedTicket paper : papers()) {
      form(paper);
      String id = paper.ticket().orElse("");
      Row ticket = tickets.get(id);
      notes.see(Rule.PAPERS, ticket != null, "%s is the paper of no ticket", paper.file());
      if (ticket == null) {
        continue;
      }
      papersOf.merge(id, 1, Integer::sum);
      String given = "%s%03d".formatted(ticket.text("prefix"), ticket.number("number"));
      String printed = paper.number().orElse("no number");
      notes.see(
          Rule.PAPERS,
          printed.equals(given),
          "%s shows %s, its ticket %s is %s",
          paper.file(),
          printed,
          id,
          given);
      String other = byNumber.putIfAbsent(ticket.text("day") + " " + printed, id);
      notes.see(
          Rule.NUMBERS_ONCE,
          other == null || other.equals(id),
          "%s %s is printed for two tickets, the second %s",
          ticket.text("day"),
          printed,
          id);
    }
    counts(tickets);
  }

  private void counts(Map<String, Row> tickets) {
    Set<String> confirmed = ticketsWith("PRINTED");
    Set<String> failed = ticketsWith("PRINT_FAILED");
    for (String id : tickets.keySet()) {
      int papers = papersOf.getOrDefault(id, 0);
      if (confirmed.contains(id)) {
        notes.see(Rule.PAPERS, papers == 1, "ticket %s was printed and has %d papers", id, papers);
      } else if (failed.contains(id)) {
        notes.see(
            Rule.PAPERS, papers == 0, "ticket %s failed to print and has %d papers", id, papers);
      } else {
        notes.see(
            Rule.PAPERS, papers <= 1, "ticket %s is unconfirmed and has %d papers", id, papers);
      }
    }
  }

  private Set<String> ticketsWith(String kind) {
    Set<String> ids = new HashSet<>();
    books
        .hall("SELECT ticket_id FROM ticket_event WHERE kind = '%s'".formatted(kind))
        .forEach(event -> ids.add(event.text("ticket_id")));
    return ids;
  }

  private void form(PrintedTicket paper) {
    notes.see(
        Rule.PAPER_FORM, paper.size() <= MOST_BYTES, "%s has %d bytes", paper.file(), paper.size());
    notes.see(
        Rule.PAPER_FORM,
        paper.cuts() == 1 && paper.endsWithCut(),
        "%s has %d cuts",
        paper.file(),
        paper.cuts());
  }

  private List<PrintedTicket> papers() {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".bin"))
          .sorted()
          .map(file -> PrintedTicket.read(file.getFileName().toString(), ClearText.bytes(file)))
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException("the papers cannot be listed", fault);
    }
  }
}
