package cn.wuyouhall.store.hall;

import static cn.wuyouhall.store.hall.TestHall.NINE;
import static cn.wuyouhall.store.hall.TestHall.id;
import static cn.wuyouhall.store.hall.TestHall.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.queue.CallResult;
import cn.wuyouhall.domain.queue.CallResult.Reason;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.HallView;
import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.domain.queue.IssueResult;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.queue.VoidResult;
import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.domain.time.HallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every home of the hall's queue does. */
public abstract class HallQueueContract {
  /** An empty hall database. */
  protected abstract HallDatabase open() throws Exception;

  private HallDatabase database;
  private HallQueue queue;

  @BeforeEach
  void openHall() throws Exception {
    database = open();
    database.rules().store(TestHall.rules(), "0001", NINE);
    queue = database.queue();
  }

  @AfterEach
  void closeHall() {
    database.close();
  }

  private Ticket issued(String line, Instant at) {
    IssueResult result = queue.issue(request(line), at);
    return assertInstanceOf(IssueResult.Numbered.class, result).ticket();
  }

  private Ticket waiting(String line, Instant at) {
    return queue.paper(issued(line, at).id(), PaperOutcome.CAME, "K01", at);
  }

  private Ticket done(CallResult result) {
    return assertInstanceOf(CallResult.Done.class, result).ticket();
  }

  private static Reason reason(CallResult result) {
    return assertInstanceOf(CallResult.Refused.class, result).reason();
  }

  private Ticket call(int window, Instant at) {
    return done(queue.callNext(id(), window, "C0" + window, "0001", at));
  }

  private static Instant later(int seconds) {
    return NINE.plusSeconds(seconds);
  }

  @Test
  void numbersCountByPrefixFromOne() {
    assertEquals("A001", issued("social", NINE).number().shown());
    assertEquals("A002", issued("social", NINE).number().shown());
    assertEquals("B001", issued("market", NINE).number().shown());
  }

  @Test
  void repeatedRequestGivesTheSameTicket() {
    IssueRequest wish = request("social", TestHall.LI);
    Ticket first = assertInstanceOf(IssueResult.Numbered.class, queue.issue(wish, NINE)).ticket();
    IssueResult.Numbered again =
        assertInstanceOf(IssueResult.Numbered.class, queue.issue(wish, later(9)));
    assertTrue(again.repeated());
    assertEquals(first, again.ticket());
    assertEquals(Optional.of(first), queue.ticketOf(wish.requestId()));
    assertEquals(Optional.empty(), queue.ticketOf(id()));
  }

  @Test
  void theSamePersonIsOfferedTheOpenTicket() {
    Ticket first =
        assertInstanceOf(
                IssueResult.Numbered.class, queue.issue(request("social", TestHall.LI), NINE))
            .ticket();
    IssueResult.AlreadyWaiting second =
        assertInstanceOf(
            IssueResult.AlreadyWaiting.class,
            queue.issue(request("social", TestHall.LI), later(5)));
    assertEquals(first, second.ticket());
    assertInstanceOf(
        IssueResult.Numbered.class, queue.issue(request("market", TestHall.LI), later(6)));
  }

  @Test
  void outsideHoursTheLineIsClosed() {
    Instant six = NINE.minus(Duration.ofHours(3));
    assertEquals(
        new IssueResult.LineClosed("social", Optional.of(LocalTime.of(8, 30))),
        queue.issue(request("social"), six));
    assertEquals(
        new IssueResult.LineClosed("nowhere", Optional.empty()),
        queue.issue(request("nowhere"), NINE));
  }

  @Test
  void peopleAheadAreCounted() {
    waiting("social", NINE);
    issued("social", later(1));
    waiting("market", later(2));
    IssueResult.Numbered third =
        assertInstanceOf(IssueResult.Numbered.class, queue.issue(request("social"), later(3)));
    assertEquals(2, third.ahead());
  }

