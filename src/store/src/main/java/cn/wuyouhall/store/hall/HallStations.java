package cn.wuyouhall.store.hall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stations of the hall: who holds an id now, and the head of each one's journal. Blocks; any
 * thread.
 */
public interface HallStations {
  /**
   * Says that this station lives.
   *
   * @param holder a value that only this running process has (made at its start)
   * @param stale how long after its last sign another holder of the id counts as gone
   * @return false when another living process holds the id: this one must not go on
   */
  boolean present(
      String station,
      String role,
      int window,
      int incarnation,
      String holder,
      Instant at,
      Duration stale);

  /** Lets the id go at an orderly end. */
  void leave(String station, String holder);

  /** All stations ever seen, by id. */
  List<StationRow> stations();

  /** The journal head the hall noted last for a station. */
  Optional<Head> head(String station);

  /**
   * A journal's head as the hall noted it.
   *
   * @param fault blank, or why a later report did not fit: TAIL_CUT (it went back), FORKED (same
   *     place, another hash)
   */
  record Head(int incarnation, long seq, byte[] hash, Instant at, String fault) {}

  /** A station as the hall knows it; window 0 where it has none. */
  record StationRow(
      String station, String role, int window, int incarnation, Optional<Instant> lastSeen) {}
}
