package cn.wuyouhall.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.demo.hall.SampleHall;
import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.Decision;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.domain.time.StatedClock;
import cn.wuyouhall.station.AcceptCase;
import cn.wuyouhall.station.CaseDraft;
import cn.wuyouhall.station.Cases;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.SignIn;
import cn.wuyouhall.station.Station;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.WindowCalls;
import cn.wuyouhall.station.documents.DocumentKind;
import cn.wuyouhall.virtual.HallLayout;
import cn.wuyouhall.virtual.VirtualHallDevices;
import cn.wuyouhall.virtual.device.VirtualPad;
import cn.wuyouhall.virtual.platform.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One visit through the jobs, on pseudo-terminals, real files and real HTTP. */
class OneVisitTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void fromTheTicketToTheProvinceAndBack() throws Exception {
    Instant start = Instant.parse("2026-11-23T01:30:00Z");
    StatedClock clock = new StatedClock(InstantSource.system(), Instant.now(), start, 1.0);
    Surroundings around = Surroundings.real().at(clock, clock.pace());
    try (VirtualHallDevices devices =
            VirtualHallDevices.open(HallLayout.usual(folder.resolve("dev")));
        Sandbox sandbox = Sandbox.start(0, folder.resolve("sandbox"), clock)) {
      Map<String, String> names = devices.lines();
      Map<String, String> lines =
          Map.of(
              "kiosk/ticket-printer", names.get("printer"),
              "kiosk/id-reader", names.get("reader"),
              "kiosk/scanner", names.get("scanner"),
              "clerk/id-reader", names.get("desk-reader"),
              "clerk/scanner", names.get("desk-scanner"),
              "clerk/window-display", names.get("led"),
              "pad/rating-pad", names.get("pad"),
              "board/voice", "file:" + folder.resolve("voice"));
      SampleHall hall = SampleHall.make(folder.resolve("hall"), lines, sandbox.url(), around);
      try (Station kiosk = Station.open(hall.settings("kiosk-1"), around);
          Station clerk = Station.open(hall.settings("clerk-3"), around);
          Station pad = Station.open(hall.settings("pad-3"), around);
          Station board = Station.open(hall.settings("board-1"), around)) {
        until(
            "the printer answers",
            () ->
                kiosk.links().devices().get("ticket-printer").health()
                    == cn.wuyouhall.domain.devices.DeviceState.Health.GOOD);

        IssueOutcome.Issued issued =
            assertInstanceOf(
                IssueOutcome.Issued.class,
                kiosk
                    .issueTicket()
                    .orElseThrow()
                    .issue("social", Optional.empty(), Priority.NONE, ""));
        assertEquals("A001", issued.ticket().number().shown());
        assertEquals(1, devices.printer().printed());
        assertTrue(
            devices.printer().papers().getFirst().paper().lines().stream()
                .anyMatch(line -> line.contains("A001")));
        assertTrue(devices.printer().papers().getFirst().bytes().length <= 400);

        Session session =
            assertInstanceOf(
                    SignIn.Outcome.SignedIn.class,
                    clerk.signIn().signIn(SampleHall.CLERK, SampleHall.PIN.toCharArray()))
                .session();
        WindowCalls calls = clerk.windowCalls().orElseThrow();
        WindowCalls.Outcome.Done called =
            assertInstanceOf(WindowCalls.Outcome.Done.class, calls.callNext(session));
        assertEquals(issued.ticket().id(), called.ticket().id());
        assertTrue(devices.led().await(text -> text.contains("A001"), SOON));
        assertInstanceOf(
            WindowCalls.Outcome.Done.class,
            calls
                .scanned(session, devices.printer().papers().getFirst().paper().qrs().getFirst())
                .orElseThrow());

        Item item = clerk.findItem().search("小餐饮经营许可新办", 5).getFirst().item();
        CaseDraft draft = complete(clerk, called.visit(), item);
        assertEquals(Decision.Kind.ACCEPT, clerk.acceptCase().decide(draft).kind());
        CaseRecord record =
            assertInstanceOf(
                    AcceptCase.Outcome.Saved.class, clerk.acceptCase().accept(session, draft))
                .record();
        byte[] pdf =
            clerk.cases().paper(session, record.caseId(), DocumentKind.ACCEPTANCE).orElseThrow();
        assertEquals("%PDF", new String(pdf, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));

        assertInstanceOf(WindowCalls.Outcome.Done.class, calls.finish(session));
        assertTrue(devices.pad().await(VirtualPad.State.ASKING, SOON));
        assertTrue(devices.pad().press(1));
        until(
            "the window knows that it was answered",
            () ->
                clerk
                    .ratingProgress()
                    .ofVisit(called.visit())
                    .flatMap(p -> p.outcome())
                    .filter(o -> o == RatingOutcome.ANSWERED)
                    .isPresent());
        until(
            "the province has both",
            () -> {
              Cases.Row row = clerk.cases().one(session, record.caseId()).orElseThrow();
              return row.inHall() && row.atProvince() && clerk.links().toProvince() == 0;
            });
      }
    }
  }

  private static CaseDraft complete(Station clerk, UUID visit, Item item) {
    Person applicant =
        new Person("张小三", IdKind.RESIDENT, "11010519491231002X", "13800000000", false);
    CaseDraft draft = clerk.acceptCase().begin(visit, item, applicant);
    Map<String, MaterialMark> marks = new HashMap<>();
    for (Material material : item.materials()) {
      marks.put(
          material.id(),
          material.originals() > 0 || material.copies() > 0
              ? MaterialMark.ORIGINAL
              : MaterialMark.VERIFIED);
    }
    return new CaseDraft(draft.caseId(), visit, item, applicant, item.answers(Set.of()), marks);
  }

  private static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain until " + what);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
