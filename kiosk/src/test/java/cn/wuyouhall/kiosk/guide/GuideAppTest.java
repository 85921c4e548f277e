package cn.wuyouhall.kiosk.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.kiosk.FakeJobs;
import cn.wuyouhall.station.GuideTickets.Settled;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.ui.Snapshots;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.StatusStrip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** By key through the real screens, nodes looked up by their ids. */
@ExtendWith(ApplicationExtension.class)
class GuideAppTest {
  private final FakeGuide jobs = new FakeGuide();
  private GuideApp app;

  @TempDir Path temp;

  @Start
  void start(Stage stage) {
    jobs.wanting.add(FakeGuide.ticket("A", 19, TicketState.PRINTING, true));
    jobs.wanting.add(FakeGuide.ticket("B", 31, TicketState.VOID, false, Optional.of(FakeGuide.LI)));
    jobs.tickets.addAll(jobs.wanting);
    jobs.tickets.add(FakeGuide.ticket("A", 23, TicketState.WAITING, false));
    jobs.tickets.add(FakeGuide.ticket("A", 7, TicketState.CALLED, false));
    app = new GuideApp(jobs, stage, InstantSource.fixed(FakeJobs.NOW), Pace.REAL);
    app.show();
  }

  @Stop
  void stop() {
    app.close();
  }

  private static void await(java.util.concurrent.Callable<Boolean> holds) throws Exception {
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, holds);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean shown(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().filter(GuideAppTest::seen).isPresent();
  }

  private static boolean seen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private static String said(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(StatusStrip.class).getText();
  }

  private void signIn(FxRobot robot) throws Exception {
    robot.write("0101").push(KeyCode.ENTER).write("1357").push(KeyCode.ENTER);
    await(() -> shown(robot, "#line-5") && shown(robot, "#alert-1"));
  }

  @Test
  void theWrongPinAndTheWrongPersonAreToldSo(FxRobot robot) throws Exception {
    robot.write("0101").push(KeyCode.ENTER).write("0000").push(KeyCode.ENTER);
    await(() -> said(robot, "#sign-in-sentence").contains("密码不对"));
    picture(robot, "guide-0-sign-in");
    robot.clickOn("#staff-number").push(KeyCode.SHORTCUT, KeyCode.A).write("0312");
    robot.push(KeyCode.ENTER).write("1").push(KeyCode.ENTER);
    await(() -> said(robot, "#sign-in-sentence").contains("没有导办权限"));
  }

  @Test
  void aDigitAndF2GiveANumber(FxRobot robot) throws Exception {
    signIn(robot);
    assertEquals("还没选队列", robot.lookup("#issue").queryAs(ActionButton.class).getForbidden());
    robot.push(KeyCode.F2);
    assertEquals(List.of(), jobs.asked);
    robot.push(KeyCode.DIGIT2).push(KeyCode.F2);
    await(() -> shown(robot, "#issued-number"));
    assertEquals(List.of("issue social"), jobs.asked);
    assertEquals("A042", text(robot, "#issued-number"));
    robot.push(KeyCode.ESCAPE);
    await(() -> !shown(robot, "#issued"));
  }

  @Test
  void aKeptPlaceIsReplacedWithTwoKeys(FxRobot robot) throws Exception {
    signIn(robot);
    robot.push(KeyCode.ALT, KeyCode.DIGIT2);
    await(() -> shown(robot, "#ticket-number"));
    assertEquals("B031", text(robot, "#ticket-number"));
    assertEquals("李*兰  610829********0017", text(robot, "#ticket-holder"));
    robot.push(KeyCode.F3);
    await(() -> shown(robot, "#issued-number"));
    assertEquals(List.of("replace 31"), jobs.asked);
    assertEquals("B031 已作废，换成 A042，位置不变。", said(robot, "#said"));
  }

  @Test
  void aLetterBeginsTheNumberToLookUp(FxRobot robot) throws Exception {
    signIn(robot);
    robot.write("a019").push(KeyCode.ENTER);
    await(() -> shown(robot, "#ticket-number"));
    assertEquals("A019", text(robot, "#ticket-number"));
    robot.push(KeyCode.F9);
    await(() -> !jobs.asked.isEmpty());
    assertEquals(List.of("confirm 19"), jobs.asked);
    await(() -> said(robot, "#said").equals("A019 已确认，正常排队。"));
    robot.push(KeyCode.SHORTCUT, KeyCode.K).write("a999").push(KeyCode.ENTER);
    await(() -> said(robot, "#said").startsWith("今天没有这个号"));
    assertFalse(shown(robot, "#ticket"));
  }

  @Test
  void whatTheRulesForbidIsGreyAndSaysWhy(FxRobot robot) throws Exception {
    signIn(robot);
    robot.write("a007").push(KeyCode.ENTER);
    await(() -> shown(robot, "#ticket-number"));
    for (String id : List.of("#replace", "#confirm-paper", "#void")) {
      assertFalse(robot.lookup(id).queryAs(ActionButton.class).getForbidden().isBlank(), id);
    }
    robot.push(KeyCode.F3).push(KeyCode.F4).push(KeyCode.F9);
    assertEquals(List.of(), jobs.asked);
    robot.write("a023").push(KeyCode.ENTER);
    await(() -> text(robot, "#ticket-number").equals("A023"));
    jobs.settled = new Settled.Done(FakeGuide.ticket("A", 23, TicketState.VOID, false));
    robot.push(KeyCode.F4);
    await(() -> said(robot, "#said").startsWith("A023 已作废"));
    assertEquals(List.of("void 23"), jobs.asked);
  }

