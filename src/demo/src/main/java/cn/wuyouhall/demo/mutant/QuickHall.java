package cn.wuyouhall.demo.mutant;

import cn.wuyouhall.demo.check.Evidence;
import cn.wuyouhall.demo.hall.SampleHall;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.station.AcceptCase;
import cn.wuyouhall.station.CaseDraft;
import cn.wuyouhall.station.HallOffice;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.SignIn;
import cn.wuyouhall.station.Station;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.WindowCalls;
import cn.wuyouhall.virtual.HallLayout;
import cn.wuyouhall.virtual.VirtualHallDevices;
import cn.wuyouhall.virtual.device.VirtualPad;
import cn.wuyouhall.virtual.platform.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Four tickets through the jobs in one process, in seconds: real stations, virtual devices on real
 * lines, a sandbox over HTTP, a clock that is moved on where people would wait. One visit is
 * accepted and rated, one rated by nobody, one person does not come, one is left at day close.
 */
final class QuickHall {
  private static final Instant START = Instant.parse("2026-11-23T01:30:00Z");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final double LINE_SPEED = 100;
  private static final String LINE = "social";
  private static final int PRESSED = 1;
  private static final List<String> STATIONS = List.of("kiosk-1", "clerk-3", "pad-3");
  private static final Person APPLICANT =
      new Person("张小三", IdKind.RESIDENT, "11010519491231002X", "13800000000", false);

  private final Path folder;
  private final SteppedClock clock = new SteppedClock(InstantSource.system(), START);

  QuickHall(Path folder) {
    this.folder = folder;
  }

  /** The stations that take part. */
  private record Stations(Station kiosk, Station clerk, Station pad) {
    boolean quiet() {
      return List.of(kiosk, clerk, pad).stream()
          .map(Station::links)
          .allMatch(links -> links.toHall() == 0 && links.toProvince() == 0);
    }
  }

  /**
   * Plays a day.
   *
   * @param seams what stands between the jobs and their ports
   * @return what it left behind; everything is closed
   */
  Evidence play(Surroundings.Seams seams) {
    Surroundings around = Surroundings.real().at(clock, Pace.REAL);
    HallLayout layout = HallLayout.usual(folder.resolve("dev")).withSpeed(LINE_SPEED);
    try (VirtualHallDevices devices = VirtualHallDevices.open(layout);
        Sandbox sandbox = Sandbox.start(0, folder.resolve("sandbox"), clock)) {
      SampleHall hall =
          SampleHall.make(folder.resolve("hall"), lines(devices.lines()), sandbox.url(), around);
      Surroundings faulty = around.with(seams);
      try (Station kiosk = Station.open(hall.settings(STATIONS.get(0)), faulty);
          Station clerk = Station.open(hall.settings(STATIONS.get(1)), faulty);
          Station pad = Station.open(hall.settings(STATIONS.get(2)), faulty)) {
        visits(new Stations(kiosk, clerk, pad), devices);
      }
      try (HallOffice office = HallOffice.open(hall.settings(STATIONS.getFirst()), around)) {
        office.closeDay();
      }
      return evidence(folder).withPhrase(hall.supervisorsPhrase());
    } catch (IOException fault) {
      throw new UncheckedIOException("the quick hall does not open", fault);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the quick hall was hurried", hurried);
    }
  }

  /** What a day in this folder left behind. */
  static Evidence evidence(Path folder) {
    return Evidence.of(
            folder.resolve("hall"),
            HallLayout.usual(folder.resolve("dev")).papers(),
            folder.resolve("sandbox"))
        .withPersonal(List.of(APPLICANT.name(), APPLICANT.idNumber(), APPLICANT.phone()));
  }

  private static Map<String, String> lines(Map<String, String> names) {
    return Map.of(
        "kiosk/ticket-printer", names.get("printer"),
        "clerk/window-display", names.get("led"),
        "pad/rating-pad", names.get("pad"));
  }

