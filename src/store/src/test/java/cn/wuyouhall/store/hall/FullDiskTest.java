package cn.wuyouhall.store.hall;

import static cn.wuyouhall.store.hall.TestHall.NINE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.SqliteConnections;
import cn.wuyouhall.store.sql.SqliteFile;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A full disk, stood in for by SQLite's own limit of pages: it fails at the same place with the
 * same code.
 */
class FullDiskTest {
  @TempDir Path folder;

  @Test
  void aFullDiskIsToldApartAndNothingIsHalfWritten() throws Exception {
    Path file = folder.resolve("hall.db");
    new SqliteFile(
            file, HallDatabases.APPLICATION_ID, HallDatabases.MIGRATIONS, HallDatabases.NEWEST)
        .prepare();
    Connections connections = new SqliteConnections(file, 2, HallDatabases::unavailable);
    try (HallDatabase database =
        HallDatabases.unlocked(
            connections, TestHall.SCOPE, TestHall.IDS, keys -> TestHall.CIPHER)) {
      database.rules().store(TestHall.rules(), "0001", NINE);
      limit(connections, 3);
      HallUnavailable full =
          assertThrows(
              HallUnavailable.class,
              () -> {
                while (true) {
                  database.queue().issue(TestHall.request("social"), NINE);
                }
              });
      assertEquals(Optional.of("HALL_DISK_FULL"), full.code());
      assertEquals(Code.HALL_DISK_FULL, ((StoreException) full.getCause()).reason());
      QueueInvariants.hold(connections);
      IssueRequest wish = TestHall.request("social");
      int issued = database.queue().view(NINE).lines().getFirst().issued();
      assertTrue(issued > 0);
      limit(connections, 1_000);
      database.queue().issue(wish, NINE);
      assertTrue(database.queue().ticketOf(wish.requestId()).isPresent());
      assertEquals(issued + 1, database.queue().view(NINE).lines().getFirst().issued());
      assertEquals(Optional.empty(), database.queue().ticketOf(TestHall.id()));
    }
  }

  private static void limit(Connections connections, int more) {
    connections.write(
        "limit",
        sql -> sql.number("PRAGMA max_page_count = " + (sql.number("PRAGMA page_count") + more)));
  }
}
