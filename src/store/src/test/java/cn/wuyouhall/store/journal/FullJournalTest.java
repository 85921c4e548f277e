package cn.wuyouhall.store.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.wuyouhall.domain.journal.StationJournal.Draft;
import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import cn.wuyouhall.domain.journal.StationJournal.Verification;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.hall.TestHall;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullJournalTest {
  @TempDir Path folder;

  private static Draft draft() {
    StateRow counter = new StateRow("counter", "1", new byte[600]);
    return new Draft(TestHall.id(), "case.accepted", 1, new byte[3000], List.of(counter), true);
  }

  @Test
  void aFullDiskKeepsEntryStateAndDeliveryTogether() {
    try (SqliteStationJournal journal =
        SqliteStationJournal.open(folder, "C03", TestHall.CIPHER, TestHall.NINE)) {
      journal.append(draft(), TestHall.NINE);
      limit(journal, 4);
      StoreException full =
          assertThrows(
              StoreException.class,
              () -> {
                while (true) {
                  journal.append(draft(), TestHall.NINE);
                }
              });
      assertEquals(Code.DISK_FULL, full.reason());
      assertEquals("DISK_FULL", full.code());
      Verification.Whole whole = assertInstanceOf(Verification.Whole.class, journal.verify());
      assertEquals(whole.entries(), journal.undelivered(999).size());
      limit(journal, 1_000);
      assertEquals(whole.entries() + 1, journal.append(draft(), TestHall.NINE).seq());
      assertInstanceOf(Verification.Whole.class, journal.verify());
    }
  }

  private static void limit(SqliteStationJournal journal, int more) {
    journal
        .connections()
        .write(
            "limit",
            sql ->
                sql.number("PRAGMA max_page_count = " + (sql.number("PRAGMA page_count") + more)));
  }
}
