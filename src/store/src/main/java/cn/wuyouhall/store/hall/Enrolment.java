package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.crypto.GradeSeal;
import cn.wuyouhall.store.crypto.HallKey;
import cn.wuyouhall.store.crypto.RecoveryPhrase;
import cn.wuyouhall.store.crypto.SealedSecret;
import cn.wuyouhall.store.crypto.Sm2Keys;
import cn.wuyouhall.store.crypto.StationKey;
import cn.wuyouhall.store.hall.HallKeysStore.RecoveryRow;
import cn.wuyouhall.store.hall.HallKeysStore.StationKeyRow;
import cn.wuyouhall.store.hall.HallKeysStore.SupervisorKeyRow;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Letting stations in: the first one makes the hall data key, its recovery copy and the
 * supervisors' key; a later one writes its public key and waits until an enrolled station wraps the
 * hall data key for it, or brings the recovery phrase. Blocks; any thread.
 */
public final class Enrolment {
  private final SecureRandom random;
  private final InstantSource clock;

  /** Enrolment with this source of keys and this clock. */
  public Enrolment(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /** What enrolling came to. */
  public sealed interface Outcome {
    /**
     * This is the hall's first station: the hall data key and the supervisors' key were made. Show
     * the phrases once, on paper, and keep neither.
     *
     * @param phrase opens the sealed copy
     * @param sealedCopy the data key under the phrase; it is kept in the hall database as well
     * @param supervisorsPhrase opens the supervisors' private key
     */
    record First(String phrase, String sealedCopy, String supervisorsPhrase) implements Outcome {
      @Override
      public String toString() {
        return "First";
      }
    }

    /** The station is enrolled already. */
    record Enrolled() implements Outcome {}

    /** Its public key is in the hall database now and waits for {@link Enrolment#letIn}. */
    record Waiting() implements Outcome {}
  }

  /**
   * Enrols a station, or says that it waits. Repeating it changes nothing.
   *
   * @param show is given the phrases of a hall's first keys before these are kept, all in one
   *     transaction: a crash at any point leaves either nothing, and the next call begins anew, or
   *     keys whose phrases were shown. They count only once {@code First} is returned
   */
  public Outcome enrol(HallKeysStore keys, StationKey key, Consumer<Outcome.First> show) {
    Optional<StationKeyRow> known = keys.stationKey(key.station());
    boolean sameKey =
        known.map(row -> Arrays.equals(row.publicKey(), key.pair().publicKey())).orElse(false);
    if (sameKey && known.get().wrapped().isPresent()) {
      return new Outcome.Enrolled();
    }
    if (keys.recoveries().isEmpty()) {
      Optional<Outcome.First> first = first(keys, key, show);
      if (first.isPresent()) {
        return first.get();
      }
    }
    if (!sameKey) {
      keys.saveStationKey(
          new StationKeyRow(
              key.station(), key.pair().publicKey(), Optional.empty(), Optional.empty()),
          now());
    }
    return new Outcome.Waiting();
  }

  private Optional<Outcome.First> first(
      HallKeysStore keys, StationKey key, Consumer<Outcome.First> show) {
    HallKey fresh = HallKey.generate(random);
    Sm2Keys.Pair supervisors = Sm2Keys.generate(random);
    String phrase = RecoveryPhrase.generate(random);
    String supervisorsPhrase = RecoveryPhrase.generate(random);
    String sealed = SealedSecret.seal(fresh.secret(), RecoveryPhrase.read(phrase), random);
    String sealedPrivate =
        SealedSecret.seal(supervisors.privateKey(), RecoveryPhrase.read(supervisorsPhrase), random);
    Outcome.First first = new Outcome.First(phrase, sealed, supervisorsPhrase);
    show.accept(first);
    boolean kept =
        keys.saveFirst(
            wrapped(fresh, key.station(), key.pair().publicKey()),
            new RecoveryRow(fresh.id(), sealed),
            new SupervisorKeyRow(
                Sm2Keys.keyId(supervisors.publicKey()), supervisors.publicKey(), sealedPrivate),
            now());
    return kept ? Optional.of(first) : Optional.empty();
  }

  /**
   * Wraps the hall data key for a station that waits.
   *
   * @param by the key of a station that is enrolled
   * @throws StoreRefused NO_KEY when that station never asked
   */
  public void letIn(HallKeysStore keys, String station, StationKey by) {
    StationKeyRow row =
        keys.stationKey(station).orElseThrow(() -> new StoreRefused(Code.NO_KEY, station));
    keys.saveStationKey(wrapped(hallKey(keys, by), station, row.publicKey()), now());
  }

  /**
   * Enrols a station with the recovery phrase: for a hall whose other stations are lost.
   *
   * @throws StoreException WRONG_KEY when the phrase does not open the recovery copy
   */
  public void recover(HallKeysStore keys, StationKey key, String phrase) {
    RecoveryRow recovery =
        keys.recoveries().stream()
            .findFirst()
            .orElseThrow(() -> new StoreRefused(Code.NOT_ENROLLED, key.station()));
    byte[] secret = SealedSecret.open(recovery.sealed(), RecoveryPhrase.read(phrase));
    keys.saveStationKey(wrapped(HallKey.of(secret), key.station(), key.pair().publicKey()), now());
  }

  /**
   * The cipher of an enrolled station: what opens the hall database.
   *
   * @throws StoreRefused NOT_ENROLLED when the hall has not let this station's key in
   */
  public static FieldCipher unlock(HallKeysStore keys, StationKey key) {
    return new FieldCipher(hallKey(keys, key));
  }

  private static HallKey hallKey(HallKeysStore keys, StationKey key) {
    BlockingWork.refuseOnUiThread();
    byte[] wrapped =
        keys.stationKey(key.station())
            .filter(row -> Arrays.equals(row.publicKey(), key.pair().publicKey()))
            .flatMap(StationKeyRow::wrapped)
            .orElseThrow(() -> new StoreRefused(Code.NOT_ENROLLED, key.station()));
    return HallKey.of(Sm2Keys.unwrap(wrapped, key.pair().privateKey()));
  }

  private StationKeyRow wrapped(HallKey hallKey, String station, byte[] publicKey) {
    return new StationKeyRow(
        station,
        publicKey,
        Optional.of(hallKey.id()),
        Optional.of(Sm2Keys.wrap(hallKey.secret(), publicKey, random)));
  }

  /** The newest supervisors' public key: a reader of every grade. */
  public static Optional<GradeSeal.Reader> supervisors(HallKeysStore keys) {
    List<SupervisorKeyRow> rows = keys.supervisorKeys();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new GradeSeal.Reader(rows.getFirst().keyId(), rows.getFirst().publicKey()));
  }

  /**
   * A supervisors' private key.
   *
   * @param phrase as typed
   * @throws StoreException WRONG_KEY when the phrase is wrong or there is no such key
   */
  public static byte[] openSupervisorKey(HallKeysStore keys, String keyId, String phrase) {
    return keys.supervisorKeys().stream()
        .filter(row -> row.keyId().equals(keyId))
        .findFirst()
        .map(row -> SealedSecret.open(row.sealedPrivate(), RecoveryPhrase.read(phrase)))
        .orElseThrow(() -> new StoreException(Code.WRONG_KEY, "find a supervisors' key", null));
  }

  private Instant now() {
    return clock.instant();
  }
}
