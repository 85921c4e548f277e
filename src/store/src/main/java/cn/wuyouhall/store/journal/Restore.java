package cn.wuyouhall.store.journal;

import cn.wuyouhall.domain.journal.StationJournal.Identity;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Replacement;
import cn.wuyouhall.store.sql.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One restore. The copy is checked and gets its new incarnation beside the old journal before it
 * takes its place, so that a restore that fails leaves everything as it was.
 *
 * @param backup the journal file in the backup
 * @param journal the station's journal file
 * @param station the station's id
 */
record Restore(Path backup, Path journal, String station) {
  Identity run(StationLock held) throws IOException {
    if (!held.lock().isValid()) {
      throw new StoreRefused(Code.IN_USE, journal.toString());
    }
    if (!Files.exists(backup)) {
      throw new StoreRefused(Code.NO_BACKUP, backup.toString());
    }
    int incarnation = incarnationOf(journal).orElse(0);
    Replacement replacement = new Replacement(journal);
    Path fresh = replacement.draft(backup);
    Identity identity;
    Connections copy = SqliteStationJournal.connect(fresh);
    try {
      identity = copy.write("restore the journal", sql -> renew(sql, incarnation));
    } finally {
      copy.close();
    }
    replacement.take(fresh);
    return identity;
  }

  private Identity renew(Statements sql, int replaced) throws SQLException {
    Identity saved =
        sql.first(
                "SELECT station, incarnation FROM station",
                row -> new Identity(row.getString(1), row.getInt(2)))
            .orElseThrow(() -> new StoreRefused(Code.NOT_OURS, backup.toString()));
    if (!saved.station().equals(station)) {
      throw new StoreRefused(Code.ANOTHER_STATION, backup.toString(), saved.station(), null);
    }
    int next = Math.max(saved.incarnation(), replaced) + 1;
    sql.update("UPDATE station SET incarnation = ?", next);
    return new Identity(station, next);
  }

  /** The incarnation of the journal to be replaced, where it still can be read. */
  private static Optional<Integer> incarnationOf(Path journal) {
    if (!Files.exists(journal)) {
      return Optional.empty();
    }
    try {
      Connections old = SqliteStationJournal.connect(journal);
      try {
        return old.read(
            "read the replaced journal",
            sql -> sql.first("SELECT incarnation FROM station", row -> row.getInt(1)));
      } finally {
        old.close();
      }
    } catch (StoreException unreadable) {
      return Optional.empty();
    }
  }
}