  @Test
  void paperDecidesWhetherTheTicketWaits() {
    Ticket came = issued("social", NINE);
    assertEquals(
        TicketState.WAITING, queue.paper(came.id(), PaperOutcome.CAME, "K01", NINE).state());
    Ticket failed = issued("social", NINE);
    assertEquals(
        TicketState.VOID, queue.paper(failed.id(), PaperOutcome.FAILED, "K01", NINE).state());
    Ticket unknown = issued("social", NINE);
    Ticket unconfirmed = queue.paper(unknown.id(), PaperOutcome.UNKNOWN, "K01", NINE);
    assertEquals(TicketState.PRINTING, unconfirmed.state());
    assertTrue(unconfirmed.unconfirmed());
    assertEquals(unconfirmed, queue.paper(unknown.id(), PaperOutcome.UNKNOWN, "K01", later(1)));
    Ticket confirmed = queue.paper(unknown.id(), PaperOutcome.CAME, "K01", later(2));
    assertEquals(TicketState.WAITING, confirmed.state());
    assertFalse(confirmed.unconfirmed());
    assertEquals(
        TicketState.WAITING,
        queue.paper(unknown.id(), PaperOutcome.FAILED, "K01", later(3)).state());
  }

  @Test
  void replacementTakesTheOldPlaceOnce() {
    Ticket first = issued("social", NINE);
    waiting("social", later(1));
    queue.paper(first.id(), PaperOutcome.FAILED, "K01", later(2));
    UUID wish = id();
    IssueResult.Numbered fresh =
        assertInstanceOf(
            IssueResult.Numbered.class, queue.replace(wish, first.id(), "K01", later(3)));
    assertEquals("A003", fresh.ticket().number().shown());
    assertEquals(0, fresh.ahead());
    assertEquals(first.issuedAt(), fresh.ticket().issuedAt());
    assertTrue(
        assertInstanceOf(
                IssueResult.Numbered.class, queue.replace(wish, first.id(), "K01", later(4)))
            .repeated());
    IssueResult.AlreadyWaiting again =
        assertInstanceOf(
            IssueResult.AlreadyWaiting.class, queue.replace(id(), first.id(), "K01", later(5)));
    assertEquals(fresh.ticket().id(), again.ticket().id());
    queue.paper(fresh.ticket().id(), PaperOutcome.CAME, "K01", later(6));
    assertEquals("A003", call(1, later(7)).number().shown());
  }

  @Test
  void replacingAnUnconfirmedTicketVoidsIt() {
    Ticket lost = issued("social", NINE);
    queue.paper(lost.id(), PaperOutcome.UNKNOWN, "K01", NINE);
    queue.replace(id(), lost.id(), "K01", later(1));
    assertEquals(TicketState.VOID, queue.byNumber(lost.number()).orElseThrow().state());
  }

  private List<UUID> wantingGuide() {
    return queue.wantingGuide(9).stream().map(Ticket::id).toList();
  }

  @Test
  void theGuideSeesPapersNobodyKnowsAboutAndPlacesThatAreKept() {
    assertEquals(List.of(), wantingGuide());
    Ticket failed = issued("social", NINE);
    Ticket unknown = issued("market", later(1));
    waiting("social", later(2));
    issued("social", later(3));
    assertEquals(List.of(), wantingGuide());
    queue.paper(failed.id(), PaperOutcome.FAILED, "K01", later(4));
    queue.paper(unknown.id(), PaperOutcome.UNKNOWN, "K01", later(4));
    assertEquals(List.of(failed.id(), unknown.id()), wantingGuide());
    assertEquals(1, queue.wantingGuide(1).size());
    queue.paper(unknown.id(), PaperOutcome.CAME, "G01", later(5));
    assertEquals(List.of(failed.id()), wantingGuide());
    Ticket fresh =
        assertInstanceOf(
                IssueResult.Numbered.class, queue.replace(id(), failed.id(), "G01", later(6)))
            .ticket();
    assertEquals(List.of(), wantingGuide());
    queue.paper(fresh.id(), PaperOutcome.FAILED, "G01", later(7));
    assertEquals(List.of(fresh.id()), wantingGuide());
    queue.closeDay("G01", later(8));
    assertEquals(List.of(), wantingGuide());
  }

