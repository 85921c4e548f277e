package cn.wuyouhall.clerk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.people.IdCard;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.HandTimers;
import cn.wuyouhall.ui.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window's state over the real jobs, everything on one thread. */
class DeskTest {
  @TempDir Path folder;
  private final HandTimers timers = new HandTimers();
  private final Texts texts = Texts.strict("clerk", "codes");
  private final Late late = new Late();
  private TestHall hall;
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    hall = new TestHall(folder);
    desk = newDesk();
  }

  private Desk newDesk() {
    Around around = new Around(hall.clerk(), Background.through(late, late), timers, texts);
    Desk made = new Desk(around, hall.session(), hall.clerk().windowCalls().orElseThrow());
    made.refresh();
    return made;
  }

  @AfterEach
  void close() {
    hall.close();
  }

  /** Runs at once, or when the test says so. */
  private static final class Late implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean holds;

    @Override
    public void execute(Runnable task) {
      if (holds) {
        waiting.add(task);
      } else {
        task.run();
      }
    }

    void hold() {
      holds = true;
    }

    void deliverOne() {
      waiting.remove().run();
    }

    void deliver() {
      holds = false;
      while (!waiting.isEmpty()) {
        deliverOne();
      }
    }
  }

  private Visit serve() {
    hall.ticket(Optional.of(TestHall.ZHANG), Priority.NONE);
    desk.callNext();
    desk.here();
    return desk.visitProperty().get().orElseThrow();
  }

  private CaseModel complete(Visit visit) {
    CaseModel model = visit.activeProperty().get();
    choose(model);
    for (int i = 0; i < model.checklist().materials().size(); i++) {
      model.mark(MaterialMark.ORIGINAL);
    }
    return model;
  }

  /** The item has two questions, which are answered with no. */
  private void choose(CaseModel model) {
    model.choose(hall.clerk().findItem().search("小餐饮经营许可新办", 5).getFirst().item());
    model.answer(false);
    model.answer(false);
  }

  @Test
  void nobodyWaitingIsSaidOnTheSpot() {
    desk.callNext();
    assertEquals("现在没有人等候。", desk.sentenceProperty().get());
    assertTrue(desk.currentProperty().get().isEmpty());
  }

  @Test
  void aCallCanBeTakenBackAndWaitsInItsOldPlace() {
    hall.ticket(Optional.empty(), Priority.NONE);
    hall.ticket(Optional.empty(), Priority.NONE);
    desk.callNext();
    assertEquals("A001", desk.undoableProperty().get().orElseThrow().shown());
    desk.takeBack();
    assertTrue(desk.currentProperty().get().isEmpty());
    assertEquals(2, desk.outlook().waitingProperty().get().size());
    desk.callNext();
    assertEquals("A001", desk.currentProperty().get().orElseThrow().ticket().number().shown());
  }

  @Test
  void aSecondCallIsRefusedInWords() {
    hall.ticket(Optional.empty(), Priority.NONE);
    desk.callNext();
    desk.callNext();
    assertTrue(desk.sentenceProperty().get().startsWith("本窗口还有人在办"));
    desk.noShow();
    assertEquals("还没叫满次数，请先重呼（F3）。", desk.sentenceProperty().get());
  }

  @Test
  void heldTicketsComeBackWithTheirDraft() {
    Visit visit = serve();
    visit.activeProperty().get().choose(hall.clerk().catalogue().items().getFirst());
    desk.hold();
    assertTrue(desk.visitProperty().get().isEmpty());
    desk.callBack(desk.outlook().heldProperty().get().getFirst());
    desk.here();
    CaseModel model = desk.visitProperty().get().orElseThrow().activeProperty().get();
    assertEquals(
        hall.clerk().catalogue().items().getFirst(), model.itemProperty().get().orElseThrow());
  }

  @Test
  void theTicketsHolderIsTheApplicantAndTheNextStepIsTheItem() {
    CaseModel model = serve().activeProperty().get();
    assertEquals("张小三", model.applicant().nameProperty().get());
    assertEquals(CaseModel.Step.ITEM, model.stepProperty().get());
  }

  @Test
  void theCardOfThePersonCalledMeansTheyAreHere() {
    hall.ticket(Optional.of(TestHall.ZHANG), Priority.NONE);
    desk.callNext();
    desk.onCard(new CardEvent.Read(card("王五", "610829195803040017")));
    assertEquals(TicketState.CALLED, desk.currentProperty().get().orElseThrow().ticket().state());
    assertTrue(desk.sentenceProperty().get().contains("不是取号人"));
    desk.onCard(new CardEvent.Read(card("张小三", "11010519491231002X")));
    assertEquals(TicketState.SERVING, desk.currentProperty().get().orElseThrow().ticket().state());
  }

  @Test
  void aCardReplacesNobodyUnasked() {
    Visit visit = serve();
    visit.cardLaid(new CardEvent.Read(card("王五", "610829195803040017")));
    assertEquals("张小三", visit.activeProperty().get().applicant().nameProperty().get());
    assertTrue(visit.sentenceProperty().get().contains("另一人"));
  }

  @Test
  void thatTheCardIsToBeHandedBackIsSaidUntilItIs() {
    Visit visit = serve();
    visit.cardLaid(new CardEvent.Read(card("张小三", "11010519491231002X")));
    assertTrue(visit.sentenceProperty().get().contains("请归还身份证"));
    visit.cardLaid(new CardEvent.Lifted());
    assertEquals("", visit.sentenceProperty().get());
  }

  private static IdCard card(String name, String number) {
    return new IdCard(
        IdCard.CardType.CITIZEN,
        name,
        "",
        "1",
        "01",
        LocalDate.of(1958, 3, 4),
        "陕西省吴堡县",
        number,
        "吴堡县公安局",
        LocalDate.of(2015, 1, 1),
        Optional.empty());
  }

  @Test
  void aCompleteCaseIsTakenInOnceAndGetsItsMarks() {
    Visit visit = serve();
    CaseModel model = complete(visit);
    assertEquals("", model.notAcceptable());
    model.review();
    assertEquals(CaseModel.Panel.SUMMARY, model.panelProperty().get());
    model.accept();
    model.accept();
    assertTrue(model.isTaken());
    assertEquals(1, hall.clerk().cases().ofThisStation(desk.clerk(), 10).size());
    assertEquals(
        "ACCEPTANCE", model.recordProperty().get().orElseThrow().documents().getFirst().kind());
    desk.endVisit();
    assertTrue(desk.currentProperty().get().isEmpty());
    assertEquals("A001", desk.lastProperty().get().orElseThrow().number().shown());
  }

  @Test
  void severalCasesBelongToOneVisit() {
    Visit visit = serve();
    complete(visit).accept();
    visit.another();
    assertEquals(2, visit.cases().size());
    assertEquals("张小三", visit.activeProperty().get().applicant().nameProperty().get());
    assertEquals(CaseModel.Step.ITEM, visit.activeProperty().get().stepProperty().get());
  }

  @Test
  void anOpenCaseIsSaidBeforeTheVisitEnds() {
    complete(serve());
    desk.endVisit();
    assertTrue(desk.sentenceProperty().get().startsWith("还有 1 件没有受理"));
    assertTrue(desk.currentProperty().get().isPresent());
    desk.endVisit();
    assertTrue(desk.currentProperty().get().isEmpty());
  }

  @Test
  void aDraftSurvivesTheProcess() {
    Visit visit = serve();
    CaseModel model = complete(visit);
    model.applicant().phoneProperty().set("13912345678");
    timers.advance(Duration.ofSeconds(2));
    int marked = model.checklist().marked();
    hall.restart();
    desk = newDesk();
    CaseModel again = desk.visitProperty().get().orElseThrow().activeProperty().get();
    assertEquals(marked, again.checklist().marked());
    assertTrue(again.checklist().isDone());
    assertEquals("13912345678", again.applicant().phoneProperty().get());
    assertEquals(CaseModel.Step.MATERIALS, again.stepProperty().get());
  }

  @Test
  void whatIsTakenUpAgainIsTheOnlyCaseHoweverOftenTheProgramEnds() {
    Visit visit = serve();
    complete(visit);
    timers.advance(Duration.ofSeconds(2));
    for (int ends = 0; ends < 2; ends++) {
      hall.restart();
      late.hold();
      desk = newDesk();
      while (desk.visitProperty().get().isEmpty()) {
        late.deliverOne();
      }
      Visit again = desk.visitProperty().get().orElseThrow();
      // The tabs are drawn when another case is shown: it must stand alone by then.
      List<Integer> tabs = new ArrayList<>();
      again.activeProperty().subscribe((before, after) -> tabs.add(again.cases().size()));
      late.deliver();
      assertEquals(1, again.cases().size());
      assertEquals(List.of(1), tabs);
      assertEquals(1, hall.clerk().drafts().of(desk.clerk(), visit.id()).size());
    }
  }

  @Test
  void aMarkTheRulesDoNotKnowIsRefusedWithItsReason() {
    CaseModel model = serve().activeProperty().get();
    choose(model);
    int row = model.checklist().rowProperty().get();
    model.mark(MaterialMark.DEFERRED);
    assertTrue(model.sentenceProperty().get().startsWith("不可容缺"));
    assertEquals(0, model.checklist().marked());
    assertEquals(row, model.checklist().rowProperty().get());
    assertFalse(model.notAcceptable().isBlank());
  }

  @Test
  void aQuestionNobodyAnsweredIsAskedBeforeTheCaseIsTakenIn() {
    CaseModel model = serve().activeProperty().get();
    model.choose(hall.clerk().findItem().search("小餐饮经营许可新办", 5).getFirst().item());
    model.mark(MaterialMark.ORIGINAL);
    assertEquals("先回答这个问题：Y 是，N 否。", model.sentenceProperty().get());
    Checklist list = model.checklist();
    list.go(list.questions().size());
    for (int i = 0; i < list.materials().size(); i++) {
      model.mark(MaterialMark.ORIGINAL);
    }
    assertFalse(list.isDone());
    assertEquals("先回答 2 个情形问题（Y 是，N 否），再定要哪些材料。", model.notAcceptable());
    model.review();
    assertEquals(CaseModel.Panel.NONE, model.panelProperty().get());
    list.go(0);
    model.answer(false);
    model.answer(false);
    assertEquals("", model.notAcceptable());
  }

  @Test
  void anotherItemAsksItsOwnQuestionsFromTheFirst() {
    CaseModel model = serve().activeProperty().get();
    choose(model);
    Item other =
        hall.clerk().catalogue().items().stream()
            .filter(item -> item.situations().size() > 2)
            .findFirst()
            .orElseThrow();
    model.choose(other);
    assertEquals(0, model.checklist().rowProperty().get());
    assertTrue(model.checklist().answers().isEmpty());
  }

  @Test
  void theCardLaidForOneTicketIsNotTheApplicantOfAnother() {
    hall.ticket(Optional.of(TestHall.ZHANG), Priority.NONE);
    desk.callNext();
    desk.hold();
    hall.ticket(Optional.empty(), Priority.NONE);
    desk.callNext();
    desk.onCard(new CardEvent.Read(card("王五", "610829195803040017")));
    desk.hold();
    desk.refresh();
    desk.callBack(desk.outlook().heldProperty().get().getFirst());
    desk.here();
    CaseModel model = desk.visitProperty().get().orElseThrow().activeProperty().get();
    assertEquals("张小三", model.applicant().nameProperty().get());
  }

  @Test
  void anEndedVisitLeavesNoDraftBehind() {
    Visit visit = serve();
    complete(visit).applicant().phoneProperty().set("13912345678");
    desk.endVisit();
    desk.endVisit();
    timers.advance(Duration.ofSeconds(5));
    assertEquals(List.of(), hall.clerk().drafts().of(desk.clerk(), visit.id()));
  }

  @Test
  void theSecondKeyThatEndsAVisitIsNotWaitedForForEver() {
    complete(serve());
    desk.endVisit();
    timers.advance(Duration.ofMinutes(10));
    assertEquals("", desk.sentenceProperty().get());
    desk.endVisit();
    assertTrue(desk.sentenceProperty().get().startsWith("还有 1 件没有受理"));
    assertTrue(desk.currentProperty().get().isPresent());
  }

  @Test
  void thatNobodyWaitsIsNotSaidWhileSomebodyDoes() {
    desk.callNext();
    hall.ticket(Optional.empty(), Priority.NONE);
    desk.refresh();
    assertEquals("", desk.sentenceProperty().get());
  }

  @Test
  void whatIsSaidFollowsTheLanguage() {
    desk.callNext();
    texts.show(Texts.ENGLISH);
    assertEquals("Nobody is waiting.", desk.sentenceProperty().get());
  }

  @Test
  void nothingChangesWhileACaseIsBeingSaved() {
    CaseModel model = complete(serve());
    late.hold();
    model.accept();
    model.answer(true);
    model.mark(MaterialMark.MISSING);
    model.choose(hall.clerk().catalogue().items().getFirst());
    assertFalse(model.notAcceptable().isBlank());
    late.deliver();
    assertTrue(model.isTaken());
    assertEquals(List.of(), model.recordProperty().get().orElseThrow().situations());
    assertTrue(model.checklist().isDone());
  }

  @Test
  void whatWasTypedBeforeTheKeptDraftsCameStays() {
    Visit visit = serve();
    complete(visit);
    timers.advance(Duration.ofSeconds(2));
    desk.hold();
    desk.callBack(desk.outlook().heldProperty().get().getFirst());
    late.hold();
    desk.here();
    while (desk.visitProperty().get().isEmpty()) {
      late.deliverOne();
    }
    Visit again = desk.visitProperty().get().orElseThrow();
    again.activeProperty().get().applicant().nameProperty().set("李四");
    late.deliver();
    assertTrue(
        again.cases().stream().anyMatch(one -> one.applicant().nameProperty().get().equals("李四")));
  }

  @Test
  void aCaseTakenInIsCountedAndTheListIsReadForItAlone() {
    assertEquals(0, desk.outlook().todayProperty().get().cases());
    complete(serve()).accept();
    Outlook.Today today = desk.outlook().todayProperty().get();
    assertEquals(1, today.cases());
    desk.refresh();
    assertSame(today, desk.outlook().todayProperty().get());
  }
}
