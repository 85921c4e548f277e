package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.domain.queue.IssueResult;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.station.WindowCalls.Outcome;
import cn.wuyouhall.testkit.port.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls of a window whose hall comes and goes. */
class WindowCallsTest {
  private static final Session CLERK = HallOnDisk.CLERK;
  private static final Person LI =
      new Person("李秀兰", IdKind.RESIDENT, "11010519491231002X", "", false);

  @TempDir Path folder;
  private HallOnDisk hall;
  private HallQueue real;
  private Trouble<HallQueue> queue;
  private WindowCalls calls;
  private Ticket first;
  private Ticket second;

  @BeforeEach
  void open() throws Exception {
    hall = new HallOnDisk(folder);
    Vault vault = hall.vault("clerk-3");
    real = vault.hall().queue();
    queue = Trouble.before(HallQueue.class, real);
    calls =
        new WindowCalls(
            queue.port(),
            NoDisplay.NONE,
            new WindowTexts(),
            new Requests(vault.journal(), hall.around.ids(), hall.clock),
            3,
            "clerk-3",
            hall.clock);
    first = ticket(Optional.of(LI));
    second = ticket(Optional.empty());
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private Ticket ticket(Optional<Person> holder) {
    Ids ids = hall.around.ids();
    Ticket printing =
        assertInstanceOf(
                IssueResult.Numbered.class,
                real.issue(
                    new IssueRequest(ids.next(), "kiosk-1", "social", holder, Priority.NONE, ""),
                    hall.clock.instant()))
            .ticket();
    hall.clock.pass(Duration.ofMinutes(1));
    return real.paper(printing.id(), PaperOutcome.CAME, "kiosk-1", hall.clock.instant());
  }

  private Ticket done(Outcome outcome) {
    return assertInstanceOf(Outcome.Done.class, outcome).ticket();
  }

  @Test
  void aCallWhoseAnswerWasLostIsAnsweredByTheSameTicket() {
    queue.loseAnswer("callNext", 1, HallOnDisk::hallAway);
    assertInstanceOf(Outcome.HallAway.class, calls.callNext(CLERK));
    assertEquals(first.id(), done(calls.callNext(CLERK)).id());
    assertEquals(2, queue.calls("callNext"));
  }

  @Test
  void aFullHallIsToldApartFromOneThatIsAway() {
    queue.away("callNext", 1, HallOnDisk::hallFull);
    assertEquals(new Outcome.NotSaved("HALL_DISK_FULL"), calls.callNext(CLERK));
    assertEquals(first.id(), done(calls.callNext(CLERK)).id());
  }

  @Test
  void aLostAnswerIsNotTakenForTheNextPersons() {
    calls.callNext(CLERK);
    queue.loseAnswer("serve", 1, HallOnDisk::hallAway);
    assertInstanceOf(Outcome.HallAway.class, calls.serve(CLERK));
    done(calls.finish(CLERK)); // The screen showed that they are being served.
    calls.callNext(CLERK);
    Ticket served = done(calls.serve(CLERK));
    assertEquals(second.id(), served.id());
    assertEquals(TicketState.SERVING, served.state());
  }

  @Test
  void aLostCallIsNotTakenForTheNextOne() {
    queue.loseAnswer("callNext", 1, HallOnDisk::hallAway);
    calls.callNext(CLERK);
    calls.serve(CLERK);
    calls.finish(CLERK);
    assertEquals(second.id(), done(calls.callNext(CLERK)).id());
  }

  @Test
  void aLostEndIsNotTakenForTheNextVisits() {
    calls.callNext(CLERK);
    calls.serve(CLERK);
    queue.loseAnswer("finish", 1, HallOnDisk::hallAway);
    calls.finish(CLERK);
    calls.callNext(CLERK);
    calls.serve(CLERK);
    assertEquals(second.id(), done(calls.finish(CLERK)).id());
    assertEquals(Optional.empty(), real.current(3));
  }

  @Test
  void aLostEndAskedForAgainIsDone() {
    calls.callNext(CLERK);
    calls.serve(CLERK);
    queue.loseAnswer("finish", 1, HallOnDisk::hallAway);
    calls.finish(CLERK);
    assertEquals(first.id(), done(calls.finish(CLERK)).id());
  }

  @Test
  void aCardOrCodeWhileTheHallIsAwaySaysSo() {
    calls.callNext(CLERK);
    queue.away("current", 2, HallOnDisk::hallAway);
    assertInstanceOf(Outcome.HallAway.class, calls.cardLaid(CLERK, LI.idNumber()).orElseThrow());
    assertInstanceOf(
        Outcome.HallAway.class, calls.scanned(CLERK, TicketCode.of(first.id())).orElseThrow());
    assertEquals(first.id(), done(calls.cardLaid(CLERK, LI.idNumber()).orElseThrow()).id());
  }

  @Test
  void whatNamesPeopleNeedsAClerk() {
    Session guide = new Session("0101", "高文静", Set.of(Role.GUIDE), HallOnDisk.MORNING);
    assertThrows(Session.NotAllowed.class, () -> calls.current(guide));
    assertThrows(Session.NotAllowed.class, () -> calls.waiting(guide, 5));
    assertThrows(Session.NotAllowed.class, () -> calls.held(guide));
    assertThrows(Session.NotAllowed.class, () -> calls.cardLaid(guide, LI.idNumber()));
    assertThrows(Session.NotAllowed.class, () -> calls.scanned(guide, "WYT1:"));
  }
}
