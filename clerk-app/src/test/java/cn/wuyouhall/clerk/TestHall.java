package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.domain.time.StatedClock;
import cn.wuyouhall.station.EnrolStation;
import cn.wuyouhall.station.HallOffice;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.SignIn;
import cn.wuyouhall.station.Station;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.data.RulesFile;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.station.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A hall on disk with a kiosk that prints into a file and window 3; the jobs are the real ones. */
final class TestHall implements AutoCloseable {
  static final Person ZHANG =
      new Person("张小三", IdKind.RESIDENT, "11010519491231002X", "13800000000", false);
  private static final Instant START = Instant.parse("2026-11-23T01:30:00Z");

  private final AtomicLong ahead = new AtomicLong();
  private final Path folder;
  private final Surroundings around;
  private final Station kiosk;
  private Station clerk;

  TestHall(Path folder) throws IOException {
    this(folder, "");
  }

  /** The same, with these lines at the end of the window's settings. */
  TestHall(Path folder, String more) throws IOException {
    this.folder = folder;
    InstantSource system = InstantSource.system();
    StatedClock clock = new StatedClock(system, system.instant(), START, 1);
    this.around = Surroundings.real().at(() -> clock.instant().plusSeconds(ahead.get()), Pace.REAL);
    write(
        "kiosk-1",
        "kiosk",
        "[[device]]\nkind = \"ticket-printer\"\nline = \"file:%s\"\n"
            .formatted(folder.resolve("tickets.bin")));
    write("clerk-3", "clerk", more);
    EnrolStation enrolment = new EnrolStation(around);
    enrolment.enrol(settings("kiosk-1"));
    enrolment.enrol(settings("clerk-3"));
    enrolment.letIn(settings("kiosk-1"), "clerk-3");
    try (HallOffice office = HallOffice.open(settings("kiosk-1"), around)) {
      office.importRules(RulesFile.sample(), "test");
      office.saveAccount("0312", "王小明", Set.of(Role.CLERK), "2468".toCharArray(), true);
    }
    kiosk = Station.open(settings("kiosk-1"), around);
    clerk = Station.open(settings("clerk-3"), around);
  }

  private void write(String id, String role, String device) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(id + ".toml"),
        """
        [hall]
        name = "吴堡县政务服务大厅"
        region = "610829"
        level = "county"
        [hall.database]
        data = "%s"
        [station]
        id = "%s"
        role = "%s"
        data = "%s"
        %s
        %s\
        """
            .formatted(
                folder.resolve("hall"),
                id,
                role,
                folder.resolve(id),
                role.equals("clerk") ? "window = 3" : "",
                device));
  }

  private Settings settings(String id) {
    return switch (SettingsFile.read(folder.resolve(id + ".toml"), folder)) {
      case SettingsFile.Reading.Good(Settings good) -> good;
      case SettingsFile.Reading.Bad bad -> throw new IllegalStateException(bad.faults().toString());
    };
  }

  Station clerk() {
    return clerk;
  }

  /** The station's process dies and starts again. */
  Station restart() {
    clerk.close();
    clerk = Station.open(settings("clerk-3"), around);
    return clerk;
  }

  Session session() {
    return switch (clerk.signIn().signIn("0312", "2468".toCharArray())) {
      case SignIn.Outcome.SignedIn(Session session) -> session;
      case SignIn.Outcome other -> throw new IllegalStateException(other.toString());
    };
  }

  /** A number of the social line; who, where a card was laid at the kiosk. */
  void ticket(Optional<Person> holder, Priority priority) {
    pass(Duration.ofSeconds(3));
    IssueOutcome outcome = kiosk.issueTicket().orElseThrow().issue("social", holder, priority, "");
    if (!(outcome instanceof IssueOutcome.Issued)) {
      throw new IllegalStateException(outcome.toString());
    }
  }

  /** Lets hall time pass. */
  void pass(Duration span) {
    ahead.addAndGet(span.toSeconds());
  }

  @Override
  public void close() {
    clerk.close();
    kiosk.close();
  }
}