  @Test
  void aTicketTakenBackIsVoidAndItsPlaceCanStillBeTaken() {
    Ticket ticket = waiting("social", NINE);
    waiting("social", later(1));
    UUID wish = id();
    VoidResult.Voided done =
        assertInstanceOf(
            VoidResult.Voided.class, queue.voidTicket(wish, ticket.id(), "G01", "0101", later(2)));
    assertEquals(TicketState.VOID, done.ticket().state());
    assertTrue(
        assertInstanceOf(
                VoidResult.Voided.class,
                queue.voidTicket(wish, ticket.id(), "G01", "0101", later(3)))
            .repeated());
    assertEquals(
        new VoidResult.Refused(Reason.WRONG_STATE),
        queue.voidTicket(id(), ticket.id(), "G01", "0101", later(3)));
    assertEquals(List.of(), wantingGuide());
    IssueResult.Numbered fresh =
        assertInstanceOf(
            IssueResult.Numbered.class, queue.replace(id(), ticket.id(), "G01", later(4)));
    queue.paper(fresh.ticket().id(), PaperOutcome.CAME, "G01", later(5));
    assertEquals(fresh.ticket().id(), call(1, later(6)).id());
  }

  @Test
  void whatAWindowHasOrAPrinterIsAtIsNotTakenBack() {
    Ticket printing = issued("social", NINE);
    assertEquals(
        new VoidResult.Refused(Reason.WRONG_STATE),
        queue.voidTicket(id(), printing.id(), "G01", "0101", later(1)));
    queue.paper(printing.id(), PaperOutcome.UNKNOWN, "K01", later(2));
    assertInstanceOf(
        VoidResult.Voided.class, queue.voidTicket(id(), printing.id(), "G01", "0101", later(3)));
    Ticket called = waiting("social", later(4));
    call(1, later(5));
    assertEquals(
        new VoidResult.Refused(Reason.ANOTHER_WINDOW),
        queue.voidTicket(id(), called.id(), "G01", "0101", later(6)));
    assertEquals(
        new VoidResult.Refused(Reason.NO_SUCH_TICKET),
        queue.voidTicket(id(), id(), "G01", "0101", later(6)));
    issued("social", NINE.plus(Duration.ofDays(1)));
    assertEquals(
        new VoidResult.Refused(Reason.NO_SUCH_TICKET),
        queue.voidTicket(id(), called.id(), "G01", "0101", NINE.plus(Duration.ofDays(1))));
  }

  @Test
  void ticketsAreFoundByIdAndByTheirHoldersDocument() {
    IssueResult.Numbered social =
        assertInstanceOf(
            IssueResult.Numbered.class, queue.issue(request("social", TestHall.LI), NINE));
    IssueResult.Numbered market =
        assertInstanceOf(
            IssueResult.Numbered.class, queue.issue(request("market", TestHall.LI), later(1)));
    waiting("social", later(2));
    assertEquals(Optional.of(social.ticket()), queue.ticket(social.ticket().id()));
    assertEquals(Optional.empty(), queue.ticket(id()));
    assertEquals(
        List.of(social.ticket(), market.ticket()), queue.ticketsOf(TestHall.LI.idNumber()));
    assertEquals(List.of(), queue.ticketsOf("610829195803040017"));
  }

  @Test
  void whoMeanwhileTookAnotherNumberIsGivenNoSecondOne() {
    Ticket failed =
        assertInstanceOf(
                IssueResult.Numbered.class, queue.issue(request("social", TestHall.LI), NINE))
            .ticket();
    queue.paper(failed.id(), PaperOutcome.FAILED, "K01", later(1));
    Ticket other =
        assertInstanceOf(
                IssueResult.Numbered.class, queue.issue(request("social", TestHall.LI), later(2)))
            .ticket();
    assertEquals(
        other.id(),
        assertInstanceOf(
                IssueResult.AlreadyWaiting.class, queue.replace(id(), failed.id(), "G01", later(3)))
            .ticket()
            .id());
  }

