package cn.wuyouhall.station;

import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.crypto.StationKey;
import cn.wuyouhall.store.hall.Enrolment;
import cn.wuyouhall.store.hall.HallDatabase;
import cn.wuyouhall.store.hall.HallDatabases;
import cn.wuyouhall.store.hall.HallScope;
import cn.wuyouhall.store.journal.SqliteStationJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What a station keeps, opened with its key: the hall database and its own journal. Closing lets go
 * of the station id.
 */
final class Vault implements AutoCloseable {
  /** The embedded hall database in the hall's folder. */
  static final String HALL_FILE = "hall.db";

  private final Settings settings;
  private final HallDatabase hall;
  private final SqliteStationJournal journal;
  private final String holder = UUID.randomUUID().toString();

  private Vault(Settings settings, HallDatabase hall, SqliteStationJournal journal) {
    this.settings = settings;
    this.hall = hall;
    this.journal = journal;
  }

  /**
   * Opens both.
   *
   * @throws StoreRefused when the station has no key, is not enrolled, already runs, or a file is
   *     not what it should be
   */
  static Vault open(Settings settings, Surroundings around) {
    String station = settings.station().id();
    StationKey key = StationKey.open(settings.station().data());
    FieldCipher[] cipher = new FieldCipher[1];
    HallDatabase hall =
        openHall(
            settings,
            around.ids(),
            keys -> {
              cipher[0] = Enrolment.unlock(keys, key);
              return cipher[0];
            });
    try {
      SqliteStationJournal journal =
          SqliteStationJournal.open(
              settings.station().data(), station, cipher[0], around.clock().instant());
      Vault vault = new Vault(settings, hall, journal);
      if (!vault.present(around.clock().instant(), Duration.ofSeconds(60))) {
        vault.close();
        throw new StoreRefused(Code.IN_USE, station);
      }
      return vault;
    } catch (RuntimeException notOpened) {
      hall.close();
      throw notOpened;
    }
  }

  static HallDatabase openHall(Settings settings, Ids ids, HallDatabases.Unlock unlock) {
    HallScope scope = new HallScope(settings.hall().region(), settings.hall().level());
    return settings
        .database()
        .map(url -> HallDatabases.openUrl(url, scope, ids, unlock))
        .orElseGet(() -> HallDatabases.openFile(hallFile(settings), scope, ids, unlock));
  }

  static Path hallFile(Settings settings) {
    return settings.hallData().resolve(HALL_FILE);
  }

  HallDatabase hall() {
    return hall;
  }

  StationJournal journal() {
    return journal;
  }

  boolean present(Instant at, Duration stale) {
    return hall.stations()
        .present(
            settings.station().id(),
            settings.station().role().name(),
            settings.station().window(),
            journal.identity().incarnation(),
            holder,
            at,
            stale);
  }

  @Override
  public void close() {
    try {
      hall.stations().leave(settings.station().id(), holder);
    } finally {
      journal.close();
      hall.close();
    }
  }
}
