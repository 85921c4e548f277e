package cn.wuyouhall.kiosk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.kiosk.FakeJobs;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.HandTimers;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.controls.StatusStrip.Tone;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guide desk's state, without a node. */
class GuideDeskTest {
  private final FakeGuide jobs = new FakeGuide();
  private final HandTimers timers = new HandTimers();
  private final Texts texts = Texts.strict("guide");
  private final GuideDesk desk =
      new GuideDesk(
          new Around(
              jobs, Background.sameThread(), timers, texts, InstantSource.fixed(FakeJobs.NOW)),
          FakeGuide.GAO);

  private final Ticket unsure = FakeGuide.ticket("A", 19, TicketState.PRINTING, true);
  private final Ticket kept =
      FakeGuide.ticket("B", 31, TicketState.VOID, false, Optional.of(FakeGuide.LI));

  @BeforeEach
  void aMorning() {
    jobs.wanting.add(unsure);
    jobs.tickets.addAll(List.of(unsure, kept));
    desk.refresh();
  }

  private static CardEvent.Read card() {
    return new CardEvent.Read(FakeJobs.card(FakeGuide.LI.name()));
  }

  @Test
  void withoutALineNothingIsIssued() {
    desk.issue();
    assertEquals(List.of(), jobs.asked);
    desk.choose(9);
    assertEquals(Optional.empty(), desk.lineProperty().get());
    desk.choose(2);
    desk.issue();
    assertEquals(List.of("issue social"), jobs.asked);
    assertEquals("A042", desk.issuedProperty().get().orElseThrow().ticket().number().shown());
  }

  @Test
  void theOwnPrinterOutOfPaperLeavesTheTicketReadyForTheReplacement() {
    jobs.answer =
        new IssueOutcome.NoPaper(FakeGuide.ticket("A", 42, TicketState.VOID, false), "PAPER_OUT");
    desk.choose(2);
    desk.issue();
    assertEquals(Tone.BAD, desk.saidProperty().get().tone());
    assertTrue(desk.saidProperty().get().text().contains("缺纸"));
    desk.replace();
    assertEquals(List.of("issue social", "replace 42"), jobs.asked);
  }

  @Test
  void whatWasReplacedBeforeIsShownAndNotPrintedAgain() {
    Ticket there = FakeGuide.ticket("B", 40, TicketState.WAITING, false);
    jobs.answer = new IssueOutcome.AlreadyWaiting(there, 3, FakeGuide.wait(5, 10));
    desk.select(kept);
    desk.replace();
    assertEquals(Optional.of(there), desk.shown().ticketProperty().get());
    assertEquals("B031 已经换成 B040，没有再打。", desk.saidProperty().get().text());
    assertEquals("号票有效，不用补打", desk.whyNotReplace());
  }

  @Test
  void aRefusalIsSaidInWords() {
    jobs.settled = FakeGuide.refused();
    desk.selectWanting(1);
    desk.takeBack();
    assertEquals("已到窗口，请窗口处理。", desk.saidProperty().get().text());
    assertEquals(Optional.of(unsure), desk.shown().ticketProperty().get());
  }

  @Test
  void theCardIsForgottenAfterAMinuteAndAfterItsNumber() {
    desk.onCard(card());
    assertEquals(Optional.of(kept), desk.shown().ticketProperty().get());
    timers.advance(Duration.ofSeconds(61));
    assertEquals(Optional.empty(), desk.cardProperty().get());
    desk.onCard(card());
    desk.choose(1);
    desk.issue();
    assertEquals(List.of("issue enterprise 610829195803040017"), jobs.asked);
    assertEquals(Optional.empty(), desk.cardProperty().get());
    assertEquals(Optional.empty(), desk.shown().ticketProperty().get());
  }

