package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.store.sql.Failures;
import cn.wuyouhall.store.sql.Replacement;
import cn.wuyouhall.store.sql.SqliteConnections;
import cn.wuyouhall.store.sql.SqliteFile;
import cn.wuyouhall.store.sql.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One restore of an embedded hall database. The copy is checked, and told which numbers may be on
 * paper, beside the old file before it takes its place.
 *
 * @param backup the hall's file in the backup
 * @param file the embedded database
 * @param scope the hall
 */
public record HallRestore(Path backup, Path file, HallScope scope) {
  /**
   * What the hall has now.
   *
   * @param endsAt the newest change of a ticket in it; empty where there is none
   * @param day the business day on which work goes on
   * @param numbersAfter numbers of that day begin above this one, on every line
   */
  public record Restored(Optional<Instant> endsAt, LocalDate day, int numbersAfter) {}

  Restored run(OptionalInt lastNumber, Instant at) {
    if (!Files.exists(backup)) {
      throw new StoreRefused(Code.NO_BACKUP, backup.toString());
    }
    try {
      Replacement replacement = new Replacement(file);
      Path fresh = replacement.draft(backup);
      new SqliteFile(
              fresh, HallDatabases.APPLICATION_ID, HallDatabases.MIGRATIONS, HallDatabases.NEWEST)
          .prepare();
      refuseInUse();
      Map<LocalDate, Integer> printed = printed(lastNumber, HallTime.day(at));
      Restored restored = renew(fresh, printed, HallTime.day(at));
      replacement.take(fresh);
      return restored;
    } catch (IOException failure) {
      throw new StoreException(Code.IO_ERROR, "restore " + file.getFileName(), failure);
    } catch (SQLException failure) {
      throw Failures.of("restore " + file.getFileName(), failure);
    }
  }

  /**
   * SQLite leaves the WAL only for its sole connection; what cannot be read at all is in nobody's
   * use.
   */
  private void refuseInUse() {
    if (!Files.exists(file)) {
      return;
    }
    try (Connection only = SqliteConnections.connect(file);
        Statement statement = only.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 0");
      statement.execute("PRAGMA journal_mode = DELETE");
    } catch (SQLException failure) {
      if (Failures.code(failure) == Code.BUSY) {
        throw new StoreRefused(Code.IN_USE, file.toString(), "", failure);
      }
    }
  }

  /** The highest number of each day: by the replaced file, by a person, or refused. */
  private Map<LocalDate, Integer> printed(OptionalInt lastNumber, LocalDate today) {
    Optional<Map<LocalDate, Integer>> read = printedByReplaced();
    if (read.isEmpty() && lastNumber.isEmpty()) {
      throw new StoreRefused(Code.NUMBERS_UNKNOWN, file.toString());
    }
    Map<LocalDate, Integer> printed = read.orElseGet(HashMap::new);
    lastNumber.ifPresent(number -> printed.merge(today, number, Math::max));
    return printed;
  }

  /** Empty where there is no file, or it is damaged and could lack tickets. */
  private Optional<Map<LocalDate, Integer>> printedByReplaced() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Connection connection = SqliteConnections.connect(file);
        Statements sql = new Statements(connection)) {
      if (!sql.first("PRAGMA quick_check(1)", row -> row.getString(1)).equals(Optional.of("ok"))) {
        return Optional.empty();
      }
      Map<LocalDate, Integer> printed = new HashMap<>();
      highest(sql, "SELECT day, MAX(number) FROM ticket WHERE hall = ? GROUP BY day", printed);
      if (sql.number("SELECT COUNT(*) FROM sqlite_master WHERE name = 'numbers_printed'") > 0) {
        highest(sql, "SELECT day, highest FROM numbers_printed WHERE hall = ?", printed);
      }
      return Optional.of(printed);
    } catch (SQLException unreadable) {
      return Optional.empty();
    }
  }

  private void highest(Statements sql, String query, Map<LocalDate, Integer> printed)
      throws SQLException {
    sql.all(
        query,
        row -> printed.merge(LocalDate.parse(row.getString(1)), row.getInt(2), Math::max),
        scope.hall());
  }

  private Restored renew(Path fresh, Map<LocalDate, Integer> printed, LocalDate today)
      throws SQLException {
    try (Connection connection = SqliteConnections.connect(fresh);
        Statements sql = new Statements(connection)) {
      connection.setAutoCommit(false);
      LocalDate newest =
          sql.first(
                  "SELECT day FROM business_day WHERE hall = ? ORDER BY day DESC LIMIT 1",
                  row -> LocalDate.parse(row.getString(1)),
                  scope.hall())
              .orElse(LocalDate.MIN);
      for (Map.Entry<LocalDate, Integer> day : printed.entrySet()) {
        if (!day.getKey().isBefore(newest)) {
          note(sql, day.getKey(), day.getValue());
        }
      }
      // Every program is closed: nobody holds a station's id.
      sql.update("UPDATE station SET holder = NULL WHERE hall = ?", scope.hall());
      Optional<Instant> endsAt =
          sql.first(
              "SELECT at FROM ticket_event WHERE hall = ? ORDER BY at DESC LIMIT 1",
              row -> Instant.ofEpochMilli(row.getLong(1)),
              scope.hall());
      LocalDate day = today.isBefore(newest) ? newest : today;
      int numbersAfter =
          (int)
              sql.number(
                  "SELECT highest FROM numbers_printed WHERE hall = ? AND day = ?",
                  scope.hall(),
                  day);
      connection.commit();
      return new Restored(endsAt, day, numbersAfter);
    }
  }

  private void note(Statements sql, LocalDate day, int highest) throws SQLException {
    sql.update(
        """
        INSERT INTO numbers_printed (hall, day, region, highest) VALUES (?, ?, ?, ?)
        ON CONFLICT (hall, day) DO UPDATE SET highest = MAX(numbers_printed.highest, excluded.highest)\
        """,
        scope.hall(),
        day,
        scope.region(),
        highest);
  }
}
