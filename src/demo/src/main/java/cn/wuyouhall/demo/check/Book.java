package cn.wuyouhall.demo.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A copy of an SQLite file with its write-ahead log, open for reading. One thread. */
final class Book implements AutoCloseable {
  private final Path folder;
  private final Connection connection;

  private Book(Path folder, Connection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /** A row by column names. */
  record Row(Map<String, Object> columns) {
    boolean has(String column) {
      return columns.get(column) != null;
    }

    String text(String column) {
      return Objects.toString(columns.get(column), "");
    }

    long number(String column) {
      return columns.get(column) instanceof Number number ? number.longValue() : 0;
    }

    byte[] bytes(String column) {
      return columns.get(column) instanceof byte[] bytes ? bytes : new byte[0];
    }
  }

  static Book open(Path file) {
    try {
      Path folder = Files.createTempDirectory("checker");
      Path copy = folder.resolve("book.db");
      Files.copy(file, copy);
      Path log = file.resolveSibling(file.getFileName() + "-wal");
      if (Files.exists(log)) {
        Files.copy(log, folder.resolve("book.db-wal"));
      }
      return new Book(folder, DriverManager.getConnection("jdbc:sqlite:" + copy));
    } catch (IOException fault) {
      throw new UncheckedIOException(file + " cannot be copied", fault);
    } catch (SQLException fault) {
      throw new IllegalStateException(file + " is not a database", fault);
    }
  }

  List<Row> all(String sql) {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      List<Row> all = new ArrayList<>();
      while (rows.next()) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns; i++) {
          row.put(rows.getMetaData().getColumnLabel(i), rows.getObject(i));
        }
        all.add(new Row(row));
      }
      return all;
    } catch (SQLException fault) {
      throw new IllegalStateException("cannot be read: " + sql, fault);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    } catch (IOException fault) {
      throw new UncheckedIOException("a copy cannot be removed", fault);
    } catch (SQLException fault) {
      throw new IllegalStateException("a copy does not close", fault);
    }
  }
}
