package cn.wuyouhall.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.hall.HallDatabase;
import cn.wuyouhall.store.hall.HallDatabases;
import cn.wuyouhall.store.hall.TestHall;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("hall.db");
  }

  private HallDatabase open() {
    return HallDatabases.openFile(file(), TestHall.SCOPE, TestHall.IDS, keys -> TestHall.CIPHER);
  }

  @Test
  void sqliteBeforeTheRepairIsRefused() {
    assertFalse(SqliteFile.isSafe("3.40.1"));
    assertFalse(SqliteFile.isSafe("3.51.2"));
    assertTrue(SqliteFile.isSafe("3.51.3"));
    assertTrue(SqliteFile.isSafe("3.54.1"));
    assertTrue(SqliteFile.isSafe("4.0"));
  }

  @Test
  void manyMayMakeTheSameFileAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Callable<Long>> openings =
          IntStream.range(0, 6)
              .<Callable<Long>>mapToObj(i ->
                  () -> {
                    try (HallDatabase database = open()) {
                      return database.queue().changeCount();
                    }
                  })
              .toList();
      for (Future<Long> opened : threads.invokeAll(openings)) {
        assertTrue(opened.get() > 0);
      }
    }
  }

  /** A checkpoint that truncates the log is refused while any read transaction is open. */
  @Test
  void noReadOutlivesItsQuery() throws Exception {
    try (HallDatabase database = open();
        Connection other = SqliteConnections.connect(file());
        Statements sql = new Statements(other)) {
      database.rules().store(TestHall.rules(), "0001", TestHall.NINE);
      database.queue().issue(TestHall.request("social"), TestHall.NINE);
      database.queue().view(TestHall.NINE);
      database.queue().waitingFor(1, 5);
      database.queue().changeCount();
      assertEquals(0, sql.number("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
  }

  @Test
  void aCommitOfAnotherConnectionIsNews() {
    try (HallDatabase here = open();
        HallDatabase there = open()) {
      long before = here.queue().changeCount();
      there.rules().store(TestHall.rules(), "0001", TestHall.NINE);
      assertTrue(before != here.queue().changeCount());
      long between = here.queue().changeCount();
      assertEquals(between, here.queue().changeCount());
    }
  }

  @Test
  void aClosedDatabaseSaysSo() {
    HallDatabase database = open();
    database.close();
    database.close();
    RuntimeException failed =
        assertThrows(RuntimeException.class, () -> database.queue().view(TestHall.NINE));
    assertEquals(Code.CANNOT_OPEN, ((StoreException) failed.getCause()).reason());
  }
}
