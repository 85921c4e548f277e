package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station opens whole or not at all, and again after whatever ended it. */
class StationOpeningTest {
  @TempDir Path folder;
  private HallOnDisk hall;
  private Settings settings;

  @BeforeEach
  void makeHall() throws IOException {
    hall = new HallOnDisk(folder);
    settings = hall.settings("clerk-3");
  }

  private void inHall(String... statements) throws SQLException, IOException {
    try (Connection hall =
            DriverManager.getConnection(
                "jdbc:sqlite:" + Vault.hallFile(settings).toAbsolutePath());
        Statement sql = hall.createStatement()) {
      for (String statement : statements) {
        sql.executeUpdate(statement);
      }
    }
  }

  @Test
  void aStepThatFailsLetsGoOfAllThatWasOpened() {
    Surroundings.Seams broken =
        new Surroundings.Seams(
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            register -> {
              throw new IllegalStateException("a step that fails");
            },
            UnaryOperator.identity(),
            UnaryOperator.identity());
    assertThrows(
        IllegalStateException.class, () -> Station.open(settings, hall.around.with(broken)));
    assertFalse(KeepJournal.isInUse(settings));
    Station.open(settings, hall.around).close();
  }

  @Test
  void aHallThatFailsBetweenLetsGoOfTheStationsFolder() throws Exception {
    inHall("ALTER TABLE station RENAME TO elsewhere");
    assertThrows(RuntimeException.class, () -> Vault.open(settings, hall.around));
    assertFalse(KeepJournal.isInUse(settings));
  }

  @Test
  void aStationThatWasKilledOpensAgainAtOnce() throws Exception {
    Vault.open(settings, hall.around).close();
    String holder = Files.readString(settings.station().data().resolve("station.holder"));
    inHall(
        "UPDATE station SET holder = '"
            + holder
            + "', last_seen = "
            + hall.clock.instant().toEpochMilli());
    Vault.open(settings, hall.around).close();
  }

  @Test
  void aStationAliveElsewhereIsNotTakenOver() throws Exception {
    Vault.open(settings, hall.around).close();
    inHall(
        "UPDATE station SET holder = 'another', last_seen = "
            + hall.clock.instant().toEpochMilli());
    StoreRefused refusal =
        assertThrows(StoreRefused.class, () -> Vault.open(settings, hall.around));
    assertEquals(StoreException.Code.IN_USE, refusal.reason());
    hall.clock.pass(Duration.ofMinutes(2));
    Vault.open(settings, hall.around).close();
  }

  @Test
  void aStationTakenOverWhileItSleptSavesNothingUntilTheOtherIsGone() throws Exception {
    try (Vault asleep = Vault.open(settings, hall.around)) {
      inHall("UPDATE station SET holder = 'another', last_seen = " + millisLater(60));
      hall.clock.pass(Duration.ofSeconds(61));
      assertFalse(asleep.present());
      AcceptCase job = SampleCase.job(hall, asleep, () -> {});
      CaseDraft draft =
          SampleCase.draft(
              job, SampleCase.item("小餐饮经营许可（新办）"), SampleCase.ZHANG, SampleCase::inOrder);
      assertEquals(
          new AcceptCase.Outcome.NotSaved("TAKEN_OVER"), job.accept(HallOnDisk.CLERK, draft));
      inHall("UPDATE station SET holder = NULL");
      assertTrue(asleep.present());
      assertInstanceOf(AcceptCase.Outcome.Saved.class, job.accept(HallOnDisk.CLERK, draft));
    }
  }

  private long millisLater(int seconds) {
    return hall.clock.instant().plusSeconds(seconds).toEpochMilli();
  }

  @Test
  void twoStationsWhoseCaseNumbersWouldClashAreNotBothOpened() throws Exception {
    Station.open(settings, hall.around).close();
    hall.write("counter-3", "clerk", 4, "");
    Settings counter = hall.settings("counter-3");
    EnrolStation enrolment = new EnrolStation(hall.around);
    enrolment.enrol(counter);
    enrolment.letIn(settings, "counter-3");
    StationRefused refusal =
        assertThrows(StationRefused.class, () -> Station.open(counter, hall.around).close());
    assertEquals("SAME_CODE", refusal.code());
    assertEquals(List.of("clerk-3", "C3"), refusal.details());
  }
}