  @Test
  void whatCannotBeReadIsSaid() {
    desk.onScan(new Scan.Damaged());
    assertEquals("这个码读不出来，请输入号码。", desk.saidProperty().get().text());
    desk.onScan(new Scan.Text("https://example.org/"));
    assertTrue(desk.saidProperty().get().text().startsWith("看不懂这个号"));
    desk.onCard(new CardEvent.Unreadable("CARD_UNREADABLE"));
    assertEquals(Tone.WARN, desk.saidProperty().get().tone());
  }

  @Test
  void withoutTheDatabaseTheLastStateStaysAndNothingIsTried() {
    jobs.away = true;
    timers.advance(Duration.ofSeconds(21));
    assertEquals(Optional.of(FakeJobs.NOW), desk.hall().awaySinceProperty().get());
    assertEquals(5, desk.hall().lookProperty().get().orElseThrow().lines().size());
    desk.choose(2);
    desk.issue();
    desk.selectWanting(1);
    desk.replace();
    desk.confirm();
    desk.takeBack();
    assertEquals(List.of(), jobs.asked);
    jobs.away = false;
    desk.refresh();
    assertEquals(Optional.empty(), desk.hall().awaySinceProperty().get());
    desk.confirm();
    assertEquals(List.of("confirm 19"), jobs.asked);
  }

  @Test
  void whileThePaperIsAskedForNothingElseIsDone() {
    jobs.answer =
        new IssueOutcome.DidPaperCome(
            FakeGuide.ticket("A", 42, TicketState.PRINTING, false), 3, FakeGuide.wait(5, 10));
    desk.choose(2);
    desk.issue();
    desk.issue();
    desk.selectWanting(1);
    desk.replace();
    assertEquals(List.of("issue social"), jobs.asked);
    desk.paperCame(true);
    assertEquals(List.of("issue social", "came true"), jobs.asked);
    assertEquals(Optional.empty(), desk.askedProperty().get());
    assertTrue(desk.issuedProperty().get().isPresent());
  }

  @Test
  void nobodyLeavesAQuestionBehind() {
    assertEquals("", desk.whyNotLeave());
    jobs.answer =
        new IssueOutcome.DidPaperCome(
            FakeGuide.ticket("A", 42, TicketState.PRINTING, false), 3, FakeGuide.wait(5, 10));
    desk.choose(2);
    desk.issue();
    assertEquals("先回答号票是否出来", desk.whyNotLeave());
    desk.paperCame(true);
    assertEquals("", desk.whyNotLeave());
  }

  @Test
  void aReplacementThatWasAskedForSaysWhatItReplaced() {
    jobs.answer =
        new IssueOutcome.DidPaperCome(
            FakeGuide.ticket("B", 40, TicketState.PRINTING, false), 3, FakeGuide.wait(5, 10));
    desk.select(kept);
    desk.replace();
    desk.paperCame(true);
    assertEquals("B031 已作废，换成 B040，位置不变。", desk.saidProperty().get().text());
  }

  /** While the printer works for one person the next one lays a card. */
  @Test
  void aCardLaidMeanwhileIsTheNextPersons() {
    desk.choose(2);
    jobs.whileIssuing = () -> desk.onCard(card());
    desk.issue();
    assertEquals(Optional.of(FakeGuide.LI), desk.cardProperty().get());
    assertEquals(Optional.of(kept), desk.shown().ticketProperty().get());
    desk.issue();
    assertEquals(List.of("issue social", "issue social 610829195803040017"), jobs.asked);
  }

  @Test
  void aMissedCallIsAnsweredWithANewNumber() {
    Ticket missed = FakeGuide.ticket("A", 5, TicketState.NO_SHOW, false);
    assertTrue(GuideWords.hint(texts, missed).contains("另取一个号"));
  }

  @Test
  void aClosedDeskReadsNothingMore() {
    desk.close();
    jobs.away = true;
    timers.advance(Duration.ofMinutes(5));
    assertEquals(Optional.empty(), desk.hall().awaySinceProperty().get());
  }
}
