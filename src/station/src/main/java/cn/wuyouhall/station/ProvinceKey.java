package cn.wuyouhall.station;

import cn.wuyouhall.platform.PlatformClient;
import cn.wuyouhall.platform.Reading;
import cn.wuyouhall.platform.contract.RatingKey;
import cn.wuyouhall.store.crypto.GradeSeal;
import cn.wuyouhall.store.crypto.Sm2Keys;
import cn.wuyouhall.store.hall.HallKeysStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The province's public key that grades are sealed to. Any station's courier reads it from the
 * province and keeps it in the hall, so that a pad seals for a province it never saw itself. It is
 * asked for again every hour: a province may change it.
 */
final class ProvinceKey {
  private static final Logger LOG = LoggerFactory.getLogger(ProvinceKey.class);
  private static final Duration SOUGHT_EVERY = Duration.ofSeconds(2);
  private static final Duration RENEWED_EVERY = Duration.ofHours(1);

  private final HallKeysStore keys;
  private final InstantSource clock;
  private final InstantSource wall;
  private volatile Optional<GradeSeal.Reader> known;
  private volatile boolean sought;
  private Instant again = Instant.MIN;
  private boolean said;

  /** The key as the hall has it now. Blocks shortly. */
  ProvinceKey(HallKeysStore keys, InstantSource clock, InstantSource wall) {
    this.keys = keys;
    this.clock = clock;
    this.wall = wall;
    this.known = keys.provinceKey();
  }

  /** The key, as far as it is known here; never blocks. */
  Optional<GradeSeal.Reader> known() {
    return known;
  }

  /** Whether the key is known or was looked for in vain: before that nobody is asked to rate. */
  boolean sought() {
    return sought || known.isPresent();
  }

  /**
   * Looks for the key when it is time to: in the hall, then at the province. Blocks for one request
   * at most; of one thread.
   */
  void refresh(Optional<PlatformClient> province) {
    Instant now = wall.instant();
    if (now.isBefore(again)) {
      return;
    }
    known = keys.provinceKey();
    try {
      province.ifPresent(this::ask);
    } finally {
      again = now.plus(known.isPresent() ? RENEWED_EVERY : SOUGHT_EVERY);
      sought = true;
    }
  }

  private void ask(PlatformClient province) {
    if (!(province.ratingKey() instanceof Reading.Read<RatingKey>(RatingKey named))) {
      return;
    }
    byte[] point = HexFormat.of().parseHex(named.publicKey());
    if (!Sm2Keys.isPublicKey(point)) {
      if (!said) {
        LOG.error("the province's rating key {} is no key [BAD_RATING_KEY]", named.keyId());
        said = true;
      }
      return;
    }
    boolean same =
        known
            .filter(key -> key.keyId().equals(named.keyId()))
            .filter(key -> Arrays.equals(key.publicKey(), point))
            .isPresent();
    if (!same) {
      GradeSeal.Reader key = new GradeSeal.Reader(named.keyId(), point);
      keys.saveProvinceKey(key, clock.instant());
      known = Optional.of(key);
      LOG.info("grades are sealed for the province under its key {}", named.keyId());
    }
  }
}
