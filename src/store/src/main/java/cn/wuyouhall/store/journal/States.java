package cn.wuyouhall.store.journal;

import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Statements;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The station's state, as ciphertext. */
record States(Connections connections, FieldCipher cipher) {
  /** Within the transaction of the entry that changes it; an empty body deletes the row. */
  void save(Statements sql, StateRow row) throws SQLException {
    if (row.body().length == 0) {
      sql.update("DELETE FROM state WHERE kind = ? AND id = ?", row.kind(), row.id());
      return;
    }
    sql.update(
        """
        INSERT INTO state (kind, id, body) VALUES (?, ?, ?)
        ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body\
        """,
        row.kind(),
        row.id(),
        cipher.seal(row.body(), "state", row.kind(), row.id()));
  }

  Optional<byte[]> one(String kind, String id) {
    return connections.read(
        "read state",
        sql ->
            sql.first(
                "SELECT body FROM state WHERE kind = ? AND id = ?",
                row -> cipher.open(row.getBytes(1), "state", kind, id),
                kind,
                id));
  }

  List<StateRow> all(String kind) {
    return connections.read(
        "read state",
        sql ->
            sql.all(
                "SELECT id, body FROM state WHERE kind = ? ORDER BY id",
                row ->
                    new StateRow(
                        kind,
                        row.getString(1),
                        cipher.open(row.getBytes(2), "state", kind, row.getString(1))),
                kind));
  }
}
