package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.devices.TicketPrinter.PrintResult;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.testkit.port.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wish for a number, its paper, and everything that can come between them. */
class IssueTicketTest {
  private static final Person ZHANG =
      new Person("张小三", IdKind.RESIDENT, "11010519491231002X", "", false);

  @TempDir Path folder;
  private HallOnDisk hall;
  private Vault vault;
  private Trouble<HallQueue> queue;
  private Trouble<StationJournal> journal;
  private final ScriptedPrinter printer = new ScriptedPrinter();
  private IssueTicket job;

  @BeforeEach
  void open() throws Exception {
    hall = new HallOnDisk(folder);
    start();
  }

  private void start() {
    vault = hall.vault("kiosk-1");
    queue = Trouble.before(HallQueue.class, vault.hall().queue());
    journal = Trouble.before(StationJournal.class, vault.journal());
    Requests requests = new Requests(journal.port(), hall.around.ids(), hall.clock);
    job =
        new IssueTicket(
            queue.port(),
            printer,
            requests,
            new ShowLines(queue.port(), hall::rules, () -> Set.of(1), hall.clock),
            hall::rules,
            "kiosk-1",
            hall.clock);
  }

  /** The process ends here and another one begins. */
  private int restart() {
    hall.shut(vault);
    start();
    return job.settleInterrupted().size();
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private IssueOutcome wish() {
    return job.issue("social", Optional.empty(), Priority.NONE, "");
  }

  private IssueOutcome wishOfTheNext() {
    hall.clock.pass(Duration.ofSeconds(3));
    return wish();
  }

  private Ticket inHall(int number) {
    return vault.hall().queue().byNumber(new TicketNumber("A", number)).orElseThrow();
  }

  private <O extends IssueOutcome> O expect(Class<O> kind, IssueOutcome outcome) {
    return assertInstanceOf(kind, outcome);
  }

  @Test
  void theNumberIsShownWhenItsPaperIsConfirmed() {
    IssueOutcome.Issued issued = expect(IssueOutcome.Issued.class, wish());
    assertEquals("A001", issued.ticket().number().shown());
    assertEquals("A001", printer.number());
    assertEquals(0, issued.ahead());
    assertEquals(TicketState.WAITING, inHall(1).state());
  }

  @Test
  void aProvenFailureVoidsTheTicketAndKeepsItsPlace() {
    printer.next(new PrintResult.Failed("PAPER_OUT"));
    assertEquals("PAPER_OUT", expect(IssueOutcome.NoPaper.class, wish()).code());
    assertEquals(TicketState.VOID, inHall(1).state());
    expect(IssueOutcome.Issued.class, wishOfTheNext());
    assertEquals("A002", printer.number());
  }

  @Test
  void aPrinterThatAnswersNothingLeavesAnUnconfirmedTicketAndNoSecondPaper() {
    printer.next(new PrintResult.Unknown("NO_ANSWER"));
    assertEquals("NO_ANSWER", expect(IssueOutcome.Unconfirmed.class, wish()).code());
    assertEquals(TicketState.PRINTING, inHall(1).state());
    assertTrue(inHall(1).unconfirmed());
    expect(IssueOutcome.Issued.class, wishOfTheNext());
    assertEquals(2, printer.asked().size());
    assertEquals("A002", printer.number());
  }

  @Test
  void aPrinterThatCannotConfirmAsksThePerson() {
    printer.next(new PrintResult.AskPerson());
    IssueOutcome.DidPaperCome yes = expect(IssueOutcome.DidPaperCome.class, wish());
    assertEquals(TicketState.PRINTING, inHall(1).state());
    expect(IssueOutcome.Issued.class, job.answer(yes, PaperOutcome.CAME));
    assertEquals(TicketState.WAITING, inHall(1).state());

    printer.next(new PrintResult.AskPerson());
    IssueOutcome.DidPaperCome no = expect(IssueOutcome.DidPaperCome.class, wishOfTheNext());
    expect(IssueOutcome.NoPaper.class, job.answer(no, PaperOutcome.FAILED));
    assertEquals(TicketState.VOID, inHall(2).state());

    printer.next(new PrintResult.AskPerson());
    IssueOutcome.DidPaperCome left = expect(IssueOutcome.DidPaperCome.class, wishOfTheNext());
    expect(IssueOutcome.Unconfirmed.class, job.answer(left, PaperOutcome.UNKNOWN));
    assertTrue(inHall(3).unconfirmed());
  }

  @Test
  void aHallThatIsAwayPrintsNothingAndTheWishIsKept() {
    queue.away("issue", 1, HallOnDisk::hallAway);
    expect(IssueOutcome.HallAway.class, wish());
    assertEquals(0, printer.asked().size());
    expect(IssueOutcome.Issued.class, wishOfTheNext());
    assertEquals("A001", printer.number());
  }

  @Test
  void aFullHallIsToldApartFromOneThatIsAway() {
    queue.away("issue", 1, HallOnDisk::hallFull);
    assertEquals(new IssueOutcome.NotSaved("HALL_DISK_FULL"), wish());
    assertEquals(0, printer.asked().size());
    expect(IssueOutcome.Issued.class, wishOfTheNext());
    assertEquals("A001", printer.number());
  }

  @Test
  void aLostReplyMakesNoSecondTicket() {
    queue.loseAnswer("issue", 1, HallOnDisk::hallAway);
    expect(IssueOutcome.HallAway.class, wish());
    assertEquals(TicketState.PRINTING, inHall(1).state());
    expect(IssueOutcome.Issued.class, wishOfTheNext());
    assertEquals("A001", printer.number());
    assertEquals(TicketState.WAITING, inHall(1).state());
    assertEquals(
        1,
        vault.hall().queue().view(hall.clock.instant()).lines().stream()
            .filter(line -> line.line().equals("social"))
            .findFirst()
            .orElseThrow()
            .issued());
  }

  @Test
  void aWishWhoseReplyWasLostYesterdayIsANewOneToday() {
    queue.loseAnswer("issue", 1, HallOnDisk::hallAway);
    expect(IssueOutcome.HallAway.class, wish());
    hall.clock.pass(Duration.ofDays(1));
    IssueOutcome.Issued today = expect(IssueOutcome.Issued.class, wish());
    assertEquals(1, printer.asked().size());
    assertEquals("2026-11-24", today.ticket().day().toString());
    assertEquals(TicketState.WAITING, today.ticket().state());
  }

  @Test
  void aConfirmationTheHallDidNotHearIsToldWhenItIsBack() {
    queue.away("paper", 1, HallOnDisk::hallAway);
    assertEquals("HALL_AWAY", expect(IssueOutcome.Unconfirmed.class, wish()).code());
    assertEquals(TicketState.PRINTING, inHall(1).state());
    job.payOwed();
    assertEquals(TicketState.WAITING, inHall(1).state());
    assertEquals(1, printer.asked().size());
  }

  @Test
  void aFailureTheHallDidNotHearIsToldWhenItIsBack() {
    printer.next(new PrintResult.Failed("PAPER_OUT"));
    queue.away("paper", 1, HallOnDisk::hallAway);
    expect(IssueOutcome.NoPaper.class, wish());
    job.payOwed();
    assertEquals(TicketState.VOID, inHall(1).state());
  }

  @Test
  void aCrashBeforeTheHallHeardLeavesTheTicketUnconfirmed() {
    queue.away("paper", 1, HallOnDisk::hallAway);
    expect(IssueOutcome.Unconfirmed.class, wish());
    expect(IssueOutcome.Issued.class, wishOfTheNext());
    assertEquals(1, restart());
    assertTrue(inHall(1).unconfirmed());
    assertEquals(TicketState.WAITING, inHall(2).state());
    assertEquals(2, printer.asked().size());
  }

  @Test
  void aCrashWhilePrintingLeavesTheTicketUnconfirmed() {
    printer.next(() -> {
      throw new InternalError("the process ends here");
    });
    try {
      wish();
    } catch (InternalError here) {
      assertEquals("the process ends here", here.getMessage());
    }
    assertEquals(1, restart());
    assertTrue(inHall(1).unconfirmed());
    assertEquals(0, restart());
  }

  @Test
  void aPrinterThatFailsInAnUnknownWayLeavesAnUnconfirmedTicket() {
    printer.next(() -> {
      throw new IllegalStateException("a fault nobody thought of");
    });
    assertEquals("PRINTER_FAULT", expect(IssueOutcome.Unconfirmed.class, wish()).code());
    assertTrue(inHall(1).unconfirmed());
    expect(IssueOutcome.Issued.class, wishOfTheNext());
  }

  @Test
  void aClockThatIsSetBackTurnsNobodyAway() {
    expect(IssueOutcome.Issued.class, wish());
    hall.clock.pass(Duration.ofMinutes(-20));
    expect(IssueOutcome.Issued.class, wish());
  }

  @Test
  void aConfirmedTicketIsNotTouchedByARestart() {
    expect(IssueOutcome.Issued.class, wish());
    assertEquals(0, restart());
    assertEquals(TicketState.WAITING, inHall(1).state());
  }

  @Test
  void aSecondTapWithinTwoSecondsDoesNothing() {
    expect(IssueOutcome.Issued.class, wish());
    hall.clock.pass(Duration.ofMillis(1999));
    expect(IssueOutcome.SecondTap.class, wish());
    assertEquals(1, printer.asked().size());
    expect(IssueOutcome.Issued.class, job.issue("enterprise", Optional.empty(), Priority.NONE, ""));
    hall.clock.pass(Duration.ofSeconds(3));
    expect(IssueOutcome.Issued.class, wish());
    assertEquals("A002", printer.number());
  }

  @Test
  void aTapWhileTheFirstStillPrintsDoesNothing() throws Exception {
    CountDownLatch printing = new CountDownLatch(1);
    CountDownLatch paper = new CountDownLatch(1);
    printer.next(() -> {
      printing.countDown();
      try {
        paper.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
      return new PrintResult.Printed();
    });
    CompletableFuture<IssueOutcome> first = CompletableFuture.supplyAsync(this::wish);
    assertTrue(printing.await(20, TimeUnit.SECONDS));
    expect(IssueOutcome.SecondTap.class, wish());
    paper.countDown();
    expect(IssueOutcome.Issued.class, first.get(20, TimeUnit.SECONDS));
    assertEquals(1, printer.asked().size());
  }

  @Test
  void aPersonWhoWaitsIsToldSo() {
    expect(IssueOutcome.Issued.class, job.issue("social", Optional.of(ZHANG), Priority.NONE, ""));
    hall.clock.pass(Duration.ofSeconds(3));
    IssueOutcome.AlreadyWaiting waiting =
        expect(
            IssueOutcome.AlreadyWaiting.class,
            job.issue("social", Optional.of(ZHANG), Priority.NONE, ""));
    assertEquals("A001", waiting.ticket().number().shown());
    assertEquals(1, printer.asked().size());
  }

  @Test
  void atNoonTheLineSaysWhenItOpens() {
    hall.clock.pass(Duration.ofHours(3));
    IssueOutcome.Closed closed = expect(IssueOutcome.Closed.class, wish());
    assertEquals(Optional.of(LocalTime.of(13, 30)), closed.opens());
    assertEquals(0, printer.asked().size());
  }

  @Test
  void aFullDiskGivesNoNumberAndPrintsNothing() {
    journal.away("append", 1, HallOnDisk::diskFull);
    assertEquals("DISK_FULL", expect(IssueOutcome.NotSaved.class, wish()).code());
    assertEquals(0, printer.asked().size());
    assertEquals(0, queue.calls("issue"));
    expect(IssueOutcome.Issued.class, wishOfTheNext());
    assertEquals("A001", printer.number());
  }

  @Test
  void aHallThatGoesAwayForTheEstimateHoldsNothingUp() {
    queue.away("serviceTimes", 1, HallOnDisk::hallAway);
    expect(IssueOutcome.Issued.class, wish());
  }

  @Test
  void requestIdsAreStoredBeforeTheyAreSent() {
    queue.away("issue", 2, HallOnDisk::hallAway);
    wish();
    assertEquals(1, vault.journal().states("request").size());
    hall.clock.pass(Duration.ofSeconds(3));
    wish();
    assertEquals(1, vault.journal().states("request").size(), "the same wish keeps its id");
    job.issue("enterprise", Optional.empty(), Priority.NONE, "");
    assertNotEquals(1, vault.journal().states("request").size());
  }
}
