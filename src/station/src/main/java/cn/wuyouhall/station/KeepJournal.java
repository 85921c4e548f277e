package cn.wuyouhall.station;

import cn.wuyouhall.domain.journal.StationJournal.Identity;
import cn.wuyouhall.domain.journal.StationJournal.Verification;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.crypto.StationKey;
import cn.wuyouhall.store.hall.Enrolment;
import cn.wuyouhall.store.hall.HallDatabase;
import cn.wuyouhall.store.hall.HallDatabases;
import cn.wuyouhall.store.hall.HallRestore;
import cn.wuyouhall.store.hall.HallScope;
import cn.wuyouhall.store.hall.HallStations;
import cn.wuyouhall.store.journal.SqliteStationJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The technician's care of a station's journal and the embedded hall database: verifying, backing
 * up, restoring. Blocks.
 */
public final class KeepJournal {
  private final Settings settings;
  private final Surroundings around;

  /** Care of the journal of these settings. */
  public KeepJournal(Settings settings, Surroundings around) {
    this.settings = settings;
    this.around = around;
  }

  /**
   * Walks the whole chain and holds it against the head the hall noted, so that a cut tail is
   * noticed too. Works while the station runs.
   */
  public Verification verify() {
    BlockingWork.refuseOnUiThread();
    return withBoth((journal, hall) -> {
      Optional<HallStations.Head> noted = hall.stations().head(settings.station().id());
      return noted.isPresent()
          ? journal.verifyAgainst(noted.get().incarnation(), noted.get().seq(), noted.get().hash())
          : journal.verify();
    });
  }

  /**
   * Writes consistent copies of the journal and, where it is embedded, of the hall database; while
   * the station runs.
   */
  public List<Path> backup(Path folder) {
    BlockingWork.refuseOnUiThread();
    try {
      Files.createDirectories(folder);
    } catch (IOException fault) {
      throw new UncheckedIOException("the backup folder cannot be made", fault);
    }
    return withBoth((journal, hall) -> {
      List<Path> written = new ArrayList<>();
      written.add(journal.backup(folder));
      hall.backup(folder).ifPresent(written::add);
      return written;
    });
  }

  /**
   * Puts a backup in the place of this station's journal, with a new incarnation. The station must
   * not run; what it replaces is kept beside it.
   */
  public Identity restore(Path backup) {
    BlockingWork.refuseOnUiThread();
    return SqliteStationJournal.restore(backup, settings.station().data(), settings.station().id());
  }

  /**
   * What the hall has after its restore.
   *
   * @param endsAt the newest change of a ticket in it; empty where there is none
   * @param day the business day on which work goes on
   * @param numbersAfter numbers of that day begin above this one, on every line
   */
  public record HallRestored(Optional<Instant> endsAt, LocalDate day, int numbersAfter) {}

  /**
   * Puts a backup in the place of the embedded hall database. Every program of the hall must be
   * closed; what it replaces is kept beside it. What the stations did since the backup comes back
   * from their journals when they start; no number that may be on paper is given out again.
   *
   * @param lastNumber the highest number printed today on any line; needed only where the replaced
   *     file cannot say
   * @return empty where the hall database is a server, which its own tools restore
   */
  public Optional<HallRestored> restoreHall(Path backup, OptionalInt lastNumber) {
    BlockingWork.refuseOnUiThread();
    if (settings.database().isPresent()) {
      return Optional.empty();
    }
    HallRestore.Restored restored =
        HallDatabases.restoreFile(
            backup,
            Vault.hallFile(settings),
            new HallScope(settings.hall().region(), settings.hall().level()),
            lastNumber,
            around.clock().instant());
    return Optional.of(
        new HallRestored(restored.endsAt(), restored.day(), restored.numbersAfter()));
  }

  /** Whether a process holds the data folder of these settings now. */
  static boolean isInUse(Settings settings) {
    return SqliteStationJournal.isInUse(settings.station().data());
  }

  @FunctionalInterface
  private interface Look<T> {
    T at(SqliteStationJournal journal, HallDatabase hall);
  }

  private <T> T withBoth(Look<T> look) {
    StationKey key = StationKey.open(settings.station().data());
    FieldCipher[] cipher = new FieldCipher[1];
    try (HallDatabase hall =
            Vault.openHall(
                settings, around.ids(), keys -> cipher[0] = Enrolment.unlock(keys, key));
        SqliteStationJournal journal =
            SqliteStationJournal.beside(
                settings.station().data(),
                settings.station().id(),
                cipher[0],
                around.clock().instant())) {
      return look.at(journal, hall);
    }
  }
}
