package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.cases.CaseRegister;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.hall.HallAccounts;
import cn.wuyouhall.domain.hall.HallRulesStore;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.rating.RatingBox;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The hall database as one thing to open and close. Its parts share its connections, block, refuse
 * the screen's thread, may be called from any thread, and throw {@link
 * cn.wuyouhall.domain.queue.HallUnavailable} when the database is away; that exception's cause is a
 * {@link cn.wuyouhall.store.StoreException} whose code tells a full disk from a lost server.
 */
public interface HallDatabase extends AutoCloseable {
  /** Tickets, visits, calls. */
  HallQueue queue();

  /** The register of cases. */
  CaseRegister cases();

  /** The outbox to the province. */
  HallOutbox outbox();

  /** Invitations to rate. */
  RatingBox ratings();

  /** People who work here. */
  HallAccounts accounts();

  /** The hall's rules, versioned. */
  HallRulesStore rules();

  /** Wrapped keys, open without the hall data key. */
  HallKeysStore keys();

  /** The stations of the hall. */
  HallStations stations();

  /** Whose rows are read and written. */
  HallScope scope();

  /**
   * Writes a consistent copy into {@code folder} while work goes on.
   *
   * @return the file written; only an embedded database makes one, a server is backed up by its own
   *     tools
   */
  Optional<Path> backup(Path folder);

  @Override
  void close();
}
