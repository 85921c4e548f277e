package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.cases.HallOutbox.Kind;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Putting parcels into the outbox, inside the transaction that owes them. */
record OutboxRows(HallScope scope, FieldCipher cipher) {
  /** A parcel to be: due at once, whatever the clock of the station that carries it says. */
  record Fresh(UUID id, Kind kind, UUID lane, int version, Optional<byte[]> frozen, Instant at) {}

  void add(Statements sql, Fresh fresh) throws SQLException {
    sql.update(
        """
        INSERT INTO outbox (id, region, hall, kind, lane, position, version, state, frozen, not_before, made_at)
        VALUES (?, ?, ?, ?, ?,
          (SELECT COALESCE(MAX(position), 0) + 1 FROM outbox WHERE hall = ?),
          ?, 'WAITING', ?, 0, ?)\
        """,
        fresh.id,
        scope.region(),
        scope.hall(),
        fresh.kind,
        fresh.lane,
        scope.hall(),
        fresh.version,
        fresh.frozen.map(body -> seal(fresh.id, body)),
        fresh.at);
  }

  byte[] seal(UUID id, byte[] body) {
    return cipher.seal(body, "outbox", "frozen", id.toString());
  }

  byte[] open(UUID id, byte[] sealed) {
    return cipher.open(sealed, "outbox", "frozen", id.toString());
  }
}
