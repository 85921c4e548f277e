package cn.wuyouhall.station;

import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.crypto.StationKey;
import cn.wuyouhall.store.hall.Enrolment;
import cn.wuyouhall.store.hall.HallDatabase;
import cn.wuyouhall.store.hall.HallDatabases;
import cn.wuyouhall.store.hall.HallScope;
import cn.wuyouhall.store.hall.HallStations;
import cn.wuyouhall.store.journal.SqliteStationJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a station keeps, opened with its key: the hall database and its own journal. Closing lets go
 * of the station id.
 */
final class Vault implements AutoCloseable {
  /** The embedded hall database in the hall's folder. */
  static final String HALL_FILE = "hall.db";

  /** Names the process that held the station's id last from this folder. */
  private static final String HOLDER_FILE = "station.holder";

  private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
  private static final Duration GONE_AFTER = Duration.ofSeconds(60);

  private final Settings settings;
  private final InstantSource wall;
  private final HallDatabase hall;
  private final SqliteStationJournal journal;
  private final String holder = UUID.randomUUID().toString();

  private Vault(
      Settings settings, InstantSource wall, HallDatabase hall, SqliteStationJournal journal) {
    this.settings = settings;
    this.wall = wall;
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
    Opened opened = new Opened();
    opened.keep(hall);
    boolean open = false;
    try {
      Path data = settings.station().data();
      SqliteStationJournal journal =
          opened.keep(
              SqliteStationJournal.open(data, station, cipher[0], around.clock().instant()));
      // The folder's lock is ours now: whoever held the id from this folder before is dead.
      if (Files.exists(data.resolve(HOLDER_FILE))) {
        hall.stations().leave(station, Files.readString(data.resolve(HOLDER_FILE)));
      }
      Vault vault = new Vault(settings, around.wall(), hall, journal);
      Files.writeString(data.resolve(HOLDER_FILE), vault.holder);
      if (!vault.present()) {
        throw new StoreRefused(Code.IN_USE, station);
      }
      vault.bringUpToDate();
      open = true;
      return vault;
    } catch (IOException failure) {
      throw new StoreException(Code.IO_ERROR, "keep " + HOLDER_FILE, failure);
    } finally {
      if (!open) {
        opened.close();
      }
    }
  }

  /** A hall that was restored from a backup lacks what it had from here since then. */
  private void bringUpToDate() {
    Optional<HallStations.Head> noted = hall.stations().head(settings.station().id());
    int again =
        journal.sendAgain(
            noted.map(HallStations.Head::incarnation).orElse(0),
            noted.map(HallStations.Head::seq).orElse(0L));
    if (again > 0) {
      LOG.info("{} entries the hall lacks are sent again", again);
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

  /**
   * Says that this station lives, by the machine's own time: hall time may run faster or jump. As
   * long as another living process has its id (it took over while this one slept or was cut off),
   * nothing is appended to the journal here, so that no job begins anything.
   *
   * @return false when another living process has its id
   */
  boolean present() {
    boolean ours =
        hall.stations()
            .present(
                settings.station().id(),
                settings.station().role().name(),
                settings.station().window(),
                journal.identity().incarnation(),
                holder,
                wall.instant(),
                GONE_AFTER);
    journal.takenOver(!ours);
    return ours;
  }

  @Override
  public void close() {
    try (hall;
        journal) {
      hall.stations().leave(settings.station().id(), holder);
    }
  }
}
