package cn.wuyouhall.store.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.journal.StationJournal.Draft;
import cn.wuyouhall.domain.journal.StationJournal.Entry;
import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import cn.wuyouhall.domain.journal.StationJournal.Verification;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.crypto.HallKey;
import cn.wuyouhall.store.hall.TestHall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStationJournalTest {
  private static final Instant AT = TestHall.NINE;

  @TempDir Path folder;

  private SqliteStationJournal open() {
    return SqliteStationJournal.open(folder, "C03", TestHall.CIPHER, AT);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Draft draft(String payload, boolean toHall, StateRow... state) {
    return new Draft(TestHall.id(), "case.accepted", 1, bytes(payload), List.of(state), toHall);
  }

  private void tamper(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private Verification verifyAfter(String sql) throws Exception {
    try (StationJournal journal = open()) {
      for (int i = 0; i < 5; i++) {
        journal.append(draft("entry " + i, i < 3), AT.plusSeconds(i));
      }
    }
    tamper(sql);
    try (StationJournal journal = open()) {
      return journal.verify();
    }
  }

  @Test
  void entryStateAndDeliveryAreThereAfterReopening() {
    Draft draft = draft("{\"案\":1}", true, new StateRow("case", "1", bytes("open")));
    Entry entry;
    try (StationJournal journal = open()) {
      entry = journal.append(draft, AT);
      assertEquals(1, entry.seq());
    }
    try (StationJournal journal = open()) {
      assertEquals(entry.id(), journal.head().orElseThrow().id());
      assertArrayEquals(entry.hash(), journal.head().orElseThrow().hash());
      assertArrayEquals(draft.payload(), journal.payload(draft.id()).orElseThrow());
      assertArrayEquals(bytes("open"), journal.state("case", "1").orElseThrow());
      assertEquals(1, journal.states("case").size());
      assertEquals(List.of(draft.id()), journal.undelivered(9).stream().map(Entry::id).toList());
      assertEquals(1, journal.counts().undelivered());
      assertEquals(new StationJournal.Identity("C03", 1), journal.identity());
    }
  }

  @Test
  void appendingTheSameIdAgainChangesNothing() {
    try (StationJournal journal = open()) {
      Draft draft = draft("once", true, new StateRow("n", "1", bytes("1")));
      Entry first = journal.append(draft, AT);
      Entry again = journal.append(draft, AT.plusSeconds(9));
      assertEquals(first.seq(), again.seq());
      assertArrayEquals(first.hash(), again.hash());
      assertEquals(1, journal.undelivered(9).size());
    }
  }

  @Test
  void stateWithAnEmptyBodyIsDeleted() {
    try (StationJournal journal = open()) {
      journal.append(draft("a", false, new StateRow("draft", "1", bytes("x"))), AT);
      journal.append(draft("b", false, new StateRow("draft", "1", new byte[0])), AT);
      assertEquals(Optional.empty(), journal.state("draft", "1"));
      assertEquals(0, journal.counts().undelivered());
    }
  }

  @Test
  void deliveredAndRefusedLeaveTheQueue() {
    try (StationJournal journal = open()) {
      UUID sent = journal.append(draft("a", true), AT).id();
      UUID refused = journal.append(draft("b", true), AT).id();
      UUID open = journal.append(draft("c", true), AT.plusSeconds(5)).id();
      journal.delivered(sent, AT);
      journal.refused(refused, "CLASH", AT);
      assertEquals(List.of(open), journal.undelivered(9).stream().map(Entry::id).toList());
      assertEquals(
          new StationJournal.Counts(1, Optional.of(AT.plusSeconds(5)), 1), journal.counts());
      StationJournal.Refusal listed = journal.refusals().getFirst();
      assertEquals(refused, listed.entry().id());
      assertEquals("CLASH", listed.code());
      assertEquals(AT, listed.at());
      assertEquals(1, journal.refusals().size());
    }
  }

  @Test
  void retentionDeletesAPayloadAndTheChainStillFits() {
    try (SqliteStationJournal journal = open()) {
      UUID waiting = journal.append(draft("a", true), AT).id();
      UUID old = journal.append(draft("b", false), AT).id();
      assertFalse(journal.forget(waiting));
      assertTrue(journal.forget(old));
      assertEquals(Optional.empty(), journal.payload(old));
      assertInstanceOf(Verification.Whole.class, journal.verify());
    }
  }

  @Test
  void aChangedEntryIsNoticed() throws Exception {
    assertEquals(
        new Verification.Broken(3, ChainWalk.CHANGED),
        verifyAfter("UPDATE journal SET kind = 'case.notice' WHERE seq = 3"));
  }

  @Test
  void aChangedPayloadIsNoticed() throws Exception {
    assertEquals(
        new Verification.Broken(2, ChainWalk.PAYLOAD_CHANGED),
        verifyAfter("UPDATE payload SET body = x'00112233' WHERE seq = 2"));
  }

  @Test
  void aRemovedEntryIsNoticed() throws Exception {
    assertEquals(
        new Verification.Broken(4, ChainWalk.GAP),
        verifyAfter("DELETE FROM journal WHERE seq = 4"));
  }

  @Test
  void aRemovedPayloadThatStillWaitsIsNoticed() throws Exception {
    assertEquals(
        new Verification.Broken(1, ChainWalk.PAYLOAD_MISSING),
        verifyAfter("DELETE FROM payload WHERE seq = 1"));
  }

  @Test
  void aCutTailIsNoticedByTheHeadTheHallNoted() throws Exception {
    Entry head;
    try (StationJournal journal = open()) {
      journal.append(draft("a", false), AT);
      journal.append(draft("b", false), AT);
      head = journal.append(draft("c", false), AT);
    }
    tamper("DELETE FROM payload WHERE seq = 3");
    tamper("DELETE FROM journal WHERE seq = 3");
    try (SqliteStationJournal journal = open()) {
      assertInstanceOf(Verification.Whole.class, journal.verify());
      assertEquals(
          new Verification.Broken(3, ChainWalk.TAIL_CUT),
          journal.verifyAgainst(head.incarnation(), head.seq(), head.hash()));
      journal.append(draft("forged", false), AT);
      assertEquals(
          new Verification.Broken(3, ChainWalk.FORKED),
          journal.verifyAgainst(head.incarnation(), head.seq(), head.hash()));
    }
  }

  @Test
  void aSecondHolderIsRefused() {
    try (StationJournal first = open()) {
      assertEquals(1, first.identity().incarnation());
      StoreRefused refused = assertThrows(StoreRefused.class, this::open);
      assertEquals(Code.IN_USE, refused.reason());
    }
    open().close();
  }

  @Test
  void anotherStationsFolderIsRefused() {
    open().close();
    StoreRefused refused =
        assertThrows(
            StoreRefused.class,
            () -> SqliteStationJournal.open(folder, "C04", TestHall.CIPHER, AT));
    assertEquals(Code.ANOTHER_STATION, refused.reason());
    assertEquals(Optional.of("C03"), refused.detail());
    open().close();
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws Exception {
    Files.writeString(folder.resolve("journal.db"), "这不是数据库,是一封信。".repeat(300));
    assertEquals(Code.NOT_A_DATABASE, assertThrows(StoreRefused.class, this::open).reason());
  }

  @Test
  void aDatabaseOfAnotherKindIsRefused() throws Exception {
    tamper("CREATE TABLE addresses (name TEXT)");
    assertEquals(Code.NOT_OURS, assertThrows(StoreRefused.class, this::open).reason());
  }

  @Test
  void aDatabaseThatIsCutOffIsRefusedTyped() throws Exception {
    try (StationJournal journal = open()) {
      for (int i = 0; i < 200; i++) {
        journal.append(draft("x".repeat(500), true), AT);
      }
    }
    Path file = folder.resolve("journal.db");
    byte[] whole = Files.readAllBytes(file);
    java.util.Arrays.fill(whole, 100, whole.length, (byte) 0x5a);
    Files.write(file, whole);
    StoreException failed = assertThrows(StoreException.class, this::open);
    assertTrue(List.of(Code.DAMAGED, Code.NOT_A_DATABASE).contains(failed.reason()));
  }

  @Test
  void aForeignKeyOpensNoPayload() {
    UUID id;
    try (StationJournal journal = open()) {
      id = journal.append(draft("secret", false), AT).id();
    }
    FieldCipher other = new FieldCipher(HallKey.generate(new SecureRandom()));
    try (StationJournal journal = SqliteStationJournal.open(folder, "C03", other, AT)) {
      StoreException failed = assertThrows(StoreException.class, () -> journal.payload(id));
      assertEquals(Code.WRONG_KEY, failed.reason());
      assertInstanceOf(Verification.Whole.class, journal.verify());
    }
  }

  @Test
  void restoreGivesANewIncarnationAndKeepsTheOldJournalBeside() throws Exception {
    Path backup = folder.resolve("backup");
    Entry kept;
    try (SqliteStationJournal journal = open()) {
      kept = journal.append(draft("kept", true), AT);
      journal.backup(backup);
      journal.append(draft("lost", true), AT);
      assertThrows(StoreRefused.class, () -> SqliteStationJournal.restore(backup, folder, "C03"));
    }
    assertEquals(
        new StationJournal.Identity("C03", 2), SqliteStationJournal.restore(backup, folder, "C03"));
    try (StationJournal journal = open()) {
      assertEquals(kept.id(), journal.head().orElseThrow().id());
      Entry next = journal.append(draft("next", true), AT);
      assertEquals(2, next.incarnation());
      assertEquals(2, next.seq());
      assertInstanceOf(Verification.Whole.class, journal.verify());
    }
    assertTrue(Files.exists(folder.resolve("journal.db.before-1")));
    assertEquals(
        new StationJournal.Identity("C03", 3), SqliteStationJournal.restore(backup, folder, "C03"));
    assertEquals(
        Code.ANOTHER_STATION,
        assertThrows(StoreRefused.class, () -> SqliteStationJournal.restore(backup, folder, "X"))
            .reason());
  }

  @Test
  void theScreensThreadIsRefused() throws Exception {
    try (StationJournal journal = open()) {
      Throwable[] thrown = new Throwable[1];
      Thread screen =
          new Thread(
              () -> {
                try {
                  journal.head();
                } catch (IllegalStateException refused) {
                  thrown[0] = refused;
                }
              },
              "JavaFX Application Thread");
      screen.start();
      screen.join();
      assertInstanceOf(IllegalStateException.class, thrown[0]);
    }
  }
}