  @Test
  void theLongestWaitingIsCalledOfAllLinesOfTheWindow() {
    Ticket market = waiting("market", NINE);
    Ticket social = waiting("social", later(1));
    assertEquals(
        List.of(market.id(), social.id()),
        queue.waitingFor(2, 9).stream().map(Ticket::id).toList());
    Ticket called = call(2, later(10));
    assertEquals(market.id(), called.id());
    assertEquals(TicketState.CALLED, called.state());
    assertEquals(2, called.window().orElseThrow());
    assertEquals(1, called.calls());
    assertEquals(Reason.WINDOW_BUSY, reason(queue.callNext(id(), 2, "C02", "0001", later(11))));
    assertEquals(social.id(), call(1, later(12)).id());
    assertInstanceOf(
        CallResult.NobodyWaiting.class, queue.callNext(id(), 3, "C03", "0001", later(13)));
    assertEquals(Reason.NO_SUCH_WINDOW, reason(queue.callNext(id(), 99, "C9", "1", later(14))));
  }

  @Test
  void priorityGoesFirstButNotForEver() {
    Ticket ordinary = waiting("social", NINE);
    for (int i = 1; i <= 3; i++) {
      IssueRequest wish =
          new IssueRequest(id(), "K01", "social", Optional.empty(), Priority.ELDER, "");
      IssueResult.Numbered n =
          assertInstanceOf(IssueResult.Numbered.class, queue.issue(wish, later(i)));
      queue.paper(n.ticket().id(), PaperOutcome.CAME, "K01", later(i));
    }
    List<String> foreseen =
        queue.waitingFor(1, 9).stream().map(ticket -> ticket.number().shown()).toList();
    assertEquals(List.of("A002", "A003", ordinary.number().shown(), "A004"), foreseen);
    for (int i = 0; i < 4; i++) {
      int start = 100 + i * 100;
      assertEquals(foreseen.get(i), call(1, later(start)).number().shown());
      done(queue.serve(id(), 1, "C01", "0001", later(start + 1)));
      done(queue.finish(id(), 1, "C01", "0001", later(start + 2)));
    }
  }

  @Test
  void repeatedCallMakesNoSecondCall() {
    waiting("social", NINE);
    waiting("social", NINE);
    UUID wish = id();
    CallResult.Done first =
        assertInstanceOf(CallResult.Done.class, queue.callNext(wish, 1, "C01", "0001", later(1)));
    CallResult.Done again =
        assertInstanceOf(CallResult.Done.class, queue.callNext(wish, 1, "C01", "0001", later(2)));
    assertTrue(again.repeated());
    assertEquals(first.visit(), again.visit());
    assertEquals(first.ticket(), again.ticket());
    assertEquals(1, queue.view(later(3)).lines().getFirst().waiting());
  }

  @Test
  void visitIsServedEndedAndInvitedInOneGo() {
    waiting("social", NINE);
    call(1, later(10));
    assertEquals(Reason.WRONG_STATE, reason(queue.finish(id(), 1, "C01", "0001", later(11))));
    CallResult.Done serving =
        assertInstanceOf(CallResult.Done.class, queue.serve(id(), 1, "C01", "0001", later(20)));
    assertEquals(TicketState.SERVING, serving.ticket().state());
    HallQueue.Current current = queue.current(1).orElseThrow();
    assertEquals(serving.visit(), current.visit());
    assertEquals(later(20), current.since());
    assertEquals(List.of(), database.ratings().open(1));
    UUID wish = id();
    assertEquals(TicketState.SERVED, done(queue.finish(wish, 1, "C01", "0001", later(80))).state());
    done(queue.finish(wish, 1, "C01", "0001", later(81)));
    List<Invitation> invited = database.ratings().open(1);
    assertEquals(1, invited.size());
    assertEquals(serving.visit(), invited.getFirst().visit());
    assertEquals(Optional.empty(), queue.current(1));
    assertEquals(List.of(Duration.ofSeconds(60)), queue.serviceTimes("social", 5));
  }

