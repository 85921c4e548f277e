package cn.wuyouhall.store.hall;

import static cn.wuyouhall.store.hall.TestHall.NINE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.domain.queue.IssueResult;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
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

  private Path backup() {
    return folder.resolve("backup");
  }

  private HallRestore.Restored restore(OptionalInt lastNumber) {
    return HallDatabases.restoreFile(backup(), file(), TestHall.SCOPE, lastNumber, NINE);
  }

  private static int number(HallDatabase database, String line) {
    return assertInstanceOf(
            IssueResult.Numbered.class, database.queue().issue(TestHall.request(line), NINE))
        .ticket()
        .number()
        .value();
  }

  @Test
  void numbersPrintedAfterTheBackupAreNotGivenOutAgain() {
    try (HallDatabase database = open()) {
      database.rules().store(TestHall.rules(), "0001", NINE);
      assertEquals(1, number(database, "social"));
      database.backup(backup());
      assertEquals(2, number(database, "social"));
      assertEquals(3, number(database, "social"));
    }
    assertEquals(
        new HallRestore.Restored(Optional.of(NINE), HallTime.day(NINE), 3),
        restore(OptionalInt.empty()));
    try (HallDatabase database = open()) {
      assertEquals(4, number(database, "social"));
    }
    // A second restore of the same backup remembers what the first was told.
    assertEquals(4, restore(OptionalInt.empty()).numbersAfter());
    assertEquals(9, restore(OptionalInt.of(9)).numbersAfter());
    try (HallDatabase database = open()) {
      assertEquals(10, number(database, "social"));
    }
  }

  @Test
  void yesterdaysBackupKeepsTodaysNumbersToo() {
    Instant yesterday = NINE.minus(Duration.ofDays(1));
    try (HallDatabase database = open()) {
      database.rules().store(TestHall.rules(), "0001", yesterday);
      database.queue().issue(TestHall.request("social"), yesterday);
      database.backup(backup());
      assertEquals(1, number(database, "social"));
    }
    restore(OptionalInt.empty());
    try (HallDatabase database = open()) {
      assertEquals(2, number(database, "social"));
    }
  }

  @Test
  void aBackupComesBackAndWhatItReplacedIsKept() throws Exception {
    Path backup = backup();
    IssueRequest kept = TestHall.request("social", TestHall.LI);
    IssueRequest later = TestHall.request("social");
    try (HallDatabase database = open()) {
      database.rules().store(TestHall.rules(), "0001", NINE);
      database.queue().issue(kept, NINE);
      assertEquals(Optional.of(backup.resolve("hall.db")), database.backup(backup));
      database.queue().issue(later, NINE);
      StoreRefused inUse = assertThrows(StoreRefused.class, () -> restore(OptionalInt.empty()));
      assertEquals(Code.IN_USE, inUse.reason());
      assertTrue(database.queue().ticketOf(later.requestId()).isPresent());
    }
    restore(OptionalInt.empty());
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
    Path backup = backup();
    try (HallDatabase database = open()) {
      database.rules().store(TestHall.rules(), "0001", NINE);
      database.backup(backup);
    }
    Files.writeString(file(), "这不是数据库。".repeat(400));
    assertEquals(Code.NOT_A_DATABASE, assertThrows(StoreRefused.class, this::open).reason());
    assertEquals(
        Code.NUMBERS_UNKNOWN,
        assertThrows(StoreRefused.class, () -> restore(OptionalInt.empty())).reason());
    assertTrue(Files.readString(file()).startsWith("这不是数据库。"));
    restore(OptionalInt.of(7));
    try (HallDatabase database = open()) {
      assertEquals(
          1, database.rules().rulesOn(TestHall.rules().effective()).orElseThrow().version());
      assertEquals(8, number(database, "social"));
      assertEquals(9, number(database, "social"));
    }
    Files.writeString(backup.resolve("hall.db"), "也不是。".repeat(400));
    assertEquals(
        Code.NOT_A_DATABASE,
        assertThrows(StoreRefused.class, () -> restore(OptionalInt.empty())).reason());
    open().close();
  }
}
