package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.Paper;
import cn.wuyouhall.domain.devices.TicketPrinter;
import cn.wuyouhall.domain.devices.TicketPrinter.PrintResult;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.CallResult.Reason;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.station.GuideTickets.Found;
import cn.wuyouhall.station.GuideTickets.Look;
import cn.wuyouhall.station.GuideTickets.Settled;
import cn.wuyouhall.station.data.RulesFile;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.station.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The kiosk's promise kept at the guide desk: real stores, printers that do as they are told. One
 * hall, a business day for each test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideTicketsTest {
  private static final Person LI =
      new Person("李秀兰", IdKind.RESIDENT, "11010519491231002X", "", false);

  private Path folder;

  private volatile Instant now = Instant.parse("2026-11-23T01:30:00Z");
  private final ScriptedPrinter kioskPrinter = new ScriptedPrinter();
  private final ScriptedPrinter guidePrinter = new ScriptedPrinter();
  private final Session guide = new Session("0101", "高文静", Set.of(Role.GUIDE), now);
  private final Session clerk = new Session("0312", "王小明", Set.of(Role.CLERK), now);
  private Station kioskStation;
  private Station guideStation;
  private Station clerkStation;
  private GuideTickets desk;

  /** Prints until told otherwise; remembers what came out. */
  private static final class ScriptedPrinter implements TicketPrinter {
    private final Deque<PrintResult> script = new ArrayDeque<>();
    private final List<Paper> papers = new ArrayList<>();

    @Override
    public PrintResult print(Paper paper) {
      PrintResult result = script.isEmpty() ? new PrintResult.Printed() : script.remove();
      if (!(result instanceof PrintResult.Failed)) {
        papers.add(paper);
      }
      return result;
    }

    @Override
    public DeviceState state() {
      return new DeviceState(DeviceState.Health.GOOD, "", Optional.empty());
    }

    @Override
    public void onState(Consumer<DeviceState> listener) {
      listener.accept(state());
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void anotherDay() {
    now = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(25)).plusSeconds(1800);
    kioskPrinter.papers.clear();
    guidePrinter.papers.clear();
  }

  @BeforeAll
  void openHall(@TempDir Path hallFolder) throws IOException {
    folder = hallFolder;
    Settings kiosk = settings("kiosk-1", "kiosk");
    Settings guideDesk = settings("guide-1", "guide");
    Settings window = settings("clerk-3", "clerk");
    Surroundings around = around(new ScriptedPrinter());
    EnrolStation enrolment = new EnrolStation(around);
    enrolment.enrol(kiosk);
    for (Settings other : List.of(guideDesk, window)) {
      enrolment.enrol(other);
      enrolment.letIn(kiosk, other.station().id());
    }
    try (HallOffice office = HallOffice.open(kiosk, around)) {
      office.importRules(RulesFile.sample(), "test");
    }
    kioskStation = Station.open(kiosk, around(kioskPrinter));
    guideStation = Station.open(guideDesk, around(guidePrinter));
    clerkStation = Station.open(window, around);
    desk = guideStation.guideTickets().orElseThrow();
  }

  @AfterAll
  void closeHall() {
    clerkStation.close();
    guideStation.close();
    kioskStation.close();
  }

  private Surroundings around(TicketPrinter printer) {
    InstantSource clock = () -> now;
    return Surroundings.real()
        .at(clock, Pace.REAL)
        .with(
            new Surroundings.Seams(
                UnaryOperator.identity(),
                real -> printer,
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity()));
  }

  private Settings settings(String id, String role) throws IOException {
    Path file = folder.resolve(id + ".toml");
    String device =
        role.equals("clerk")
            ? ""
            : "[[device]]%nkind = \"ticket-printer\"%nline = \"file:%s\"%n"
                .formatted(folder.resolve(id + "-papers"));
    Files.writeString(
        file,
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
        %s
        """
            .formatted(
                folder.resolve("hall"),
                id,
                role,
                folder.resolve(id),
                role.equals("clerk") ? "window = 3" : "",
                device));
    return assertInstanceOf(SettingsFile.Reading.Good.class, SettingsFile.read(file, folder))
        .settings();
  }

  private IssueOutcome atKiosk(Optional<Person> holder) {
    now = now.plusSeconds(5);
    return kioskStation.issueTicket().orElseThrow().issue("social", holder, Priority.NONE, "");
  }

  private Ticket issuedAtKiosk() {
    return assertInstanceOf(IssueOutcome.Issued.class, atKiosk(Optional.empty())).ticket();
  }

  private Ticket unconfirmedAtKiosk() {
    kioskPrinter.script.add(new PrintResult.Unknown("NO_ANSWER"));
    return assertInstanceOf(IssueOutcome.Unconfirmed.class, atKiosk(Optional.empty())).ticket();
  }

  private Ticket called() {
    WindowCalls calls = clerkStation.windowCalls().orElseThrow();
    Ticket ticket =
        assertInstanceOf(WindowCalls.Outcome.Done.class, calls.callNext(clerk)).ticket();
    calls.serve(clerk);
    calls.finish(clerk);
    return ticket;
  }

  private Ticket found(String text) {
    return assertInstanceOf(Found.Tickets.class, desk.find(guide, text)).tickets().getFirst();
  }

  @Test
  void paperOutAtTheKioskKeepsThePlaceForTheReplacement() {
    kioskPrinter.script.add(new PrintResult.Failed("PAPER_OUT"));
    Ticket first = assertInstanceOf(IssueOutcome.NoPaper.class, atKiosk(Optional.empty())).ticket();
    Ticket later = issuedAtKiosk();
    Ticket wanting = desk.look(guide).wanting().getFirst();
    assertEquals(first.id(), wanting.id());
    assertEquals(TicketState.VOID, wanting.state());
    IssueOutcome.Issued replacement =
        assertInstanceOf(IssueOutcome.Issued.class, desk.replace(guide, wanting.id()));
    assertEquals(0, replacement.ahead());
    assertEquals(1, guidePrinter.papers.size());
    assertEquals(List.of(), desk.look(guide).wanting());
    assertEquals(replacement.ticket().id(), called().id());
    assertEquals(later.id(), called().id());
  }

  @Test
  void theGuidesOwnPrinterWithoutPaperKeepsThePlaceToo() {
    kioskPrinter.script.add(new PrintResult.Failed("PAPER_OUT"));
    Ticket first = assertInstanceOf(IssueOutcome.NoPaper.class, atKiosk(Optional.empty())).ticket();
    issuedAtKiosk();
    guidePrinter.script.add(new PrintResult.Failed("PAPER_OUT"));
    IssueOutcome.NoPaper none =
        assertInstanceOf(IssueOutcome.NoPaper.class, desk.replace(guide, first.id()));
    assertEquals("PAPER_OUT", none.code());
    assertEquals(none.ticket().id(), desk.look(guide).wanting().getFirst().id());
    IssueOutcome.Issued second =
        assertInstanceOf(IssueOutcome.Issued.class, desk.replace(guide, none.ticket().id()));
    assertEquals(
        second.ticket().id(),
        assertInstanceOf(IssueOutcome.AlreadyWaiting.class, desk.replace(guide, none.ticket().id()))
            .ticket()
            .id());
    assertEquals(second.ticket().id(), called().id());
  }

  @Test
  void anUnconfirmedPaperInTheHandIsConfirmedAndNotReplaced() {
    Ticket unsure = unconfirmedAtKiosk();
    Ticket later = issuedAtKiosk();
    assertEquals(unsure.id(), desk.look(guide).wanting().getFirst().id());
    Settled.Done done =
        assertInstanceOf(Settled.Done.class, desk.confirm(guide, found("A001").id()));
    assertEquals(TicketState.WAITING, done.ticket().state());
    assertEquals(
        unsure.id(),
        assertInstanceOf(IssueOutcome.AlreadyWaiting.class, desk.replace(guide, unsure.id()))
            .ticket()
            .id());
    assertEquals(0, guidePrinter.papers.size());
    assertEquals(unsure.id(), called().id());
    assertEquals(later.id(), called().id());
  }

  @Test
  void anUnconfirmedTicketReplacedIsVoidSoThatTwoPapersAreNeverValid() {
    Ticket unsure = unconfirmedAtKiosk();
    Ticket later = issuedAtKiosk();
    Ticket fresh =
        assertInstanceOf(IssueOutcome.Issued.class, desk.replace(guide, unsure.id())).ticket();
    assertEquals(TicketState.VOID, found("A001").state());
    assertEquals(new Settled.Refused(Reason.WRONG_STATE), desk.confirm(guide, unsure.id()));
    assertEquals(fresh.id(), called().id());
    assertEquals(later.id(), called().id());
    assertInstanceOf(
        WindowCalls.Outcome.NobodyWaiting.class,
        clerkStation.windowCalls().orElseThrow().callNext(clerk));
  }

  @Test
  void aLostPaperIsTakenBackAndReplacedInItsPlace() {
    Ticket lost = issuedAtKiosk();
    issuedAtKiosk();
    assertEquals(
        TicketState.VOID,
        assertInstanceOf(Settled.Done.class, desk.takeBack(guide, lost.id())).ticket().state());
    assertEquals(new Settled.Refused(Reason.WRONG_STATE), desk.takeBack(guide, lost.id()));
    assertEquals(List.of(), desk.look(guide).wanting());
    Ticket fresh =
        assertInstanceOf(IssueOutcome.Issued.class, desk.replace(guide, lost.id())).ticket();
    assertEquals(fresh.id(), called().id());
  }

  @Test
  void aTicketThatAWindowHasStaysTheWindows() {
    Ticket ticket = issuedAtKiosk();
    clerkStation.windowCalls().orElseThrow().callNext(clerk);
    assertEquals(new Settled.Refused(Reason.ANOTHER_WINDOW), desk.takeBack(guide, ticket.id()));
    assertEquals(new Settled.Refused(Reason.WRONG_STATE), desk.confirm(guide, ticket.id()));
  }

  @Test
  void aNumberForSomeoneIsPrintedHereAndOfferedAgainToTheSamePerson() {
    IssueOutcome.Issued issued =
        assertInstanceOf(IssueOutcome.Issued.class, desk.issue(guide, "social", Optional.of(LI)));
    assertEquals(1, guidePrinter.papers.size());
    now = now.plusSeconds(60);
    assertEquals(
        issued.ticket().id(),
        assertInstanceOf(
                IssueOutcome.AlreadyWaiting.class, desk.issue(guide, "social", Optional.of(LI)))
            .ticket()
            .id());
    Look look = desk.look(guide);
    assertEquals(1, look.issued());
    assertTrue(
        look.lines().stream()
            .anyMatch(line -> line.waiting() == 1 && line.oldest().isPresent() && line.open()));
    assertEquals(
        List.of(issued.ticket().id()),
        assertInstanceOf(Found.Tickets.class, desk.findOf(guide, LI)).tickets().stream()
            .map(Ticket::id)
            .toList());
  }

  @Test
  void aTicketIsFoundByItsNumberHoweverTypedAndByItsCode() {
    Ticket ticket = issuedAtKiosk();
    for (String typed : List.of("A001", "a1", " a 001 ", "A-1", TicketCode.of(ticket.id()))) {
      assertEquals(ticket, found(typed));
    }
    assertEquals(new Found.Nothing(), desk.find(guide, "A999"));
    assertEquals(new Found.NotUnderstood(), desk.find(guide, "https://example.org/"));
    assertEquals(new Found.NotUnderstood(), desk.find(guide, ""));
    now = now.plusSeconds(24 * 3600);
    issuedAtKiosk();
    assertEquals(new Found.Nothing(), desk.find(guide, TicketCode.of(ticket.id())));
  }

  @Test
  void aPrinterThatCannotConfirmAsksTheGuide() {
    guidePrinter.script.add(new PrintResult.AskPerson());
    IssueOutcome.DidPaperCome asked =
        assertInstanceOf(
            IssueOutcome.DidPaperCome.class, desk.issue(guide, "social", Optional.empty()));
    assertInstanceOf(IssueOutcome.Issued.class, desk.answer(guide, asked, true));
    assertEquals(1, desk.look(guide).lines().stream().mapToInt(l -> l.waiting()).sum());
  }

  @Test
  void whoIsNeitherGuideNorClerkIsRefused() {
    Session leader = new Session("0001", "领导", Set.of(Role.SUPERVISOR), now);
    assertThrows(Session.NotAllowed.class, () -> desk.look(leader));
    assertThrows(Session.NotAllowed.class, () -> desk.issue(leader, "social", Optional.empty()));
    assertEquals(5, desk.look(clerk).lines().size());
  }
}
