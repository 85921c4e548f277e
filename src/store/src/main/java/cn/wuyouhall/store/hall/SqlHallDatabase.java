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
record SqlHallDatabase(
    Connections connections,
    HallScope scope,
    HallQueue queue,
    CaseRegister cases,
    HallOutbox outbox,
    RatingBox ratings,
    HallAccounts accounts,
    HallRulesStore rules,
    HallKeysStore keys,
    HallStations stations)
    implements HallDatabase {
  /** The name of the copy in a backup folder. */
  static final String FILE = "hall.db";

  static HallDatabase over(Connections connections, HallScope scope, Ids ids, FieldCipher cipher) {
    SqlRulesStore rules = new SqlRulesStore(connections, scope);
    SqlStations stations = new SqlStations(connections, scope);
    OutboxRows parcels = new OutboxRows(scope, cipher);
    return new SqlHallDatabase(
        connections,
        scope,
        new SqlHallQueue(
            connections,
            scope,
            new TicketRows(cipher),
            new TicketChanges(scope, cipher, ids),
            rules),
        new SqlCaseRegister(connections, scope, cipher, parcels, stations),
        new SqlOutbox(connections, scope, cipher, parcels),
        new SqlRatingBox(connections, scope, parcels),
        new SqlAccounts(connections, scope, cipher),
        rules,
        new SqlKeysStore(connections, scope),
        stations);
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
