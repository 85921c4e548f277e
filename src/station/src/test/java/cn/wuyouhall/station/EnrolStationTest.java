package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.HallRulesCheck;
import cn.wuyouhall.station.EnrolStation.Outcome;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letting stations into the hall's trust, and what belongs to the hall as a whole. */
class EnrolStationTest {
  @TempDir Path folder;
  private HallOnDisk hall;
  private EnrolStation job;

  @BeforeEach
  void open() throws Exception {
    hall = new HallOnDisk(folder);
    job = new EnrolStation(hall.around);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private static Code code(Runnable action) {
    return assertThrows(StoreException.class, action::run).reason();
  }

  @Test
  void theFirstStationGetsBothPhrasesOnce() {
    assertFalse(hall.first.recoveryPhrase().isBlank());
    assertFalse(hall.first.supervisorsPhrase().isBlank());
    assertFalse(hall.first.toString().contains(hall.first.recoveryPhrase()));
    assertEquals(new Outcome.Enrolled(), job.enrol(hall.settings("kiosk-1")));
  }

  @Test
  void aNewStationWaitsUntilItIsLetIn() throws Exception {
    hall.write("clerk-4", "clerk", 4, "");
    assertEquals(new Outcome.Waiting("clerk-4"), job.enrol(hall.settings("clerk-4")));
    assertEquals(new Outcome.Waiting("clerk-4"), job.enrol(hall.settings("clerk-4")));
    assertEquals(List.of("clerk-4"), job.waiting(hall.settings("kiosk-1")));
    assertEquals(Code.NOT_ENROLLED, code(() -> hall.vault("clerk-4")));
    job.letIn(hall.settings("kiosk-1"), "clerk-4");
    assertEquals(List.of(), job.waiting(hall.settings("kiosk-1")));
    assertEquals("clerk-4", hall.vault("clerk-4").journal().identity().station());
  }

  @Test
  void aStationThatNeverAskedCannotBeLetIn() {
    assertEquals(Code.NO_KEY, code(() -> job.letIn(hall.settings("kiosk-1"), "clerk-9")));
  }

  @Test
  void aStationWithoutAKeySaysSo() throws Exception {
    hall.write("clerk-5", "clerk", 5, "");
    assertEquals(Code.NO_KEY, code(() -> hall.vault("clerk-5")));
  }

  @Test
  void theRecoveryPhraseLetsANewStationIn() throws Exception {
    hall.write("clerk-6", "clerk", 6, "");
    job.recover(hall.settings("clerk-6"), hall.first.recoveryPhrase());
    assertEquals("clerk-6", hall.vault("clerk-6").journal().identity().station());
    hall.write("clerk-7", "clerk", 2, "");
    assertThrows(
        StoreException.class, () -> job.recover(hall.settings("clerk-7"), "not the phrase"));
  }

  @Test
  void rulesAreStoredAsVersionsAndFaultyOnesNot() {
    try (HallOffice office = HallOffice.open(hall.settings("kiosk-1"), hall.around)) {
      HallRules rules = office.rules().orElseThrow();
      assertEquals(1, rules.version());
      assertEquals(
          2,
          assertInstanceOf(HallOffice.Imported.Stored.class, office.importRules(rules, "0001"))
              .rules()
              .version());
      HallRules faulty =
          new HallRules(
              0,
              LocalDate.of(2026, 1, 1),
              rules.name(),
              "61",
              rules.hours(),
              List.of(),
              rules.windows(),
              rules.calls(),
              rules.ratingTimeout(),
              rules.kioskIdle(),
              rules.kioskIdleElder(),
              rules.printerConfirm(),
              List.of());
      List<HallRulesCheck.Problem> problems =
          assertInstanceOf(HallOffice.Imported.Faulty.class, office.importRules(faulty, "0001"))
              .problems();
      assertTrue(problems.size() >= 2, problems.toString());
      assertEquals(2, office.rules().orElseThrow().version());
    }
  }

  @Test
  void theOfficeWorksWhileTheStationRuns() {
    hall.vault("kiosk-1");
    try (HallOffice office = HallOffice.open(hall.settings("kiosk-1"), hall.around)) {
      Optional<Path> copy = office.backup(folder);
      assertTrue(copy.isPresent() && Files.exists(copy.get()));
    }
  }
}
