package cn.wuyouhall.demo.check;

import cn.wuyouhall.demo.check.Book.Row;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The chains, recomputed from the layout in {@code docs/reference/store.md}. */
final class JournalCheck {
  private static final int HASH = 32;

  private final Books books;
  private final Notebook notes;
  private final Map<String, Map<Long, Row>> entries = new HashMap<>();

  JournalCheck(Books books, Notebook notes) {
    this.books = books;
    this.notes = notes;
  }

  void run() {
    for (Book journal : books.journals()) {
      String station =
          journal.all("SELECT station FROM station").stream()
              .findFirst()
              .map(row -> row.text("station"))
              .orElse("?");
      chain(station, journal);
    }
    heads();
  }

  private void chain(String station, Book journal) {
    List<Row> chain =
        journal.all(
            "SELECT j.*, p.body FROM journal j LEFT JOIN payload p ON p.seq = j.seq ORDER BY j.seq");
    Map<Long, Row> known = entries.computeIfAbsent(station, any -> new HashMap<>());
    byte[] before = new byte[HASH];
    long seq = 0;
    for (Row entry : chain) {
      seq++;
      known.put(entry.number("seq"), entry);
      see(entry.number("seq") == seq, station, seq, "is missing");
      see(Arrays.equals(before, entry.bytes("prev")), station, seq, "does not follow");
      before = entry.bytes("hash");
      see(Arrays.equals(hash(entry), before), station, seq, "was changed");
      boolean fits =
          !entry.has("body")
              || Arrays.equals(Sm3Sum.of(entry.bytes("body")), entry.bytes("payload_digest"));
      see(fits, station, seq, "has another payload");
      seq = entry.number("seq");
    }
  }

  private void see(boolean right, String station, long seq, String breach) {
    notes.see(Rule.JOURNALS, right, "entry %d of %s %s", seq, station, breach);
  }

  private static byte[] hash(Row entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      UUID id = UUID.fromString(entry.text("id"));
      out.write("wuyou-journal/1\n".getBytes(StandardCharsets.US_ASCII));
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
      text(out, entry.text("station"));
      out.writeInt((int) entry.number("incarnation"));
      out.writeLong(entry.number("seq"));
      text(out, entry.text("kind"));
      out.writeInt((int) entry.number("kind_version"));
      out.writeLong(entry.number("at"));
      out.write(entry.bytes("payload_digest"));
      out.write(entry.bytes("prev"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Sm3Sum.of(bytes.toByteArray());
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeShort(utf8.length);
    out.write(utf8);
  }

  /** The heads the hall noted, against what stands there in the journals we have. */
  private void heads() {
    for (Row row : books.hall("SELECT * FROM station")) {
      String station = row.text("station");
      notes.see(
          Rule.JOURNALS,
          !row.has("head_fault"),
          "the hall found %s with %s",
          station,
          row.text("head_fault"));
      if (!row.has("journal_seq") || !entries.containsKey(station)) {
        continue;
      }
      Row noted = entries.get(station).get(row.number("journal_seq"));
      notes.see(
          Rule.JOURNALS,
          noted != null
              && (noted.number("incarnation") != row.number("journal_incarnation")
                  || Arrays.equals(noted.bytes("hash"), row.bytes("journal_hash"))),
          "the journal of %s differs from head %d that the hall noted",
          station,
          row.number("journal_seq"));
    }
  }
}
