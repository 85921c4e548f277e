package cn.wuyouhall.station;

import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.crypto.StationKey;
import cn.wuyouhall.store.hall.Enrolment;
import cn.wuyouhall.store.hall.HallDatabase;
import cn.wuyouhall.store.hall.HallDatabases;
import cn.wuyouhall.store.hall.HallKeysStore;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Lets stations into the hall's trust: {@code ./hall enrol}. The technician's job; blocks. */
public final class EnrolStation {
  private final Surroundings around;

  /** Enrolment with these surroundings. */
  public EnrolStation(Surroundings around) {
    this.around = around;
  }

  /** What it came to. */
  public sealed interface Outcome {
    /**
     * The hall's first station: its data key and the supervisors' key were made. The phrases are
     * for paper only.
     *
     * @param recoveryPhrase opens the sealed copy of the data key
     * @param sealedCopy the data key under that phrase
     * @param supervisorsPhrase opens the supervisors' private key
     */
    record First(String recoveryPhrase, String sealedCopy, String supervisorsPhrase)
        implements Outcome {
      @Override
      public String toString() {
        return "First";
      }
    }

    /** Enrolled now or before. */
    record Enrolled() implements Outcome {}

    /** Waits until an enrolled station lets it in. */
    record Waiting(String station) implements Outcome {}
  }

  /** {@link #enrol(Settings, Consumer)} with no one to look at the phrases beforehand. */
  public Outcome enrol(Settings settings) {
    return enrol(settings, phrases -> {});
  }

  /**
   * Enrols the station of these settings; makes its key file when it has none. Repeating it changes
   * nothing, and after a crash it begins again where nothing was kept yet.
   *
   * @param show is given the phrases of a hall's first keys before those are kept, so that no crash
   *     leaves keys whose phrases nobody saw; they count only when {@code First} is returned
   */
  public Outcome enrol(Settings settings, Consumer<Outcome.First> show) {
    BlockingWork.refuseOnUiThread();
    StationKey key = keyOf(settings);
    Enrolment enrolment = new Enrolment(around.random(), around.clock());
    Outcome[] outcome = new Outcome[1];
    HallDatabases.Unlock unlock =
        keys -> {
          outcome[0] = enrol(enrolment, keys, key, show);
          return outcome[0] instanceof Outcome.Waiting ? closedDoor() : Enrolment.unlock(keys, key);
        };
    try {
      Vault.openHall(settings, around.ids(), unlock).close();
    } catch (NotLetIn waiting) {
      // It asked; an enrolled station has to let it in.
    }
    return outcome[0];
  }

  private StationKey keyOf(Settings settings) {
    Path data = settings.station().data();
    return StationKey.isIn(data)
        ? StationKey.open(data)
        : StationKey.create(data, settings.station().id(), around.random());
  }

  private static Outcome enrol(
      Enrolment enrolment, HallKeysStore keys, StationKey key, Consumer<Outcome.First> show) {
    return switch (enrolment.enrol(keys, key, first -> show.accept(shown(first)))) {
      case Enrolment.Outcome.First first -> shown(first);
      case Enrolment.Outcome.Enrolled() -> new Outcome.Enrolled();
      case Enrolment.Outcome.Waiting() -> new Outcome.Waiting(key.station());
    };
  }

  private static Outcome.First shown(Enrolment.Outcome.First first) {
    return new Outcome.First(first.phrase(), first.sealedCopy(), first.supervisorsPhrase());
  }

  /**
   * Lets a waiting station in.
   *
   * @param enrolled settings of a station that is enrolled
   * @param station the one that waits
   * @throws StoreException NO_KEY when it never asked
   */
  public void letIn(Settings enrolled, String station) {
    BlockingWork.refuseOnUiThread();
    StationKey key = StationKey.open(enrolled.station().data());
    try (HallDatabase hall =
        Vault.openHall(enrolled, around.ids(), keys -> Enrolment.unlock(keys, key))) {
      new Enrolment(around.random(), around.clock()).letIn(hall.keys(), station, key);
    }
  }

  /** Enrols a station with the hall's recovery phrase: for a hall whose other stations are lost. */
  public void recover(Settings settings, String phrase) {
    BlockingWork.refuseOnUiThread();
    StationKey key = keyOf(settings);
    HallDatabases.Unlock unlock =
        keys -> {
          new Enrolment(around.random(), around.clock()).recover(keys, key, phrase);
          return Enrolment.unlock(keys, key);
        };
    Vault.openHall(settings, around.ids(), unlock).close();
  }

  /** Stations that asked and wait. */
  public List<String> waiting(Settings enrolled) {
    BlockingWork.refuseOnUiThread();
    StationKey key = StationKey.open(enrolled.station().data());
    try (HallDatabase hall =
        Vault.openHall(enrolled, around.ids(), keys -> Enrolment.unlock(keys, key))) {
      return hall.keys().stationKeys().stream()
          .filter(row -> row.wrapped().isEmpty())
          .map(HallKeysStore.StationKeyRow::station)
          .toList();
    }
  }

  private static FieldCipher closedDoor() {
    throw new NotLetIn();
  }

  /** Leaves the opening of a hall that has not let this station in yet. */
  private static final class NotLetIn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotLetIn() {
      super("not let in yet", null, false, false);
    }
  }
}