  private void visits(Stations stations, VirtualHallDevices devices) throws InterruptedException {
    until("the printer answers", () -> isGood(stations.kiosk(), "ticket-printer"));
    until("the pad answers", () -> isGood(stations.pad(), "rating-pad"));
    Session clerk = signIn(stations.clerk());
    WindowCalls calls = stations.clerk().windowCalls().orElseThrow();
    issue(stations.kiosk(), Optional.empty());
    issue(stations.kiosk(), Optional.of(APPLICANT));
    issue(stations.kiosk(), Optional.empty());
    issue(stations.kiosk(), Optional.empty());

    UUID first = serve(calls, clerk);
    accept(stations.clerk(), clerk, first);
    done(calls.finish(clerk));
    await(devices.pad(), VirtualPad.State.ASKING);
    devices.pad().press(PRESSED);
    await(devices.pad(), VirtualPad.State.THANKED);
    until("the first is rated", () -> ended(stations.clerk(), first));

    UUID second = serve(calls, clerk);
    done(calls.finish(clerk));
    await(devices.pad(), VirtualPad.State.ASKING);
    clock.skip(Duration.ofSeconds(35));

    done(calls.callNext(clerk));
    for (int call = 2; call <= 3; call++) {
      clock.skip(Duration.ofSeconds(25));
      done(calls.recall(clerk));
    }
    clock.skip(Duration.ofSeconds(25));
    done(calls.noShow(clerk));
    until("nobody rated the second", () -> ended(stations.clerk(), second));
    until("all is at the province", stations::quiet);
  }

  private static boolean ended(Station clerk, UUID visit) {
    return clerk
        .ratingProgress()
        .ofVisit(visit)
        .flatMap(progress -> progress.outcome())
        .isPresent();
  }

  private static boolean isGood(Station station, String device) {
    return station.links().devices().get(device).health() == DeviceState.Health.GOOD;
  }

  private static Session signIn(Station clerk) {
    if (clerk.signIn().signIn(SampleHall.CLERK, SampleHall.PIN.toCharArray())
        instanceof SignIn.Outcome.SignedIn in) {
      return in.session();
    }
    throw new IllegalStateException("the sample clerk cannot sign in");
  }

  private void issue(Station kiosk, Optional<Person> holder) {
    clock.skip(Duration.ofSeconds(5));
    IssueOutcome outcome = kiosk.issueTicket().orElseThrow().issue(LINE, holder, Priority.NONE, "");
    if (!(outcome instanceof IssueOutcome.Issued)) {
      throw new IllegalStateException("no ticket: " + outcome.getClass().getSimpleName());
    }
  }

  private static UUID serve(WindowCalls calls, Session clerk) {
    UUID visit = done(calls.callNext(clerk)).visit();
    done(calls.serve(clerk));
    return visit;
  }

  private static WindowCalls.Outcome.Done done(WindowCalls.Outcome outcome) {
    if (outcome instanceof WindowCalls.Outcome.Done done) {
      return done;
    }
    throw new IllegalStateException("the window was refused: " + outcome);
  }

  private static void accept(Station clerk, Session session, UUID visit) {
    Item item = clerk.findItem().search("小餐饮经营许可新办", 1).getFirst().item();
    CaseDraft begun = clerk.acceptCase().begin(visit, item, APPLICANT);
    Map<String, MaterialMark> marks = new HashMap<>();
    for (Material material : item.materials()) {
      boolean paper = material.originals() > 0 || material.copies() > 0;
      marks.put(material.id(), paper ? MaterialMark.ORIGINAL : MaterialMark.VERIFIED);
    }
    CaseDraft draft =
        new CaseDraft(begun.caseId(), visit, item, APPLICANT, item.answers(Set.of()), marks);
    if (!(clerk.acceptCase().accept(session, draft) instanceof AcceptCase.Outcome.Saved)) {
      throw new IllegalStateException("the case was not saved");
    }
  }

  private static void await(VirtualPad pad, VirtualPad.State state) throws InterruptedException {
    if (!pad.await(state, SOON)) {
      throw new IllegalStateException("the pad never was " + state);
    }
  }

  private static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited in vain until " + what);
      }
      LockSupport.parkNanos(10_000_000);
    }
  }
}
