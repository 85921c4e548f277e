package cn.wuyouhall.store.hall;

import cn.wuyouhall.store.crypto.GradeSeal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Wrapped keys as the hall database keeps them: nothing here opens anything by itself. Blocks; any
 * thread.
 */
public interface HallKeysStore {
  /** The key row of a station. */
  Optional<StationKeyRow> stationKey(String station);

  /** All key rows, by station. */
  List<StationKeyRow> stationKeys();

  /** Adds or replaces a station's key row. */
  void saveStationKey(StationKeyRow row, Instant at);

  /**
   * Makes the hall's first keys: its first station's row, the recovery copy and the supervisors'
   * key, all or nothing, unless the hall has a key already.
   *
   * @return false when it had one; nothing was changed
   */
  boolean saveFirst(
      StationKeyRow row, RecoveryRow recovery, SupervisorKeyRow supervisors, Instant at);

  /** The recovery copies, newest first. */
  List<RecoveryRow> recoveries();

  /** The supervisors' keys, newest first. */
  List<SupervisorKeyRow> supervisorKeys();

  /** The province's key that ratings are sealed to, as a station read it last. */
  Optional<GradeSeal.Reader> provinceKey();

  /** The province named this key; it is in use from now on. */
  void saveProvinceKey(GradeSeal.Reader key, Instant at);

  /** A station's public key, and the hall data key wrapped for it once it was let in. */
  record StationKeyRow(
      String station, byte[] publicKey, Optional<String> keyId, Optional<byte[]> wrapped) {}

  /** The recovery copy of a data key, as {@code SealedSecret} text. */
  record RecoveryRow(String keyId, String sealed) {}

  /** A supervisors' public key, and the private one as {@code SealedSecret} text. */
  record SupervisorKeyRow(String keyId, byte[] publicKey, String sealedPrivate) {}
}
