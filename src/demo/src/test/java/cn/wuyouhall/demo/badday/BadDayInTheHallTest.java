package cn.wuyouhall.demo.badday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.demo.hall.SampleHall;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.domain.time.StatedClock;
import cn.wuyouhall.station.AcceptCase;
import cn.wuyouhall.station.CaseDraft;
import cn.wuyouhall.station.Cases;
import cn.wuyouhall.station.HallOffice;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.SignIn;
import cn.wuyouhall.station.Station;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.WindowCalls;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.virtual.DeviceKind;
import cn.wuyouhall.virtual.HallLayout;
import cn.wuyouhall.virtual.HallLayout.Slot;
import cn.wuyouhall.virtual.VirtualHallDevices;
import cn.wuyouhall.virtual.device.Card;
import cn.wuyouhall.virtual.device.PluggedDevice;
import cn.wuyouhall.virtual.device.VirtualPad;
import cn.wuyouhall.virtual.device.VirtualScanner;
import cn.wuyouhall.virtual.platform.HostileServer;
import cn.wuyouhall.virtual.platform.HostileServer.Behaviour;
import cn.wuyouhall.virtual.platform.Sandbox;
import cn.wuyouhall.virtual.printer.VirtualTicketPrinter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bad input on the real wires of a whole hall: what people are told, and that nothing is lost. Each
 * test has a hall of its own and mostly waits for it, so they run at the same time.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadDayInTheHallTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Instant START = Instant.parse("2026-11-23T01:30:00Z");

  @TempDir Path folder;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private StatedClock clock;
  private Surroundings around;
  private VirtualHallDevices devices;
  private SampleHall hall;

  @BeforeEach
  void plugIn() throws Exception {
    clock = new StatedClock(InstantSource.system(), Instant.now(), START, 1.0);
    around = Surroundings.real().at(clock, clock.pace());
    devices = keep(VirtualHallDevices.open(HallLayout.usual(folder.resolve("dev")).withSpeed(20)));
  }

  @AfterEach
  void closeAll() throws Exception {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  private <C extends AutoCloseable> C keep(C part) {
    open.push(part);
    return part;
  }

  private void make(String platform) {
    Map<String, String> names = devices.lines();
    hall =
        SampleHall.make(
            folder.resolve("hall"),
            Map.of(
                "kiosk/ticket-printer", names.get("printer"),
                "kiosk/id-reader", names.get("reader"),
                "kiosk/scanner", names.get("scanner"),
                "clerk/id-reader", names.get("desk-reader"),
                "clerk/scanner", names.get("desk-scanner"),
                "clerk/window-display", names.get("led"),
                "pad/rating-pad", names.get("pad")),
            platform,
            around);
  }

  private Station start(String station) {
    return keep(Station.open(hall.settings(station), around));
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

  private static void answers(Station station, String device) {
    until(
        device + " answers",
        () -> station.links().devices().get(device).health() == DeviceState.Health.GOOD);
  }

  private static void hasItsSentence(String bundle, String key) {
    for (String language : List.of("zh_CN", "en")) {
      ResourceBundle texts =
          ResourceBundle.getBundle("cn.wuyouhall.texts." + bundle + "_" + language);
      assertTrue(texts.containsKey(key), key + " has no sentence in " + language);
    }
  }

  private static IssueOutcome issue(Station kiosk, String line) {
    return kiosk.issueTicket().orElseThrow().issue(line, Optional.empty(), Priority.NONE, "");
  }

  private static Session signIn(Station clerk) {
    return assertInstanceOf(
            SignIn.Outcome.SignedIn.class,
            clerk.signIn().signIn(SampleHall.CLERK, SampleHall.PIN.toCharArray()))
        .session();
  }

  private static UUID accept(Station clerk, Session session, UUID visit) {
    Item item = clerk.findItem().search("小餐饮经营许可新办", 1).getFirst().item();
    Person applicant =
        new Person("张小三", IdKind.RESIDENT, "11010519491231002X", "13800000000", false);
    CaseDraft draft = clerk.acceptCase().begin(visit, item, applicant);
    Map<String, MaterialMark> marks = new HashMap<>();
    for (Material material : item.materials()) {
      marks.put(material.id(), MaterialMark.ORIGINAL);
    }
    return assertInstanceOf(
            AcceptCase.Outcome.Saved.class,
            clerk
                .acceptCase()
                .accept(
                    session,
                    new CaseDraft(
                        draft.caseId(), visit, item, applicant, item.answers(Set.of()), marks)))
        .record()
        .caseId();
  }

  @Test
  void garbageOnEveryLineAndTheVisitStillGoesThrough() throws Exception {
    Sandbox sandbox = keep(Sandbox.start(0, folder.resolve("sandbox"), clock));
    make(sandbox.url());
    Station kiosk = start("kiosk-1");
    Station clerk = start("clerk-3");
    Station pad = start("pad-3");
    answers(kiosk, "ticket-printer");
    answers(pad, "rating-pad");
    for (PluggedDevice<?> device : devices.plugged()) {
      PluggedDevice.noises().forEach(device::noise);
      device.noisy(true);
    }
    // Answers among noise are not believed, and nothing is printed on their word.
    IssueOutcome.NoPaper garbled =
        assertInstanceOf(IssueOutcome.NoPaper.class, issue(kiosk, "social"));
    assertEquals("GARBAGE", garbled.code());
    hasItsSentence("common", "device.GARBAGE.todo");
    assertEquals(0, devices.printer().printed());
    devices.plugged().forEach(device -> device.noisy(false));
    until(
        "a clean printer is believed", () -> issue(kiosk, "social") instanceof IssueOutcome.Issued);
    devices.plugged().forEach(device -> device.noisy(true));
    Session session = signIn(clerk);
    WindowCalls calls = clerk.windowCalls().orElseThrow();
    UUID visit = assertInstanceOf(WindowCalls.Outcome.Done.class, calls.callNext(session)).visit();
    assertTrue(devices.led().await(text -> text.contains("A0"), SOON));
    assertInstanceOf(WindowCalls.Outcome.Done.class, calls.serve(session));
    UUID caseId = accept(clerk, session, visit);
    assertInstanceOf(WindowCalls.Outcome.Done.class, calls.finish(session));
    assertTrue(devices.pad().await(VirtualPad.State.ASKING, SOON));
    // A key's frame with a wrong sum is among them.
    PluggedDevice.noises().forEach(devices.plugged("pad").orElseThrow()::noise);
    devices.pad().press(1);
    until(
        "it is rated",
        () -> clerk.ratingProgress().ofVisit(visit).flatMap(p -> p.outcome()).isPresent());
    assertEquals(
        Optional.of(RatingOutcome.ANSWERED),
        clerk.ratingProgress().ofVisit(visit).flatMap(p -> p.outcome()));
    until(
        "the province has it", () -> clerk.cases().one(session, caseId).orElseThrow().atProvince());
    until(
        "the key that was pressed is the grade, and no noise is one",
        () -> has("sandbox/sandbox.db", "SELECT count(*) = sum(grade = 4) FROM ratings"));
  }

  @Test
  void unreadableAndForeignCardsAreNamedAndTheNextCardIsRead() throws Exception {
    make("http://127.0.0.1:9");
    Station kiosk = start("kiosk-1");
    answers(kiosk, "id-reader");
    List<CardEvent> seen = new CopyOnWriteArrayList<>();
    kiosk.idReader().orElseThrow().onCard(seen::add);
    Map<String, String> codes =
        Map.of("damaged", "CARD_UNREADABLE", "foreign", "CARD_UNREADABLE", "wrong", "CARD_FOREIGN");
    for (String card : List.of("damaged", "foreign", "wrong")) {
      int before = seen.size();
      String code = codes.get(card);
      devices.reader().lay(Card.named(card));
      until(card + " is told", () -> seen.size() > before);
      hasItsSentence("common", "device." + code);
      hasItsSentence("common", "device." + code + ".todo");
      devices.reader().lift();
      until(card + " is gone", () -> seen.size() == before + 2);
      assertEquals(
          List.of(new CardEvent.Unreadable(code), new CardEvent.Lifted()),
          seen.subList(before, before + 2));
    }
    devices.reader().lay(Card.named("citizen-1"));
    until(
        "a good card is read",
        () -> seen.getLast() instanceof CardEvent.Read read && read.card().name().equals("张小三"));
    assertEquals(7, seen.size(), "each card was told once");
  }

  @Test
  void aDamagedCodeIsNoTicketAndNothingHappens() throws Exception {
    make("http://127.0.0.1:9");
    Station kiosk = start("kiosk-1");
    Station clerk = start("clerk-3");
    answers(kiosk, "ticket-printer");
    assertInstanceOf(IssueOutcome.Issued.class, issue(kiosk, "social"));
    Session session = signIn(clerk);
    WindowCalls calls = clerk.windowCalls().orElseThrow();
    calls.callNext(session);
    List<Scan> scans = new CopyOnWriteArrayList<>();
    clerk.scanner().orElseThrow().onScan(scans::add);
    VirtualScanner scanner = devices.find(VirtualScanner.class, "desk-scanner").orElseThrow();
    String good = devices.printer().papers().getFirst().paper().qrs().getFirst();
    for (String damaged :
        List.of(good.substring(0, 20), good.replace('-', '_'), "WYT1:", "http://x/?a=1", "汉字�")) {
      int before = scans.size();
      scanner.scan(damaged);
      until("it is told", () -> scans.size() > before);
      if (scans.get(before) instanceof Scan.Text(String text)) {
        assertEquals(Optional.empty(), calls.scanned(session, text));
      }
    }
    devices.plugged("desk-scanner").orElseThrow().noise(PluggedDevice.noises().getFirst());
    int before = scans.size();
    scanner.scan(good);
    until("the good one is told", () -> scans.size() > before);
    assertEquals("CALLED", calls.current(session).orElseThrow().ticket().state().name());
    scanner.scan(good);
    until("the next one is told", () -> scans.size() > before + 1);
    assertEquals(new Scan.Text(good), scans.getLast());
    assertTrue(calls.scanned(session, good).isPresent());
    assertEquals("SERVING", calls.current(session).orElseThrow().ticket().state().name());
  }

  @Test
  void aSecondTapWithinTwoSecondsPrintsOnePaper() throws Exception {
    make("http://127.0.0.1:9");
    Station kiosk = start("kiosk-1");
    answers(kiosk, "ticket-printer");
    assertInstanceOf(IssueOutcome.Issued.class, issue(kiosk, "social"));
    assertInstanceOf(IssueOutcome.SecondTap.class, issue(kiosk, "social"));
    assertEquals(1, devices.printer().printed());
  }

  @Test
  void aPrinterThatAnswersNothingIsToldAndNeverPrintsASecondPaper() throws Exception {
    make("http://127.0.0.1:9");
    Station kiosk = start("kiosk-1");
    answers(kiosk, "ticket-printer");
    devices.printer().mode(VirtualTicketPrinter.Mode.MUTE);
    IssueOutcome.NoPaper none =
        assertInstanceOf(IssueOutcome.NoPaper.class, issue(kiosk, "social"));
    assertEquals("NO_ANSWER", none.code());
    hasItsSentence("common", "device.NO_ANSWER.todo");
    assertEquals(0, devices.printer().printed());
    devices.printer().mode(VirtualTicketPrinter.Mode.NORMAL);
    answers(kiosk, "ticket-printer");
    IssueOutcome.Issued next =
        assertInstanceOf(IssueOutcome.Issued.class, issue(kiosk, "enterprise"));
    assertEquals("B001", next.ticket().number().shown());
    assertEquals(1, devices.printer().printed(), "never another paper by itself");
  }

  @Test
  void paperOutBeforeAndInATicket() throws Exception {
    make("http://127.0.0.1:9");
    Station kiosk = start("kiosk-1");
    answers(kiosk, "ticket-printer");
    devices.printer().paperOut();
    IssueOutcome.NoPaper before =
        assertInstanceOf(IssueOutcome.NoPaper.class, issue(kiosk, "social"));
    assertEquals("PAPER_OUT", before.code());
    hasItsSentence("common", "device.PAPER_OUT.todo");
    devices.printer().refill(true);
    answers(kiosk, "ticket-printer");

    devices.printer().paperOutAfter(2);
    IssueOutcome.Unconfirmed in =
        assertInstanceOf(IssueOutcome.Unconfirmed.class, issue(kiosk, "enterprise"));
    assertEquals("PAPER_OUT", in.code());
    assertEquals(0, devices.printer().printed());
    devices.printer().refill(true);
    answers(kiosk, "ticket-printer");
    assertInstanceOf(IssueOutcome.Issued.class, issue(kiosk, "realty"));
    assertEquals(1, devices.printer().printed(), "never another paper by itself");
  }

  @Test
  void aCableCutInATicketIsToldAndTheNextOnePrints() throws Exception {
    open.pop().close();
    Slot slow = new Slot("printer", DeviceKind.TICKET_PRINTER, 2_400, 0);
    devices = keep(VirtualHallDevices.open(HallLayout.usual(folder.resolve("slow")).with(slow)));
    make("http://127.0.0.1:9");
    Station kiosk = start("kiosk-1");
    answers(kiosk, "ticket-printer");
    CompletableFuture<IssueOutcome> ticket =
        CompletableFuture.supplyAsync(() -> issue(kiosk, "social"));
    until(
        "its number is taken",
        () -> has("hall/hall/hall.db", "SELECT count(*) FROM ticket WHERE state = 'PRINTING'"));
    devices.plugged("printer").orElseThrow().cut();
    String code =
        switch (ticket.get(SOON.toSeconds(), TimeUnit.SECONDS)) {
          case IssueOutcome.Unconfirmed unsure -> unsure.code();
          case IssueOutcome.NoPaper none -> none.code();
          case IssueOutcome other -> throw new AssertionError(other.toString());
        };
    hasItsSentence("common", "device." + code);
    assertEquals(0, devices.printer().printed());
    devices.plugged("printer").orElseThrow().plug();
    answers(kiosk, "ticket-printer");
    assertInstanceOf(IssueOutcome.Issued.class, issue(kiosk, "enterprise"));
    assertEquals(1, devices.printer().printed(), "never a second paper by itself");
  }

  private boolean has(String database, String count) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(database));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(count)) {
      return row.next() && row.getInt(1) > 0;
    } catch (SQLException fault) {
      throw new IllegalStateException(count, fault);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Behaviour.class,
      names = {"HTML_OK", "HTML_FAULT", "SILENCE", "CUT_OFF"})
  void aPlatformOutOfItsMindStopsNoWorkAndGetsEverythingOnceAfterwards(Behaviour behaviour)
      throws Exception {
    HostileServer hostile = keep(HostileServer.start(behaviour));
    make(hostile.url());
    UUID caseId;
    UUID visit;
    Session session;
    try (Station kiosk = Station.open(hall.settings("kiosk-1"), around);
        Station clerk = Station.open(hall.settings("clerk-3"), around);
        Station pad = Station.open(hall.settings("pad-3"), around)) {
      answers(kiosk, "ticket-printer");
      answers(pad, "rating-pad");
      assertInstanceOf(IssueOutcome.Issued.class, issue(kiosk, "social"));
      session = signIn(clerk);
      WindowCalls calls = clerk.windowCalls().orElseThrow();
      visit = assertInstanceOf(WindowCalls.Outcome.Done.class, calls.callNext(session)).visit();
      calls.serve(session);
      caseId = accept(clerk, session, visit);
      assertInstanceOf(WindowCalls.Outcome.Done.class, calls.finish(session));
      assertTrue(devices.pad().await(VirtualPad.State.ASKING, SOON));
      devices.pad().press(2);
      until(
          "the answer is sealed and kept",
          () -> devices.pad().state() == VirtualPad.State.THANKED || pad.links().toHall() > 0);
      assertFalse(clerk.cases().one(session, caseId).orElseThrow().atProvince());
    }
    Sandbox sandbox = keep(Sandbox.start(0, folder.resolve("sandbox"), clock));
    for (String station : SampleHall.STATIONS) {
      Path file = hall.file(station);
      Files.writeString(file, Files.readString(file).replace(hostile.url(), sandbox.url()));
    }
    Station clerk = start("clerk-3");
    Station pad = start("pad-3");
    until(
        "the province has the case",
        () -> clerk.cases().one(session, caseId).orElseThrow().atProvince());
    until("all is carried", () -> pad.links().toHall() == 0 && clerk.links().toProvince() == 0);
    // The grade was given before any station learnt the province's key: it is sealed for the
    // supervisors alone, the province refuses it, and they send it on.
    until("the key is known and the grade is listed", () -> clerk.links().refused() == 1);
    try (HallOffice office = HallOffice.open(hall.settings("clerk-3"), around)) {
      until("the key is known", office::knowsProvinceKey);
      assertEquals(
          new HallOffice.Forwarded.Sealed(1, 0), office.forwardGrades(hall.supervisorsPhrase()));
    }
    until("the grade arrives", () -> clerk.links().toProvince() == 0);
    assertEquals(0, clerk.links().refused());
    assertEquals(
        Optional.of(RatingOutcome.ANSWERED),
        clerk.ratingProgress().ofVisit(visit).flatMap(p -> p.outcome()));
  }

  @Test
  void lostRepliesAreSentAgainAndTakeEffectOnce() throws Exception {
    Sandbox sandbox = keep(Sandbox.start(0, folder.resolve("sandbox"), clock));
    HostileServer line = keep(HostileServer.before(sandbox.port()));
    make(line.url());
    Station kiosk = start("kiosk-1");
    Station clerk = start("clerk-3");
    answers(kiosk, "ticket-printer");
    assertInstanceOf(IssueOutcome.Issued.class, issue(kiosk, "social"));
    Session session = signIn(clerk);
    WindowCalls calls = clerk.windowCalls().orElseThrow();
    UUID visit = assertInstanceOf(WindowCalls.Outcome.Done.class, calls.callNext(session)).visit();
    calls.serve(session);
    line.loseReplies(3);
    UUID caseId = accept(clerk, session, visit);
    until("replies were lost", () -> line.lost() > 0);
    until(
        "the province has it", () -> clerk.cases().one(session, caseId).orElseThrow().atProvince());
    Cases.Row row = clerk.cases().one(session, caseId).orElseThrow();
    assertFalse(row.provincialNo().isBlank());
    assertEquals(0, clerk.links().refused());
  }

  @Test
  void aHallDatabaseThatIsNotOneIsRefusedAndLeftAlone() throws Exception {
    make("http://127.0.0.1:9");
    Path file = folder.resolve("hall/hall/hall.db");
    for (String more : List.of("-wal", "-shm")) {
      Files.deleteIfExists(file.resolveSibling("hall.db" + more));
    }
    Files.writeString(file, "不是数据库".repeat(500));
    StoreRefused refused = assertThrows(StoreRefused.class, () -> start("kiosk-1"));
    assertEquals(Code.NOT_A_DATABASE, refused.reason());
    assertTrue(Files.readString(file).startsWith("不是数据库"));
    hasItsSentence("codes", "store.NOT_A_DATABASE");
  }

  @Test
  void aSecondProcessOnOneStationIdIsRefusedAndTheFirstGoesOn() throws Exception {
    make("http://127.0.0.1:9");
    Station kiosk = start("kiosk-1");
    answers(kiosk, "ticket-printer");
    StoreRefused refused = assertThrows(StoreRefused.class, () -> start("kiosk-1"));
    assertEquals(Code.IN_USE, refused.reason());
    hasItsSentence("codes", "store.IN_USE");
    assertInstanceOf(IssueOutcome.Issued.class, issue(kiosk, "social"));
  }
}