  @Test
  void theScannerAndTheCardFindTickets(FxRobot robot) throws Exception {
    signIn(robot);
    robot.interact(() -> jobs.scan.accept(new Scan.Text("A023")));
    await(() -> shown(robot, "#ticket-number"));
    assertEquals("A023", text(robot, "#ticket-number"));
    jobs.card.accept(new CardEvent.Read(FakeJobs.card(FakeGuide.LI.name())));
    await(() -> text(robot, "#ticket-number").equals("B031"));
    assertEquals("李*兰  610829********0017", text(robot, "#card"));
    robot.push(KeyCode.DIGIT1).push(KeyCode.F2);
    await(() -> !jobs.asked.isEmpty());
    assertEquals(List.of("issue enterprise 610829195803040017"), jobs.asked);
    await(() -> !text(robot, "#card").startsWith("李"));
  }

  @Test
  void aPrinterThatCannotConfirmAsks(FxRobot robot) throws Exception {
    signIn(robot);
    jobs.answer =
        new IssueOutcome.DidPaperCome(
            FakeGuide.ticket("A", 42, TicketState.PRINTING, false), 3, FakeGuide.wait(5, 10));
    robot.push(KeyCode.DIGIT2).push(KeyCode.F2);
    await(() -> shown(robot, "#asking"));
    picture(robot, "guide-5-asking");
    robot.push(KeyCode.N);
    await(() -> said(robot, "#said").startsWith("A042 没有出票"));
    assertEquals(List.of("issue social", "came false"), jobs.asked);
    assertFalse(shown(robot, "#asking"));
  }

  @Test
  void withoutTheDatabaseAStripSaysWhatIsNotPossible(FxRobot robot) throws Exception {
    signIn(robot);
    jobs.away = true;
    jobs.printer = new DeviceState(DeviceState.Health.AWAY, "PAPER_OUT", Optional.empty());
    jobs.news.run();
    await(() -> said(robot, "#offline").startsWith("与大厅数据库断开 10:42 起"));
    assertTrue(said(robot, "#printer").startsWith("导办台打印机缺纸。请换上纸卷"));
    assertTrue(shown(robot, "#line-2"));
    robot.push(KeyCode.DIGIT2).push(KeyCode.F2);
    assertEquals(List.of(), jobs.asked);
    picture(robot, "guide-4-away");
  }

  @Test
  void everyStateIsWholeInBothLanguages(FxRobot robot) throws Exception {
    signIn(robot);
    for (String language : List.of("zh", "en")) {
      robot.interact(() -> app.texts().show(language.equals("en") ? Texts.ENGLISH : Texts.CHINESE));
      robot.push(KeyCode.ESCAPE);
      picture(robot, "guide-1-" + language);
      robot.push(KeyCode.ALT, KeyCode.DIGIT1);
      await(() -> shown(robot, "#ticket-number"));
      robot.push(KeyCode.DIGIT2);
      picture(robot, "guide-2-" + language);
      jobs.answer =
          new IssueOutcome.NoPaper(FakeGuide.ticket("A", 42, TicketState.VOID, false), "PAPER_OUT");
      robot.push(KeyCode.F2);
      await(() -> text(robot, "#ticket-number").equals("A042"));
      picture(robot, "guide-3-no-paper-" + language);
      jobs.answer =
          new IssueOutcome.Issued(
              FakeGuide.ticket("A", 43, TicketState.WAITING, false), 7, FakeGuide.wait(15, 25));
      robot.push(KeyCode.F3);
      await(() -> shown(robot, "#issued-number"));
      picture(robot, "guide-6-issued-" + language);
    }
    jobs.wanting.clear();
    jobs.news.run();
    await(() -> shown(robot, "#no-alerts"));
    picture(robot, "guide-7-nothing");
  }

  private void picture(FxRobot robot, String name) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    Path folder = Path.of(System.getProperty("hall.pictures", temp.toString()));
    Path png = folder.resolve(name + ".png");
    Snapshots.save(app.scene(), png);
    assertTrue(Files.size(png) > 5_000);
    for (Label label : robot.lookup(".label").queryAllAs(Label.class)) {
      if (!seen(label) || label.getText().isBlank()) {
        continue;
      }
      Bounds bounds = label.localToScene(label.getLayoutBounds());
      String what = name + " \"" + label.getText() + "\" " + bounds;
      assertTrue(bounds.getMaxX() <= GuideApp.SIZE.getWidth(), what);
      assertTrue(bounds.getMaxY() <= GuideApp.SIZE.getHeight(), what);
      label.lookupAll(".text").stream()
          .filter(Text.class::isInstance)
          .forEach(drawn -> assertFalse(((Text) drawn).getText().endsWith("..."), what));
    }
  }
}
