package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.journal.StationJournal.Identity;
import cn.wuyouhall.domain.journal.StationJournal.Verification;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The technician verifies, backs up and restores a journal; a restored station is a new one. */
class KeepJournalTest {
  @TempDir Path folder;
  private HallOnDisk hall;
  private KeepJournal care;

  @BeforeEach
  void open() throws Exception {
    hall = new HallOnDisk(folder);
    care = new KeepJournal(hall.settings("clerk-3"), hall.around);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private void acceptOne(Vault vault) {
    AcceptCase job = SampleCase.job(hall, vault, () -> {});
    assertInstanceOf(
        AcceptCase.Outcome.Saved.class,
        job.accept(
            HallOnDisk.CLERK,
            SampleCase.draft(
                job, SampleCase.item("小餐饮经营许可（新办）"), SampleCase.ZHANG, SampleCase::inOrder)));
  }

  @Test
  void aJournalIsVerifiedWhileItsStationRuns() {
    Vault vault = hall.vault("clerk-3");
    acceptOne(vault);
    assertTrue(KeepJournal.isInUse(hall.settings("clerk-3")));
    assertEquals(1, assertInstanceOf(Verification.Whole.class, care.verify()).entries());
    hall.shut(vault);
    assertFalse(KeepJournal.isInUse(hall.settings("clerk-3")));
  }

  @Test
  void aBackupComesBackAsANewIncarnationAndGoesOn() {
    Vault vault = hall.vault("clerk-3");
    acceptOne(vault);
    List<Path> copies = care.backup(folder.resolve("backup"));
    assertEquals(2, copies.size());
    acceptOne(vault);
    assertThrows(StoreRefused.class, () -> care.restore(folder.resolve("backup")), "while it runs");
    hall.shut(vault);

    assertEquals(new Identity("clerk-3", 2), care.restore(folder.resolve("backup")));
    assertEquals(1, assertInstanceOf(Verification.Whole.class, care.verify()).entries());
    Vault restored = hall.vault("clerk-3");
    assertEquals(2, restored.journal().identity().incarnation());
    acceptOne(restored);
    assertEquals(2, assertInstanceOf(Verification.Whole.class, care.verify()).entries());
  }

  @Test
  void aCutTailIsNoticedByTheHeadTheHallNoted() {
    Vault vault = hall.vault("clerk-3");
    acceptOne(vault);
    Path before = care.backup(folder.resolve("backup")).getFirst();
    acceptOne(vault);
    var head = vault.journal().head().orElseThrow();
    vault
        .hall()
        .cases()
        .noteHead(
            head.station(), head.incarnation(), head.seq(), head.hash(), hall.clock.instant());
    hall.shut(vault);
    assertInstanceOf(Verification.Whole.class, care.verify());
    // Someone lays the old file in the new one's place, without the restore command.
    Path journal = hall.settings("clerk-3").station().data().resolve("journal.db");
    copyOver(before, journal);
    assertInstanceOf(Verification.Broken.class, care.verify());
  }

  @Test
  void aRestoredHallGetsBackWhatTheStationsDidSince() {
    Vault vault = hall.vault("clerk-3");
    acceptOne(vault);
    carry(vault);
    care.backup(folder.resolve("backup"));
    acceptOne(vault);
    carry(vault);
    assertEquals(2, vault.hall().cases().newest(9).size());
    assertThrows(
        StoreRefused.class,
        () -> care.restoreHall(folder.resolve("backup"), OptionalInt.empty()),
        "while it runs");
    hall.shut(vault);
    assertTrue(care.restoreHall(folder.resolve("backup"), OptionalInt.empty()).isPresent());
    Vault again = hall.vault("clerk-3");
    assertEquals(1, again.hall().cases().newest(9).size());
    assertEquals(1, again.journal().counts().undelivered());
    carry(again);
    assertEquals(2, again.hall().cases().newest(9).size());
    assertEquals(0, again.journal().counts().undelivered());
    hall.shut(again);
    assertEquals(0, hall.vault("clerk-3").journal().counts().undelivered());
  }

  private void carry(Vault vault) {
    hall.courier(vault, Optional.empty()).turn();
  }

  private static void copyOver(Path from, Path to) {
    try {
      for (String more : List.of("-wal", "-shm")) {
        Files.deleteIfExists(to.resolveSibling(to.getFileName() + more));
      }
      Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (java.io.IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    }
  }

  @Test
  void anotherStationsBackupIsRefusedAndNothingIsTouched() {
    Vault kiosk = hall.vault("kiosk-1");
    Path foreign = folder.resolve("other");
    new KeepJournal(hall.settings("kiosk-1"), hall.around).backup(foreign);
    hall.shut(kiosk);
    Vault vault = hall.vault("clerk-3");
    acceptOne(vault);
    hall.shut(vault);
    StoreRefused refused = assertThrows(StoreRefused.class, () -> care.restore(foreign));
    assertEquals(Code.ANOTHER_STATION, refused.reason());
    assertEquals(1, assertInstanceOf(Verification.Whole.class, care.verify()).entries());
  }

  @Test
  void aSecondProcessOnOneStationIdIsRefused() {
    hall.vault("clerk-3");
    StoreRefused refused = assertThrows(StoreRefused.class, () -> hall.vault("clerk-3"));
    assertEquals(Code.IN_USE, refused.reason());
  }

  @Test
  void aStationThatWasKilledStartsAgainAtOnce() {
    hall.kill(hall.vault("clerk-3"));
    assertEquals("clerk-3", hall.vault("clerk-3").journal().identity().station());
  }

  @Test
  void aSecondMachineUnderOneStationIdIsRefused() throws Exception {
    hall.vault("clerk-3");
    hall.write("twin", "clerk", 3, "");
    Path twin = folder.resolve("twin.toml");
    Files.writeString(
        twin,
        Files.readString(twin)
            .replace("id = \"twin\"", "id = \"clerk-3\"\ndata = \"another-machine\""));
    Path key = hall.settings("clerk-3").station().data();
    Files.createDirectories(folder.resolve("another-machine"));
    try (var files = Files.list(key)) {
      for (Path file : files.filter(f -> f.getFileName().toString().contains("key")).toList()) {
        Files.copy(
            file,
            folder.resolve("another-machine").resolve(file.getFileName()),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    StoreRefused refused = assertThrows(StoreRefused.class, () -> hall.vault("twin"));
    assertEquals(Code.IN_USE, refused.reason());
    assertEquals("clerk-3", refused.path());
  }

  @Test
  void aStationDatabaseThatIsNotOneIsRefusedAndLeftAlone() throws Exception {
    hall.shut(hall.vault("clerk-3"));
    Path journal = hall.settings("clerk-3").station().data().resolve("journal.db");
    Files.writeString(journal, "这不是数据库 ".repeat(100));
    StoreRefused refused = assertThrows(StoreRefused.class, () -> hall.vault("clerk-3"));
    assertEquals(Code.NOT_A_DATABASE, refused.reason());
    assertTrue(Files.readString(journal).startsWith("这不是数据库"));
  }
}
