package cn.wuyouhall.demo.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was opened for one examination. */
final class Books implements AutoCloseable {
  private final List<Book> opened = new ArrayList<>();
  private final Book hall;
  private final Book province;
  private final Map<Path, Book> journals = new LinkedHashMap<>();

  Books(Evidence evidence) {
    hall = keep(Book.open(evidence.hallDatabase()));
    province = keep(Book.open(evidence.sandboxDatabase()));
    for (Path file : evidence.journals()) {
      journals.put(file, keep(Book.open(file)));
    }
  }

  private Book keep(Book book) {
    opened.add(book);
    return book;
  }

  /** Rows of the hall database. */
  List<Book.Row> hall(String sql) {
    return hall.all(sql);
  }

  /** Rows of the sandbox. */
  List<Book.Row> province(String sql) {
    return province.all(sql);
  }

  /** The stations' journals. */
  Iterable<Book> journals() {
    return journals.values();
  }

  /** Rows of all journals, one after another. */
  List<Book.Row> journals(String sql) {
    List<Book.Row> all = new ArrayList<>();
    journals.values().forEach(book -> all.addAll(book.all(sql)));
    return all;
  }

  @Override
  public void close() {
    opened.forEach(Book::close);
  }
}
