package cn.wuyouhall.store.journal;

import cn.wuyouhall.domain.journal.StationJournal.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Entries of the chain as rows. */
final class EntryRows {
  /** What an entry is read from; the table's name is {@code j}. */
  static final String SELECT =
      """
      SELECT j.seq, j.id, j.station, j.incarnation, j.kind, j.kind_version, j.at, j.payload_digest,
        j.prev, j.hash FROM journal j\
      """;

  private EntryRows() {}

  static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        UUID.fromString(row.getString("id")),
        row.getString("station"),
        row.getInt("incarnation"),
        row.getLong("seq"),
        row.getString("kind"),
        row.getInt("kind_version"),
        row.getBytes("payload_digest"),
        row.getBytes("prev"),
        row.getBytes("hash"),
        Instant.ofEpochMilli(row.getLong("at")));
  }
}
