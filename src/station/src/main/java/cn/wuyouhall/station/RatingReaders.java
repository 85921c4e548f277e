package cn.wuyouhall.station;

import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.journal.StationJournal.Draft;
import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import cn.wuyouhall.platform.PlatformClient;
import cn.wuyouhall.platform.Reading;
import cn.wuyouhall.platform.contract.RatingKey;
import cn.wuyouhall.store.crypto.GradeSeal;
import cn.wuyouhall.store.hall.Enrolment;
import cn.wuyouhall.store.hall.HallKeysStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Who may read grades: the hall's supervisors always, the platform as soon as its public key was
 * learnt. The key is kept in the pad's journal, so that a platform that is away later changes
 * nothing.
 */
final class RatingReaders {
  private static final String STATE = "platform-key";
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private final GradeSeal.Reader supervisors;
  private final StationJournal journal;
  private final Ids ids;
  private final InstantSource clock;
  private final InstantSource wall;
  private final Optional<PlatformClient> platform;
  private volatile Optional<GradeSeal.Reader> learnt;
  private volatile boolean tried;
  private Instant nextTry = Instant.MIN;

  RatingReaders(
      HallKeysStore keys,
      StationJournal journal,
      Ids ids,
      InstantSource clock,
      InstantSource wall,
      Optional<PlatformClient> platform) {
    this.supervisors =
        Enrolment.supervisors(keys)
            .orElseThrow(() -> new StationRefused("NO_SUPERVISOR_KEY", List.of(), null));
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
    this.wall = wall;
    this.platform = platform;
    this.learnt = journal.state(STATE, "rating").map(RatingReaders::read);
  }

  /** Those who may read a grade sealed now. */
  List<GradeSeal.Reader> now() {
    List<GradeSeal.Reader> readers = new ArrayList<>(List.of(supervisors));
    learnt.ifPresent(readers::add);
    return readers;
  }

  /** Whether the platform's key is known, or there is no platform to learn it from. */
  boolean complete() {
    return platform.isEmpty() || learnt.isPresent();
  }

  /** Learns the platform's key if it is not known yet; blocks for one request at most. */
  void refresh() {
    if (!complete() && !wall.instant().isBefore(nextTry)) {
      try {
        learn();
      } finally {
        nextTry = wall.instant().plus(AGAIN);
      }
    }
    tried = true;
  }

  /** Whether the key is known or was asked for in vain: before that nobody is asked to rate. */
  boolean tried() {
    return tried || complete();
  }

  private void learn() {
    if (platform.orElseThrow().ratingKey() instanceof Reading.Read<RatingKey>(RatingKey key)) {
      byte[] body = (key.keyId() + " " + key.publicKey()).getBytes(StandardCharsets.US_ASCII);
      journal.append(
          new Draft(
              ids.next(),
              "platform-key.learnt",
              1,
              body,
              List.of(new StateRow(STATE, "rating", body)),
              false),
          clock.instant());
      learnt = Optional.of(read(body));
    }
  }

  private static GradeSeal.Reader read(byte[] body) {
    String[] parts = new String(body, StandardCharsets.US_ASCII).split(" ", 2);
    return new GradeSeal.Reader(parts[0], HexFormat.of().parseHex(parts[1]));
  }
}
