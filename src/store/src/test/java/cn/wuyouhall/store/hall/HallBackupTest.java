package cn.wuyouhall.store.hall;

import static cn.wuyouhall.store.hall.TestHall.NINE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HallBackupTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("hall.db");
  }

  private HallDatabase open() {
    return HallDatabases.openFile(file(), TestHall.SCOPE, TestHall.IDS, keys -> TestHall.CIPHER);
  }

  @Test
  void aBackupComesBackAndWhatItReplacedIsKept() throws Exception {
    Path backup = folder.resolve("backup");
    IssueRequest kept = TestHall.request("social", TestHall.LI);
    IssueRequest later = TestHall.request("social");
    try (HallDatabase database = open()) {
      database.rules().store(TestHall.rules(), "0001", NINE);
      database.queue().issue(kept, NINE);
      assertEquals(Optional.of(backup.resolve("hall.db")), database.backup(backup));
      database.queue().issue(later, NINE);
      StoreRefused inUse =
          assertThrows(StoreRefused.class, () -> HallDatabases.restoreFile(backup, file()));
      assertEquals(Code.IN_USE, inUse.reason());
      assertTrue(database.queue().ticketOf(later.requestId()).isPresent());
    }
    HallDatabases.restoreFile(backup, file());
    try (HallDatabase database = open()) {
      assertEquals(
          Optional.of(TestHall.LI),
          database.queue().ticketOf(kept.requestId()).orElseThrow().holder());
      assertEquals(Optional.empty(), database.queue().ticketOf(later.requestId()));
    }
    assertTrue(Files.exists(folder.resolve("hall.db.before-1")));
  }

  @Test
  void aRuinedDatabaseIsReplacedAllTheSame() throws Exception {
    Path backup = folder.resolve("backup");
    try (HallDatabase database = open()) {
      database.rules().store(TestHall.rules(), "0001", NINE);
      database.backup(backup);
    }
    Files.writeString(file(), "这不是数据库。".repeat(400));
    assertEquals(Code.NOT_A_DATABASE, assertThrows(StoreRefused.class, this::open).reason());
    HallDatabases.restoreFile(backup, file());
    try (HallDatabase database = open()) {
      assertEquals(
          1, database.rules().rulesOn(TestHall.rules().effective()).orElseThrow().version());
    }
    Files.writeString(backup.resolve("hall.db"), "也不是。".repeat(400));
    assertEquals(
        Code.NOT_A_DATABASE,
        assertThrows(StoreRefused.class, () -> HallDatabases.restoreFile(backup, file())).reason());
    open().close();
  }
}