  @Test
  void ratingEndsOnceAndItsSealGoesToTheOutbox() {
    waiting("social", NINE);
    CallResult.Done called =
        assertInstanceOf(CallResult.Done.class, queue.callNext(id(), 1, "C01", "0001", later(1)));
    done(queue.serve(id(), 1, "C01", "0001", later(2)));
    done(queue.finish(id(), 1, "C01", "0001", later(3)));
    Invitation invitation = database.ratings().open(1).getFirst();
    assertTrue(database.ratings().asking(invitation.id(), "P01", later(4)));
    assertFalse(database.ratings().asking(invitation.id(), "P02", later(5)));
    UUID entry = id();
    byte[] body = {1, 2, 3};
    for (int i = 0; i < 2; i++) {
      assertTrue(
          database
              .ratings()
              .end(entry, invitation.id(), RatingOutcome.ANSWERED, body, "P01", later(6)));
    }
    assertFalse(
        database
            .ratings()
            .end(id(), invitation.id(), RatingOutcome.TIMED_OUT, body, "P02", later(7)));
    assertEquals(
        Optional.of(RatingOutcome.ANSWERED),
        database.ratings().ofVisit(called.visit()).orElseThrow().outcome());
    assertEquals(1, database.outbox().pending().parcels());
    assertEquals(List.of(), database.ratings().open(1));
  }

  @Test
  void recallFollowsTheRules() {
    waiting("social", NINE);
    call(1, later(0));
    CallResult.Refused soon =
        assertInstanceOf(CallResult.Refused.class, queue.recall(id(), 1, "C01", "0001", later(5)));
    assertEquals(new CallResult.Refused(Reason.TOO_SOON, Optional.of(later(20))), soon);
    assertEquals(Reason.NOT_CALLED_ENOUGH, reason(queue.noShow(id(), 1, "C01", "0001", later(20))));
    assertEquals(2, done(queue.recall(id(), 1, "C01", "0001", later(20))).calls());
    assertEquals(3, done(queue.recall(id(), 1, "C01", "0001", later(40))).calls());
    assertEquals(Reason.CALLED_ENOUGH, reason(queue.recall(id(), 1, "C01", "0001", later(60))));
    Ticket absent = done(queue.noShow(id(), 1, "C01", "0001", later(61)));
    assertEquals(TicketState.NO_SHOW, absent.state());
    assertEquals(List.of(), database.ratings().open(1));
    Ticket back = done(queue.callBack(id(), absent.id(), 1, "C01", "0001", later(99)));
    assertEquals(TicketState.CALLED, back.state());
    assertEquals(1, back.calls());
  }

  @Test
  void callCanBeTakenBackForAMoment() {
    Ticket ticket = waiting("social", NINE);
    waiting("social", later(1));
    call(1, later(10));
    assertEquals(
        TicketState.WAITING, done(queue.undoCall(id(), 1, "C01", "0001", later(12))).state());
    assertEquals(
        Optional.empty(), queue.claimAnnouncement("s1", "V1", later(13), Duration.ofSeconds(60)));
    assertEquals(ticket.id(), call(1, later(14)).id());
    assertEquals(Reason.TOO_LATE, reason(queue.undoCall(id(), 1, "C01", "0001", later(99))));
  }

  @Test
  void heldTicketStaysItsWindows() {
    waiting("social", NINE);
    Ticket ticket = call(1, later(1));
    done(queue.serve(id(), 1, "C01", "0001", later(2)));
    done(queue.hold(id(), 1, "C01", "0001", later(3)));
    assertEquals(List.of(ticket.id()), queue.heldAt(1).stream().map(Ticket::id).toList());
    assertEquals(
        Reason.ANOTHER_WINDOW,
        reason(queue.callBack(id(), ticket.id(), 2, "C02", "0001", later(4))));
    assertEquals(
        Reason.NO_SUCH_TICKET, reason(queue.callBack(id(), id(), 1, "C01", "0001", later(4))));
    done(queue.callBack(id(), ticket.id(), 1, "C01", "0001", later(5)));
    done(queue.serve(id(), 1, "C01", "0001", later(6)));
    done(queue.finish(id(), 1, "C01", "0001", later(62)));
    assertEquals(1, database.ratings().open(1).size());
    assertEquals(List.of(Duration.ofSeconds(60)), queue.serviceTimes("social", 5));
  }

  @Test
  void transferKeepsNumberAndPlaceAndInvitesWhoWasServed() {
    Ticket first = waiting("social", NINE);
    waiting("market", later(1));
    call(1, later(2));
    done(queue.serve(id(), 1, "C01", "0001", later(3)));
    Ticket moved = done(queue.transfer(id(), 1, "market", "要先办执照", "C01", "0001", later(4)));
    assertEquals("market", moved.line());
    assertEquals(first.number(), moved.number());
    assertEquals(1, database.ratings().open(1).size());
    assertEquals(first.id(), call(3, later(5)).id());
  }

