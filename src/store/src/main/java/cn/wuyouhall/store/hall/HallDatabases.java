package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Failures;
import cn.wuyouhall.store.sql.PostgresConnections;
import cn.wuyouhall.store.sql.SqliteConnections;
import cn.wuyouhall.store.sql.SqliteFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalInt;

/** Opens the hall database in either of its homes. */
public final class HallDatabases {
  /** "WYH1" at offset 68 of the file. */
  static final int APPLICATION_ID = 0x57594831;

  static final String MIGRATIONS = "db/hall";
  static final int NEWEST = 3;
  private static final int READERS = 2;
  private static final String POSTGRESQL = "jdbc:postgresql:";

  private HallDatabases() {}

  /** Turns wrapped keys into the cipher of fields, or refuses. */
  @FunctionalInterface
  public interface Unlock {
    /** The cipher; called once, while the database is being opened. */
    FieldCipher cipher(HallKeysStore keys);
  }

  /**
   * Opens (and makes, and migrates) the embedded database.
   *
   * @throws StoreRefused NOT_A_DATABASE, NOT_OURS, OLD_SQLITE, or what {@code unlock} refuses
   * @throws StoreException when the disk does not let it be opened
   */
  public static HallDatabase openFile(Path file, HallScope scope, Ids ids, Unlock unlock) {
    BlockingWork.refuseOnUiThread();
    new SqliteFile(file, APPLICATION_ID, MIGRATIONS, NEWEST).prepare();
    try {
      Connections connections = new SqliteConnections(file, READERS, HallDatabases::unavailable);
      return unlocked(connections, scope, ids, unlock);
    } catch (SQLException failure) {
      throw Failures.of("open " + file.getFileName(), failure);
    }
  }

  /**
   * Opens the database at an address of the settings: {@code jdbc:postgresql://…}, user and
   * password in it.
   *
   * @throws StoreRefused UNKNOWN_ADDRESS for any other kind, or what {@code unlock} refuses
   * @throws HallUnavailable when the server does not answer
   */
  public static HallDatabase openUrl(String url, HallScope scope, Ids ids, Unlock unlock) {
    BlockingWork.refuseOnUiThread();
    if (!url.startsWith(POSTGRESQL)) {
      throw new StoreRefused(Code.UNKNOWN_ADDRESS, withoutPassword(url));
    }
    try {
      Connections connections =
          PostgresConnections.open(url, MIGRATIONS, HallDatabases::unavailable);
      return unlocked(connections, scope, ids, unlock);
    } catch (SQLException failure) {
      throw unavailable("open " + withoutPassword(url), failure);
    }
  }

  /**
   * Puts a backup in the place of an embedded hall database; what it replaces is kept beside it.
   * Every program of the hall must be closed. What the hall did since the backup is not in it: the
   * stations' journals send their part again when they start, and no number that may be on paper is
   * given out again.
   *
   * @param backup the folder a backup was written to
   * @param file the embedded database
   * @param lastNumber the highest number printed today on any line, as a person read it; needed
   *     only where the replaced file cannot say
   * @throws StoreRefused NO_BACKUP, NOT_A_DATABASE, NOT_OURS, IN_USE, NUMBERS_UNKNOWN when the
   *     replaced file cannot be read and no number was named; nothing was changed
   */
  public static HallRestore.Restored restoreFile(
      Path backup, Path file, HallScope scope, OptionalInt lastNumber, Instant at) {
    BlockingWork.refuseOnUiThread();
    return new HallRestore(backup.resolve(SqlHallDatabase.FILE), file, scope).run(lastNumber, at);
  }

  static HallDatabase unlocked(Connections connections, HallScope scope, Ids ids, Unlock unlock) {
    boolean open = false;
    try {
      FieldCipher cipher = unlock.cipher(new SqlKeysStore(connections, scope));
      HallDatabase database = SqlHallDatabase.over(connections, scope, ids, cipher);
      open = true;
      return database;
    } finally {
      if (!open) {
        connections.close();
      }
    }
  }

  static HallUnavailable unavailable(String doing, SQLException failure) {
    Code code = Failures.code(failure);
    return switch (code) {
      case DISK_FULL ->
          new HallUnavailable(
              doing,
              Code.HALL_DISK_FULL.name(),
              new StoreException(Code.HALL_DISK_FULL, doing, failure));
      case READ_ONLY, DAMAGED ->
          new HallUnavailable(doing, code.name(), Failures.of(doing, failure));
      default -> new HallUnavailable(doing, Failures.of(doing, failure));
    };
  }

  private static String withoutPassword(String url) {
    return url.replaceAll("(?i)(password=)[^&]*", "$1***").replaceAll("//[^/@]*@", "//***@");
  }
}
