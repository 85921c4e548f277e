package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.platform.PlatformClient;
import cn.wuyouhall.station.data.RulesFile;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.station.settings.SettingsFile;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.testkit.port.HandClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * A hall of three stations in a folder, with real files: enrolled, with the sample rules, on a
 * Monday at half past nine by a clock that stands.
 */
final class HallOnDisk implements AutoCloseable {
  static final Instant MORNING = Instant.parse("2026-11-23T01:30:00Z");
  static final Session CLERK = new Session("0312", "王小明", Set.of(Role.CLERK), MORNING);

  final Path folder;
  final HandClock clock = new HandClock(MORNING);
  final Surroundings around;
  final EnrolStation.Outcome.First first;
  private final Deque<Vault> open = new ArrayDeque<>();

  HallOnDisk(Path folder) throws IOException {
    this.folder = folder;
    this.around =
        new Surroundings(clock, Pace.REAL, clock, new SecureRandom(), Surroundings.Seams.NONE);
    write("kiosk-1", "kiosk", 0, device("ticket-printer", "file:" + folder.resolve("papers")));
    write("clerk-3", "clerk", 3, "");
    write("pad-3", "pad", 3, device("rating-pad", "tcp:127.0.0.1:9"));
    EnrolStation enrolment = new EnrolStation(around);
    first =
        assertInstanceOf(EnrolStation.Outcome.First.class, enrolment.enrol(settings("kiosk-1")));
    for (String station : new String[] {"clerk-3", "pad-3"}) {
      enrolment.enrol(settings(station));
      enrolment.letIn(settings("kiosk-1"), station);
    }
    try (HallOffice office = HallOffice.open(settings("kiosk-1"), around)) {
      assertInstanceOf(
          HallOffice.Imported.Stored.class, office.importRules(RulesFile.sample(), "0001"));
    }
  }

  static String device(String kind, String line) {
    return "[[device]]\nkind = \"%s\"\nline = \"%s\"\n".formatted(kind, line);
  }

  /** Writes a station's settings; its data lie in a folder of its name. */
  void write(String station, String role, int window, String more) throws IOException {
    Files.writeString(
        folder.resolve(station + ".toml"),
        """
        [hall]
        region = "610829"
        [hall.database]
        data = "hall"
        [station]
        id = "%s"
        role = "%s"
        %s
        %s
        """
            .formatted(station, role, window == 0 ? "" : "window = " + window, more));
  }

  Settings settings(String station) {
    return assertInstanceOf(
            SettingsFile.Reading.Good.class,
            SettingsFile.read(folder.resolve(station + ".toml"), folder))
        .settings();
  }

  HallRules rules() {
    return RulesFile.sample();
  }

  /** Opens what a station keeps; closed with the hall, or by {@link #shut}. */
  Vault vault(String station) {
    Vault vault = Vault.open(settings(station), around);
    open.push(vault);
    return vault;
  }

  /** A station's courier. */
  Courier courier(Vault vault, Optional<PlatformClient> province) {
    return new Courier(
        vault.journal(),
        vault.hall().cases(),
        vault.hall().ratings(),
        vault.hall().outbox(),
        province,
        new ProvinceKey(vault.hall().keys(), clock, clock),
        new CaseJson(),
        new RatingJson("610829", "county"),
        clock,
        clock,
        () -> {});
  }

  void shut(Vault vault) {
    open.remove(vault);
    vault.close();
  }

  /** What the system does for a killed process: its lock goes, and it says no good-bye. */
  void kill(Vault vault) {
    open.remove(vault);
    vault.journal().close();
  }

  /** What a job meets when the hall database does not answer. */
  static RuntimeException hallAway() {
    return new HallUnavailable("on a bad day", null);
  }

  /** What a job meets when the disk of the hall database is full. */
  static RuntimeException hallFull() {
    return new HallUnavailable("on a bad day", "HALL_DISK_FULL", null);
  }

  /** What a job meets when this computer's disk is full. */
  static RuntimeException diskFull() {
    return new StoreException(StoreException.Code.DISK_FULL, "append journal", null);
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }
}
