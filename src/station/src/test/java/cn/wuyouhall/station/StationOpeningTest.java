package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.station.data.RulesFile;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.station.settings.SettingsFile;
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
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station opens whole or not at all, and again after whatever ended it. */
class StationOpeningTest {
  private static final Instant MORNING = Instant.parse("2026-11-23T01:30:00Z");

  @TempDir Path folder;
  private Instant wall = Instant.parse("2026-11-23T01:30:00Z");
  private final Surroundings around =
      new Surroundings(
          () -> MORNING,
          Pace.REAL,
          () -> wall,
          new java.security.SecureRandom(),
          Surroundings.Seams.NONE);
  private final EnrolStation enrolment = new EnrolStation(around);

  @BeforeEach
  void makeHall() throws IOException {
    enrolment.enrol(settings("clerk-3", 3));
    try (HallOffice office = HallOffice.open(settings("clerk-3", 3), around)) {
      office.importRules(RulesFile.sample(), "test");
    }
  }

  private Settings settings(String id, int window) throws IOException {
    Path file = folder.resolve(id + ".toml");
    Files.writeString(
        file,
        """
        [hall]
        region = "610829"
        [hall.database]
        data = "hall"
        [station]
        id = "%s"
        role = "clerk"
        window = %d
        """
            .formatted(id, window));
    return assertInstanceOf(SettingsFile.Reading.Good.class, SettingsFile.read(file, folder))
        .settings();
  }

  private void inHall(String... statements) throws SQLException, IOException {
    try (Connection hall =
            DriverManager.getConnection(
                "jdbc:sqlite:" + Vault.hallFile(settings("clerk-3", 3)).toAbsolutePath());
        Statement sql = hall.createStatement()) {
      for (String statement : statements) {
        sql.executeUpdate(statement);
      }
    }
  }

  @Test
  void aStepThatFailsLetsGoOfAllThatWasOpened() throws IOException {
    Settings settings = settings("clerk-3", 3);
    Surroundings.Seams broken =
        new Surroundings.Seams(
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            register -> {
              throw new IllegalStateException("a step that fails");
            },
            UnaryOperator.identity(),
            UnaryOperator.identity());
    assertThrows(IllegalStateException.class, () -> Station.open(settings, around.with(broken)));
    assertFalse(KeepJournal.isInUse(settings));
    Station.open(settings, around).close();
  }

  @Test
  void aHallThatFailsBetweenLetsGoOfTheStationsFolder() throws Exception {
    Settings settings = settings("clerk-3", 3);
    inHall("ALTER TABLE station RENAME TO elsewhere");
    assertThrows(RuntimeException.class, () -> Vault.open(settings, around));
    assertFalse(KeepJournal.isInUse(settings));
  }

  @Test
  void aStationThatWasKilledOpensAgainAtOnce() throws Exception {
    Settings settings = settings("clerk-3", 3);
    Vault.open(settings, around).close();
    String holder = Files.readString(settings.station().data().resolve("station.holder"));
    inHall("UPDATE station SET holder = '" + holder + "', last_seen = " + wall.toEpochMilli());
    Vault.open(settings, around).close();
  }

  @Test
  void aStationAliveElsewhereIsNotTakenOver() throws Exception {
    Settings settings = settings("clerk-3", 3);
    Vault.open(settings, around).close();
    inHall("UPDATE station SET holder = 'another', last_seen = " + wall.toEpochMilli());
    StoreRefused refusal = assertThrows(StoreRefused.class, () -> Vault.open(settings, around));
    assertEquals(StoreException.Code.IN_USE, refusal.reason());
    wall = wall.plus(Duration.ofMinutes(2));
    Vault.open(settings, around).close();
  }

  @Test
  void twoStationsWhoseCaseNumbersWouldClashAreNotBothOpened() throws Exception {
    Station.open(settings("clerk-3", 3), around).close();
    Settings counter = settings("counter-3", 4);
    enrolment.enrol(counter);
    enrolment.letIn(settings("clerk-3", 3), "counter-3");
    StationRefused refusal =
        assertThrows(StationRefused.class, () -> Station.open(counter, around).close());
    assertEquals("SAME_CODE", refusal.code());
    assertEquals(List.of("clerk-3", "C3"), refusal.details());
  }
}