  @Test
  void dayCloseAddsUp() {
    for (int i = 0; i < 6; i++) {
      waiting("social", later(i));
    }
    issued("social", later(7));
    queue.paper(issued("market", later(8)).id(), PaperOutcome.FAILED, "K01", later(8));
    call(1, later(10));
    done(queue.serve(id(), 1, "C01", "0001", later(11)));
    done(queue.finish(id(), 1, "C01", "0001", later(12)));
    call(1, later(20));
    done(queue.recall(id(), 1, "C01", "0001", later(40)));
    done(queue.recall(id(), 1, "C01", "0001", later(60)));
    done(queue.noShow(id(), 1, "C01", "0001", later(61)));
    call(1, later(70));
    done(queue.serve(id(), 1, "C01", "0001", later(71)));
    HallQueue.DayClosed closed = queue.closeDay("K01", later(100));
    assertEquals(new HallQueue.DayClosed(HallTime.day(NINE), 8, 1, 1, 1, 5), closed);
    assertEquals(closed, queue.closeDay("K01", later(101)));
    assertEquals(2, database.ratings().open(1).size());
    assertEquals(
        new IssueResult.LineClosed("social", Optional.empty()),
        queue.issue(request("social"), later(102)));
    Ticket tomorrow = issued("social", NINE.plus(Duration.ofDays(1)));
    assertEquals("A001", tomorrow.number().shown());
  }

  @Test
  void aClockThatJumpsBackChangesNoOrderAndNoDay() {
    Ticket first = waiting("social", NINE);
    Instant yesterday = NINE.minus(Duration.ofDays(1));
    Ticket second = waiting("social", yesterday);
    assertEquals(first.day(), second.day());
    assertEquals("A002", second.number().shown());
    assertTrue(second.issuedAt().isAfter(first.issuedAt()));
    assertEquals(first.id(), call(1, later(5)).id());
  }

  @Test
  void aNewDayClosesTheOneBefore() {
    Ticket old = waiting("social", NINE);
    issued("social", NINE.plus(Duration.ofDays(1)));
    assertEquals(1, queue.view(NINE.plus(Duration.ofDays(1))).lines().getFirst().issued());
    assertInstanceOf(
        CallResult.NobodyWaiting.class,
        queue.callNext(id(), 1, "C01", "0001", NINE.plus(Duration.ofDays(1))));
    assertNotEquals(old.day(), queue.view(NINE.plus(Duration.ofDays(1))).day().orElseThrow());
  }

  @Test
  void announcementIsClaimedOnceByOneVoice() {
    waiting("social", NINE);
    call(1, later(1));
    Duration stale = Duration.ofSeconds(60);
    assertEquals(Optional.empty(), queue.claimAnnouncement("s2", "V2", later(2), stale));
    assertEquals(Optional.empty(), queue.claimAnnouncement("s1", "V1", later(90), stale));
    assertEquals(
        "A001",
        queue.claimAnnouncement("s1", "V1", later(3), stale).orElseThrow().number().shown());
    assertEquals(Optional.empty(), queue.claimAnnouncement("s1", "V9", later(4), stale));
  }

  @Test
  void theViewShowsEveryWindowAndLine() {
    assertEquals(Optional.empty(), queue.view(NINE).day());
    waiting("social", NINE);
    waiting("social", later(1));
    queue.paper(issued("social", later(2)).id(), PaperOutcome.UNKNOWN, "K01", later(2));
    call(1, later(5));
    HallView view = queue.view(later(6));
    assertEquals(3, view.windows().size());
    assertEquals(Optional.of(TicketState.CALLED), view.windows().getFirst().state());
    assertEquals(Optional.of(later(5)), view.windows().getFirst().since());
    assertEquals(
        new HallView.LineRow("social", 1, 1, Optional.of(later(1)), 3, 0, 0, 0),
        view.lines().getFirst());
  }

  @Test
  void everyCommitIsNews() {
    long before = queue.changeCount();
    assertEquals(before, queue.changeCount());
    issued("social", NINE);
    assertNotEquals(before, queue.changeCount());
  }
}
