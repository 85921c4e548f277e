package cn.wuyouhall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.catalogue.Catalogue.Errand;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.WaitEstimate;
import cn.wuyouhall.kiosk.KioskJobs.Wish;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.ShowLines.Offer;
import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.HandTimers;
import cn.wuyouhall.ui.Texts;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One citizen's way through the kiosk, without a node. */
class KioskVisitTest {
  private final FakeJobs jobs = new FakeJobs();
  private final HandTimers timers = new HandTimers();
  private final Texts texts = Texts.strict("kiosk");
  private final KioskVisit visit =
      new KioskVisit(
          jobs, Background.sameThread(), timers, texts, InstantSource.fixed(FakeJobs.NOW));

  @BeforeEach
  void begin() {
    jobs.onCard(visit::onPlate);
    visit.hall().refresh();
  }

  private Page page() {
    return visit.pageProperty().get();
  }

  private Page.Kind trouble() {
    return assertInstanceOf(Page.Trouble.class, page()).kind();
  }

  private Offer line(String id) {
    return visit.hall().offersProperty().get().stream()
        .filter(offer -> offer.line().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void fromTheFirstTouchToThePaper() {
    visit.start();
    assertEquals(new Page.Choose(), page());
    visit.choose(line("social"));
    assertEquals(
        new Page.Success(FakeJobs.ticket(), 7, new WaitEstimate(15, 25), Optional.empty()), page());
    assertEquals(List.of(new Wish("social", Optional.empty(), Priority.NONE, "")), jobs.wishes);
  }

  @Test
  void anErrandWithOneItemTakesItsNumberAtOnce() {
    visit.start();
    visit.choose(jobs.catalogue().errands().get(2));
    Page.Success success = assertInstanceOf(Page.Success.class, page());
    assertEquals("05", success.item().orElseThrow().code());
    assertEquals("05", jobs.wishes.getFirst().itemCode());
  }

  @Test
  void anErrandWithSeveralItemsAsksWhichOne() {
    visit.start();
    visit.choose(jobs.catalogue().errands().getFirst());
    assertInstanceOf(Page.Items.class, page());
    visit.back();
    assertEquals(new Page.Choose(), page());
  }

  @Test
  void aLaidCardGreetsAndGoesWithTheWish() {
    jobs.lay();
    assertEquals(new Page.Choose(), page());
    visit.choose(line("social"));
    Wish wish = jobs.wishes.getFirst();
    assertEquals(Optional.of(FakeJobs.card().holder()), wish.holder());
    assertEquals(Priority.ELDER, wish.priority());
  }

  @Test
  void theCardIsRememberedUntilItIsLifted() {
    jobs.lay();
    assertFalse(visit.cardToTakeProperty().get());
    visit.choose(line("social"));
    timers.advance(Duration.ofSeconds(60));
    assertEquals(new Page.Idle(), page());
    assertTrue(visit.cardToTakeProperty().get());
    jobs.lift();
    assertFalse(visit.cardToTakeProperty().get());
  }

  @Test
  void aCardThatCannotBeReadSaysSoAndLeavesTimeToReadIt() {
    visit.onPlate(new CardEvent.Unreadable("READ_FAILED"));
    assertEquals(Page.Kind.CARD, trouble());
    jobs.lift();
    assertEquals(Page.Kind.CARD, trouble());
    timers.advance(Duration.ofSeconds(8));
    assertEquals(new Page.Idle(), page());
  }

  @Test
  void aForeignCardAndOneTakenTooEarlySayWhatTheyAre() {
    visit.onPlate(new CardEvent.Unreadable("CARD_FOREIGN"));
    assertEquals(Page.Kind.CARD_FOREIGN, trouble());
    visit.onPlate(new CardEvent.Lifted());
    visit.onPlate(new CardEvent.Unreadable("CARD_MOVED"));
    assertEquals(Page.Kind.CARD_MOVED, trouble());
    visit.onPlate(new CardEvent.Read(FakeJobs.card()));
    assertEquals(new Page.Choose(), page());
  }

  @Test
  void aSecondTapWithinTwoSecondsDoesNothingMore() {
    visit.start();
    visit.choose(line("social"));
    visit.choose(line("social"));
    visit.home();
    visit.choose(line("general"));
    assertEquals(1, jobs.wishes.size());
    assertInstanceOf(Page.Success.class, page());
    timers.advance(Duration.ofSeconds(2));
    visit.home();
    assertEquals(new Page.Idle(), page());
  }

  @Test
  void everythingIsWipedAfterThirtySeconds() {
    jobs.lay();
    visit.toggleLanguage();
    visit.search();
    visit.typing().type("S");
    timers.advance(Duration.ofSeconds(29));
    visit.touched();
    timers.advance(Duration.ofSeconds(29));
    assertInstanceOf(Page.Search.class, page());
    timers.advance(Duration.ofSeconds(1));
    assertEquals(new Page.Idle(), page());
    assertEquals(Optional.empty(), visit.cardProperty().get());
    assertEquals("", visit.typing().typedProperty().get());
    assertTrue(texts.isChinese());
  }

  @Test
  void largeTypeHasItsOwnTimeAndAsksBeforeItWipes() {
    visit.toggleLarge();
    visit.start();
    timers.advance(Duration.ofSeconds(34));
    assertFalse(visit.asksStillThereProperty().get());
    timers.advance(Duration.ofSeconds(1));
    assertTrue(visit.asksStillThereProperty().get());
    timers.advance(Duration.ofSeconds(34));
    assertEquals(new Page.Choose(), page());
    visit.stillHere();
    assertFalse(visit.asksStillThereProperty().get());
    timers.advance(Duration.ofSeconds(70));
    assertEquals(new Page.Idle(), page());
    assertFalse(visit.largeProperty().get());
    assertFalse(visit.asksStillThereProperty().get());
  }

  @Test
  void theLastPageCountsDown() {
    visit.start();
    visit.choose(line("social"));
    assertEquals(20, visit.secondsLeftProperty().get());
    timers.advance(Duration.ofSeconds(5));
    assertEquals(15, visit.secondsLeftProperty().get());
    timers.advance(Duration.ofSeconds(15));
    assertEquals(new Page.Idle(), page());
  }

  @Test
  void noPaperIsNoNumber() {
    jobs.answer = new IssueOutcome.NoPaper(FakeJobs.ticket(), "PAPER_OUT");
    visit.start();
    visit.choose(line("social"));
    assertEquals(Page.Kind.PAPER_OUT, trouble());
  }

  @Test
  void aPrinterThatCannotSayAsksThePerson() {
    jobs.answer = new IssueOutcome.DidPaperCome(FakeJobs.ticket(), 7, new WaitEstimate(15, 25));
    visit.start();
    visit.choose(line("social"));
    assertInstanceOf(Page.AskPaper.class, page());
    visit.answerPaper(true);
    assertInstanceOf(Page.Success.class, page());
  }

  @Test
  void aPersonWithoutPaperGoesToTheGuide() {
    jobs.answer = new IssueOutcome.DidPaperCome(FakeJobs.ticket(), 7, new WaitEstimate(15, 25));
    visit.start();
    visit.choose(line("social"));
    visit.answerPaper(false);
    assertEquals(Page.Kind.NO_PAPER, trouble());
  }

  @Test
  void whoGoesAwayWithoutAnAnswerLeavesTheTicketToTheGuide() {
    jobs.answer = new IssueOutcome.DidPaperCome(FakeJobs.ticket(), 7, new WaitEstimate(15, 25));
    visit.start();
    visit.choose(line("social"));
    timers.advance(Duration.ofSeconds(30));
    assertEquals(new Page.Idle(), page());
    assertEquals(List.of(PaperOutcome.UNKNOWN), jobs.answers);
    visit.start();
    visit.choose(line("social"));
    timers.advance(Duration.ofSeconds(3));
    visit.back();
    assertEquals(List.of(PaperOutcome.UNKNOWN, PaperOutcome.UNKNOWN), jobs.answers);
  }

  @Test
  void whoHasANumberIsToldWhereItStands() {
    jobs.answer = new IssueOutcome.AlreadyWaiting(FakeJobs.ticket(), 3, new WaitEstimate(5, 10));
    visit.start();
    visit.choose(line("social"));
    Page.Trouble told = assertInstanceOf(Page.Trouble.class, page());
    assertEquals(Optional.of(new Page.Place(3, new WaitEstimate(5, 10))), told.place());
    assertEquals("A023", told.number());
  }

  @Test
  void aReadingOfTheHallThatFailsDisturbsNobody() {
    visit.start();
    visit.choose(line("social"));
    jobs.broken = true;
    visit.hall().refresh();
    assertInstanceOf(Page.Success.class, page());
    assertTrue(visit.hall().awayProperty().get());
    timers.advance(Duration.ofSeconds(60));
    assertEquals(new Page.Idle(), page());
  }

  @Test
  void aCardTheLastPersonLeftIsNotTakenForTheNextOnes() {
    jobs.lay();
    timers.advance(Duration.ofSeconds(31));
    assertEquals(new Page.Idle(), page());
    visit.start();
    assertTrue(visit.cardToTakeProperty().get());
    visit.choose(line("social"));
    assertEquals(Optional.empty(), jobs.wishes.getFirst().holder());
  }

  @Test
  void anotherPersonsCardBeginsAnew() {
    jobs.lay();
    visit.declaredProperty().set(true);
    visit.search();
    visit.typing().type("S");
    jobs.lay();
    assertInstanceOf(Page.Search.class, page());
    visit.onPlate(new CardEvent.Read(FakeJobs.card("李小四")));
    assertEquals(new Page.Choose(), page());
    assertEquals("", visit.typing().typedProperty().get());
    assertFalse(visit.declaredProperty().get());
    visit.onPlate(new CardEvent.Unreadable("CARD_FOREIGN"));
    assertEquals(Optional.empty(), visit.cardProperty().get());
  }

  @Test
  void aCardLaidWhileAnItemIsChosenStaysAtTheQuestion() {
    visit.start();
    visit.choose(jobs.catalogue().errands().getFirst());
    jobs.lay();
    assertInstanceOf(Page.Items.class, page());
    assertTrue(visit.cardProperty().get().isPresent());
  }

  @Test
  void anErrandNobodyTakesSaysSo() {
    visit.start();
    visit.choose(new Errand("gone", new Name("没有的事", ""), List.of("99")));
    assertEquals(Page.Kind.CLOSED, trouble());
  }

  @Test
  void theKioskGoesBackToItsOwnLanguage() {
    texts.show(Texts.ENGLISH);
    KioskVisit english =
        new KioskVisit(
            jobs, Background.sameThread(), timers, texts, InstantSource.fixed(FakeJobs.NOW));
    english.start();
    english.toggleLanguage();
    assertTrue(texts.isChinese());
    timers.advance(Duration.ofSeconds(30));
    assertFalse(texts.isChinese());
  }

  @Test
  void everyOtherOutcomeHasItsSentences() {
    for (IssueOutcome taken :
        List.of(
            new IssueOutcome.Unconfirmed(FakeJobs.ticket(), "NO_ANSWER"),
            new IssueOutcome.Closed("social", Optional.empty()),
            new IssueOutcome.Closed("social", Optional.of(LocalTime.of(13, 30))),
            new IssueOutcome.AlreadyWaiting(FakeJobs.ticket(), 3, new WaitEstimate(5, 9)),
            new IssueOutcome.HallAway(),
            new IssueOutcome.NotSaved("DISK_FULL"))) {
      jobs.answer = taken;
      visit.start();
      visit.choose(line("social"));
      String key = "trouble." + trouble() + ".";
      assertFalse(texts.get(key + "what").isBlank());
      assertFalse(texts.get(key + "safe").isBlank());
      assertFalse(texts.get(key + "todo").isBlank());
      timers.advance(Duration.ofSeconds(40));
    }
  }

  @Test
  void aClosedLineSaysWhenItOpensAndTakesNothing() {
    visit.start();
    visit.choose(line("estate"));
    assertEquals(Page.Kind.CLOSED_UNTIL, trouble());
    assertEquals(List.of(), jobs.wishes);
    visit.back();
    assertEquals(new Page.Choose(), page());
  }

  @Test
  void aFaultInTheProgramShowsItsCode() {
    jobs.fails = true;
    visit.start();
    visit.choose(line("social"));
    Page.Trouble trouble = assertInstanceOf(Page.Trouble.class, page());
    assertEquals(Page.Kind.FAILURE, trouble.kind());
    assertTrue(trouble.code().matches("[0-9A-F]{4}-[0-9A-F]{4}"));
  }

  @Test
  void aLostHallIsSaidAndTheLastLinesStay() {
    jobs.away = true;
    visit.hall().refresh();
    assertTrue(visit.hall().awayProperty().get());
    assertEquals(5, visit.hall().offersProperty().get().size());
    jobs.away = false;
    visit.hall().refresh();
    assertFalse(visit.hall().awayProperty().get());
  }

  @Test
  void searchFollowsEachLetter() {
    visit.search();
    visit.typing().type("Y");
    assertEquals(7, visit.typing().foundProperty().get().size());
    visit.typing().type("Y");
    assertEquals(6, visit.typing().foundProperty().get().size());
    visit.typing().erase();
    visit.typing().erase();
    assertEquals(List.of(), visit.typing().foundProperty().get());
    visit.typing().erase();
    assertEquals("", visit.typing().typedProperty().get());
  }
}
