package cn.wuyouhall.station;

import cn.wuyouhall.station.settings.Settings.Role;
import cn.wuyouhall.store.hall.HallStations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is there: this station tells the hall, and asks it which windows are staffed. */
final class Presence {
  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
  private static final Duration STAFFED = Duration.ofMinutes(2);

  private final Vault vault;
  private final InstantSource wall;
  private boolean holdsItsId = true;

  Presence(Vault vault, InstantSource wall) {
    this.vault = vault;
    this.wall = wall;
  }

  /**
   * Says that this station lives; of one thread, blocks shortly.
   *
   * @return whether its id was lost to another program, or came back, since the last time
   */
  boolean say() {
    boolean ours = vault.present();
    if (ours == holdsItsId) {
      return false;
    }
    holdsItsId = ours;
    LOG.warn(ours ? "the station's id is ours again" : "another has our id [TAKEN_OVER]");
    return true;
  }

  /** Windows where a clerk's program has shown itself lately. Blocks shortly. */
  Set<Integer> staffedWindows() {
    Instant since = wall.instant().minus(STAFFED);
    return vault.hall().stations().stations().stream()
        .filter(row -> row.role().equals(Role.CLERK.name()))
        .filter(row -> row.lastSeen().filter(seen -> seen.isAfter(since)).isPresent())
        .map(HallStations.StationRow::window)
        .collect(Collectors.toUnmodifiableSet());
  }
}
