package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.cases.CaseRegister;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.hall.HallAccounts;
import cn.wuyouhall.domain.hall.HallRulesStore;
import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.rating.RatingBox;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Copies;
import java.nio.file.Path;
import java.util.Optional;

/** The parts over one set of connections. */
final class SqlHallDatabase implements HallDatabase {
  /** The name of the copy in a backup folder. */
  static final String FILE = "hall.db";

  private final Connections connections;
  private final HallScope scope;
  private final HallQueue queue;
  private final CaseRegister cases;
  private final HallOutbox outbox;
  private final RatingBox ratings;
  private final HallAccounts accounts;
  private final HallRulesStore rules;
  private final HallKeysStore keys;
  private final HallStations stations;

  SqlHallDatabase(Connections connections, HallScope scope, Ids ids, FieldCipher cipher) {
    this.connections = connections;
    this.scope = scope;
    SqlRulesStore hallRules = new SqlRulesStore(connections, scope);
    SqlStations hallStations = new SqlStations(connections, scope);
    OutboxRows parcels = new OutboxRows(scope, cipher);
    this.queue =
        new SqlHallQueue(
            connections,
            scope,
            new TicketRows(cipher),
            new TicketChanges(scope, cipher, ids),
            hallRules);
    this.cases = new SqlCaseRegister(connections, scope, cipher, parcels, hallStations);
    this.outbox = new SqlOutbox(connections, scope, cipher, parcels);
    this.ratings = new SqlRatingBox(connections, scope, parcels);
    this.accounts = new SqlAccounts(connections, scope, cipher);
    this.rules = hallRules;
    this.keys = new SqlKeysStore(connections, scope);
    this.stations = hallStations;
  }

  @Override
  public HallQueue queue() {
    return queue;
  }

  @Override
  public CaseRegister cases() {
    return cases;
  }

  @Override
  public HallOutbox outbox() {
    return outbox;
  }

  @Override
  public RatingBox ratings() {
    return ratings;
  }

  @Override
  public HallAccounts accounts() {
    return accounts;
  }

  @Override
  public HallRulesStore rules() {
    return rules;
  }

  @Override
  public HallKeysStore keys() {
    return keys;
  }

  @Override
  public HallStations stations() {
    return stations;
  }

  @Override
  public HallScope scope() {
    return scope;
  }

  @Override
  public Optional<Path> backup(Path folder) {
    return Copies.copy(connections, folder.resolve(FILE));
  }

  @Override
  public void close() {
    connections.close();
  }
}
