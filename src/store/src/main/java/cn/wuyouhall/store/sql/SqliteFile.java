package cn.wuyouhall.store.sql;

import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Opens an SQLite file of ours: refuses what is not one, makes and migrates it under an exclusive
 * lock (two processes start at once as a rule), and checks that this SQLite does not corrupt files
 * that several connections share.
 *
 * @param path the file
 * @param applicationId four bytes at offset 68 of the file that say which kind of ours it is
 * @param migrations class path folder of its numbered migrations
 * @param newest version of the newest of them
 */
public record SqliteFile(Path path, int applicationId, String migrations, int newest) {
  /** SQLite 3.7.0 to 3.51.2 can corrupt a WAL that two connections reset. */
  private static final int[] OLDEST_SAFE = {3, 51, 3};

  private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** One thread of this process at a time: a file lock only keeps other processes out. */
  private static final Object IN_THIS_PROCESS = new Object();

  /**
   * Makes the file ready for connections.
   *
   * @throws StoreRefused when it is not a database, not ours, or this SQLite is too old
   * @throws StoreException when the disk does not let it be opened
   */
  public void prepare() {
    BlockingWork.refuseOnUiThread();
    refuseForeignBytes();
    Path lockFile = path.resolveSibling(path.getFileName() + ".lock");
    synchronized (IN_THIS_PROCESS) {
      try (FileChannel channel = lockChannel(lockFile);
          FileLock exclusive = channel.lock()) {
        migrate(exclusive);
      } catch (IOException failure) {
        throw new StoreException(Code.CANNOT_OPEN, "open " + path.getFileName(), failure);
      }
    }
  }

  private FileChannel lockChannel(Path lockFile) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    return FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private void migrate(FileLock exclusive) {
    try (Connection connection = SqliteConnections.connect(path);
        Statements sql = new Statements(connection)) {
      if (!exclusive.isValid()) {
        throw new StoreException(Code.BUSY, "lock " + path.getFileName(), null);
      }
      refuseOldSqlite(sql.first("SELECT sqlite_version()", row -> row.getString(1)).orElse("0"));
      claim(sql);
      if (versionOf(sql) >= newest) {
        return;
      }
    } catch (SQLException failure) {
      throw opening(failure);
    }
    runMigrations();
  }

  private void runMigrations() {
    try {
      Flyway.configure(SqliteFile.class.getClassLoader())
          .dataSource("jdbc:sqlite:" + path.toAbsolutePath(), null, null)
          .locations("classpath:" + migrations)
          .placeholders(Map.of("bytes", "BLOB", "rowless", "WITHOUT ROWID"))
          .ignoreMigrationPatterns("*:future")
          .load()
          .migrate();
    } catch (FlywayException failure) {
      throw new StoreException(rootCode(failure), "migrate " + path.getFileName(), failure);
    }
  }

  private static Code rootCode(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Failures.code(sql);
      }
    }
    return Code.UNEXPECTED;
  }

  private void refuseForeignBytes() {
    if (!Files.exists(path)) {
      return;
    }
    try (var in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(HEADER.length);
      if (start.length > 0 && !Arrays.equals(start, HEADER)) {
        throw new StoreRefused(Code.NOT_A_DATABASE, path.toString());
      }
    } catch (IOException failure) {
      throw new StoreException(Code.CANNOT_OPEN, "open " + path.getFileName(), failure);
    }
  }

  /** Marks a new file as ours; refuses one that has tables and is marked otherwise. */
  private void claim(Statements sql) throws SQLException {
    long found = sql.number("PRAGMA application_id");
    if (found == applicationId) {
      return;
    }
    if (found != 0 || sql.number("SELECT COUNT(*) FROM sqlite_master") > 0) {
      throw new StoreRefused(Code.NOT_OURS, path.toString());
    }
    sql.update("PRAGMA application_id = " + applicationId);
  }

  private static long versionOf(Statements sql) throws SQLException {
    boolean migratedBefore =
        sql.number("SELECT COUNT(*) FROM sqlite_master WHERE name = 'flyway_schema_history'") > 0;
    return migratedBefore
        ? sql.number(
            "SELECT MAX(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success = 1")
        : 0;
  }

  private void refuseOldSqlite(String version) {
    if (!isSafe(version)) {
      throw new StoreRefused(Code.OLD_SQLITE, path.toString(), version, null);
    }
  }

  /** Whether an SQLite of this version may open a file that other connections share. */
  static boolean isSafe(String version) {
    String[] parts = version.split("\\.", -1);
    for (int i = 0; i < OLDEST_SAFE.length; i++) {
      int part = i < parts.length ? Integer.parseInt(parts[i]) : 0;
      if (part != OLDEST_SAFE[i]) {
        return part > OLDEST_SAFE[i];
      }
    }
    return true;
  }

  private StoreException opening(SQLException failure) {
    Code code = Failures.code(failure);
    return code == Code.NOT_A_DATABASE
        ? new StoreRefused(code, path.toString(), "", failure)
        : Failures.of("open " + path.getFileName(), failure);
  }
}
