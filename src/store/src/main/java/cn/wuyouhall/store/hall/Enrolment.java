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

/**
 * Letting stations in: the first one makes the hall data key and its recovery copy; a later one
 * writes its public key and waits until an enrolled station wraps the hall data key for it, or
 * brings the recovery phrase. Blocks; any thread.
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
     * This is the hall's first station: the hall data key was made. Print both, show the phrase
     * once, keep neither.
     *
     * @param phrase opens the sealed copy
     * @param sealedCopy the data key under the phrase; it is kept in the hall database as well
     */
    record First(String phrase, String sealedCopy) implements Outcome {
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

  /** Enrols a station, or says that it waits. Repeating it changes nothing. */
  public Outcome enrol(HallKeysStore keys, StationKey key) {
    Optional<StationKeyRow> known = keys.stationKey(key.station());
    boolean sameKey =
        known.map(row -> Arrays.equals(row.publicKey(), key.pair().publicKey())).orElse(false);
    if (sameKey && known.get().wrapped().isPresent()) {
      return new Outcome.Enrolled();
    }
    HallKey fresh = HallKey.generate(random);
    String phrase = RecoveryPhrase.generate(random);
    if (keys.recoveries().isEmpty()) {
      String sealed = SealedSecret.seal(fresh.secret(), RecoveryPhrase.read(phrase), random);
      RecoveryRow recovery = new RecoveryRow(fresh.id(), sealed);
      if (keys.saveFirst(wrapped(fresh, key.station(), key.pair().publicKey()), recovery, now())) {
        return new Outcome.First(phrase, sealed);
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

  /** Makes the supervisors' key pair; the private key only opens with their passphrase. */
  public GradeSeal.Reader makeSupervisorKey(HallKeysStore keys, char[] passphrase) {
    Sm2Keys.Pair pair = Sm2Keys.generate(random);
    String keyId = Sm2Keys.keyId(pair.publicKey());
    String sealed = SealedSecret.seal(pair.privateKey(), passphrase, random);
    keys.saveSupervisorKey(new SupervisorKeyRow(keyId, pair.publicKey(), sealed), now());
    return new GradeSeal.Reader(keyId, pair.publicKey());
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
   * @throws StoreException WRONG_KEY when the passphrase is wrong or there is no such key
   */
  public static byte[] openSupervisorKey(HallKeysStore keys, String keyId, char[] passphrase) {
    return keys.supervisorKeys().stream()
        .filter(row -> row.keyId().equals(keyId))
        .findFirst()
        .map(row -> SealedSecret.open(row.sealedPrivate(), passphrase))
        .orElseThrow(() -> new StoreException(Code.WRONG_KEY, "find a supervisors' key", null));
  }

  private Instant now() {
    return clock.instant();
  }
}
