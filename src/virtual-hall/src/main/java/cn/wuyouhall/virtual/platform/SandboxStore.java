package cn.wuyouhall.virtual.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The sandbox's own database: one SQLite file, one connection, one transaction at a time. A method
 * that returns has its work on disk (WAL, synchronous=FULL). Any thread; blocks.
 */
final class SandboxStore implements AutoCloseable {
  private final Connection connection;
  private final ReentrantLock turn = new ReentrantLock();

  private SandboxStore(Connection connection) {
    this.connection = connection;
  }

  static SandboxStore open(Path file) throws SQLException, IOException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    SandboxStore store = new SandboxStore(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 5000");
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA foreign_keys = ON");
      statement.executeUpdate(schema());
    } catch (SQLException | IOException e) {
      connection.close();
      throw e;
    }
    return store;
  }

  /** Work within one transaction. */
  interface Work<T> {
    T in(SandboxStore store) throws SQLException;
  }

  /** Does all of it or, when it throws, none; on disk when this returns. */
  <T> T write(Work<T> work) throws SQLException {
    turn.lock();
    try {
      execute("BEGIN IMMEDIATE");
      try {
        T result = work.in(this);
        execute("COMMIT");
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(e);
        throw e;
      }
    } finally {
      turn.unlock();
    }
  }

  /** What made the work fail is what is told, also where nothing is left to roll back. */
  private void rollBack(Throwable cause) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** One row's reading. */
  interface RowReader<T> {
    T of(ResultSet row) throws SQLException;
  }

  <T> List<T> all(String sql, RowReader<T> reader, Object... values) throws SQLException {
    turn.lock();
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.of(rows));
      }
      return all;
    } finally {
      turn.unlock();
    }
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) throws SQLException {
    return all(sql, reader, values).stream().findFirst();
  }

  /** Within {@link #write}; returns the rows changed. */
  int change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    turn.lock();
    try {
      connection.close();
    } finally {
      turn.unlock();
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String schema() throws IOException {
    try (InputStream in = SandboxStore.class.getResourceAsStream("schema.sql")) {
      if (in == null) {
        throw new IOException("schema.sql is not in this program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
