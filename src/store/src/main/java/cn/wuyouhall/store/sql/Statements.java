package cn.wuyouhall.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The statements of one connection, prepared once and kept: preparing anew costs a good part of a
 * commit. Of one thread at a time, like its connection. Arguments are bound by type: ids as text,
 * instants as epoch milliseconds, days as ISO text, enums by name, booleans as 0 and 1, an empty
 * optional as NULL.
 */
public final class Statements implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /** Statements of {@code connection}, which stays the caller's to close. */
  public Statements(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    /** The value of the row under the cursor. */
    T read(ResultSet row) throws SQLException;
  }

  /** Executes a change; returns the number of rows it touched. */
  public int update(String sql, Object... arguments) throws SQLException {
    try {
      return bound(sql, arguments).executeUpdate();
    } catch (SQLException failure) {
      throw forgotten(sql, failure);
    }
  }

  /** The first row, if there is one; also for a change with RETURNING. */
  public <T> Optional<T> first(String sql, Row<T> row, Object... arguments) throws SQLException {
    try (ResultSet rows = bound(sql, arguments).executeQuery()) {
      return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
    } catch (SQLException failure) {
      throw forgotten(sql, failure);
    }
  }

  /** All rows in order. */
  public <T> List<T> all(String sql, Row<T> row, Object... arguments) throws SQLException {
    try (ResultSet rows = bound(sql, arguments).executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return found;
    } catch (SQLException failure) {
      throw forgotten(sql, failure);
    }
  }

  /** The SQLite driver closes a statement that failed: it is prepared anew the next time. */
  private SQLException forgotten(String sql, SQLException failure) {
    PreparedStatement failed = prepared.remove(sql);
    if (failed != null) {
      try {
        failed.close();
      } catch (SQLException alreadyClosed) {
        failure.addSuppressed(alreadyClosed);
      }
    }
    return failure;
  }

  /** One number, 0 where there is no row or it is NULL. */
  public long number(String sql, Object... arguments) throws SQLException {
    return first(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  /** An id column; empty where NULL. */
  public static Optional<UUID> id(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(UUID::fromString);
  }

  /** An instant column; empty where NULL. */
  public static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** A number column; empty where NULL. */
  public static OptionalInt integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private PreparedStatement bound(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, Object argument)
      throws SQLException {
    switch (argument) {
      case null -> statement.setObject(index, null);
      case String text -> statement.setString(index, text);
      case Integer number -> statement.setInt(index, number);
      case Long number -> statement.setLong(index, number);
      case byte[] bytes -> statement.setBytes(index, bytes);
      case Boolean flag -> statement.setInt(index, flag ? 1 : 0);
      case UUID id -> statement.setString(index, id.toString());
      case Instant instant -> statement.setLong(index, instant.toEpochMilli());
      case LocalDate day -> statement.setString(index, day.toString());
      case Enum<?> value -> statement.setString(index, value.name());
      case Optional<?> value -> bind(statement, index, value.orElse(null));
      case OptionalInt value ->
          bind(statement, index, value.isPresent() ? (Integer) value.getAsInt() : null);
      default -> throw new IllegalArgumentException("cannot bind " + argument.getClass());
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }
}
