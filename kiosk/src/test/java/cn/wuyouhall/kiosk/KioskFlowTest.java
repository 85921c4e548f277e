package cn.wuyouhall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.queue.WaitEstimate;
import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.kiosk.KioskApp.SetUp;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.ui.Glass;
import cn.wuyouhall.ui.Texts;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** By touch and by key through the real screens, nodes looked up by their ids. */
@ExtendWith(ApplicationExtension.class)
class KioskFlowTest {
  private final FakeJobs jobs = new FakeJobs();
  private KioskApp app;

  @Start
  void start(Stage stage) {
    app =
        new KioskApp(
            jobs,
            stage,
            new SetUp(
                KioskApp.WIDE,
                Glass.KIOSK,
                InstantSource.fixed(FakeJobs.NOW),
                Pace.REAL,
                true,
                Texts.CHINESE));
    app.show();
  }

  @Stop
  void stop() {
    app.close();
  }

  private static void awaitNode(FxRobot robot, String id) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        5, TimeUnit.SECONDS, () -> robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  @Test
  void threeTouchesFromIdleToPaper(FxRobot robot) throws Exception {
    robot.clickOn("#touch-start");
    awaitNode(robot, "#errand-0");
    robot.clickOn("#errand-0");
    awaitNode(robot, "#item-1");
    robot.clickOn("#item-1");
    awaitNode(robot, "#number");
    assertEquals("A023", text(robot, "#number"));
    assertEquals("02", jobs.wishes.getFirst().itemCode());
    assertTrue(text(robot, "#countdown").contains("秒"));
  }

  @Test
  void aDoubleTapTakesOneNumber(FxRobot robot) throws Exception {
    robot.clickOn("#touch-start");
    awaitNode(robot, "#line-general");
    robot.doubleClickOn("#line-general");
    awaitNode(robot, "#number");
    assertEquals(1, jobs.wishes.size());
  }

  @Test
  void aDoubleTapDoesNotPressThroughToTheNextPage(FxRobot robot) throws Exception {
    robot.doubleClickOn("#touch-start");
    awaitNode(robot, "#errand-0");
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(new Page.Choose(), app.visit().pageProperty().get());
    assertEquals(0, jobs.wishes.size());
  }

  @Test
  void aLetterTappedTwiceIsTypedTwice(FxRobot robot) throws Exception {
    robot.clickOn("#touch-start");
    awaitNode(robot, "#search");
    robot.clickOn("#search");
    awaitNode(robot, "#key-S");
    robot.doubleClickOn("#key-S");
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("SS", app.visit().typing().typedProperty().get());
  }

  @Test
  void theLanguageSwitchesInPlace(FxRobot robot) throws Exception {
    assertEquals("直接选业务", text(robot, "#touch-start"));
    robot.clickOn("#language");
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("Choose a service", text(robot, "#touch-start"));
    robot.clickOn("#touch-start");
    awaitNode(robot, "#title");
    assertEquals("How can we help?", text(robot, "#title"));
  }

  @Test
  void searchByTouchAndByKey(FxRobot robot) throws Exception {
    robot.clickOn("#touch-start");
    awaitNode(robot, "#search");
    robot.clickOn("#search");
    awaitNode(robot, "#key-Y");
    robot.clickOn("#key-Y");
    robot.push(KeyCode.Y);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("YY", app.visit().typing().typedProperty().get());
    robot.push(KeyCode.BACK_SPACE);
    awaitNode(robot, "#item-0");
    robot.clickOn("#item-0");
    awaitNode(robot, "#number");
    assertEquals("01", jobs.wishes.getFirst().itemCode());
  }

  @Test
  void aLaidCardGreetsByItsMaskedName(FxRobot robot) throws Exception {
    jobs.lay();
    awaitNode(robot, "#greeting");
    assertEquals("张*三，您好", text(robot, "#greeting"));
    robot.clickOn("#line-general");
    awaitNode(robot, "#take-away");
    assertEquals("请取走号票和身份证", text(robot, "#take-away"));
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () -> {
          robot.interact(() -> app.visit().home());
          return robot.lookup("#card-reminder").query().isVisible();
        });
    jobs.lift();
    WaitForAsyncUtils.waitFor(
        5, TimeUnit.SECONDS, () -> !robot.lookup("#card-reminder").query().isVisible());
  }

  @Test
  void outOfPaperSaysWhatHappenedWhatIsSafeAndWhatToDo(FxRobot robot) throws Exception {
    jobs.answer = new IssueOutcome.NoPaper(FakeJobs.ticket(), "PAPER_OUT");
    robot.clickOn("#touch-start");
    awaitNode(robot, "#line-general");
    robot.clickOn("#line-general");
    awaitNode(robot, "#trouble-what");
    assertEquals("本机缺纸，未取号", text(robot, "#trouble-what"));
    assertEquals("顺序为您保留。", text(robot, "#trouble-safe"));
    assertEquals("请到导办台。", text(robot, "#trouble-todo"));
    assertFalse(robot.lookup("#number").tryQuery().filter(Node::isVisible).isPresent());
  }

  @Test
  void aPrinterThatCannotSayAsksThePerson(FxRobot robot) throws Exception {
    jobs.answer = new IssueOutcome.DidPaperCome(FakeJobs.ticket(), 7, new WaitEstimate(15, 25));
    robot.clickOn("#touch-start");
    awaitNode(robot, "#line-general");
    robot.clickOn("#line-general");
    awaitNode(robot, "#paper-yes");
    robot.clickOn("#paper-yes");
    awaitNode(robot, "#number");
  }

  @Test
  void everythingCanBeReachedByKeyboardAndEscapeGoesBack(FxRobot robot) throws Exception {
    robot.interact(() -> app.scene().lookup("#touch-start").requestFocus());
    robot.push(KeyCode.SPACE);
    awaitNode(robot, "#errand-0");
    robot.push(KeyCode.TAB);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(app.scene().getFocusOwner() instanceof Button);
    robot.push(KeyCode.ESCAPE);
    awaitNode(robot, "#touch-start");
  }

  @Test
  void aHallThatIsAwayIsSaidOnTheFirstPage(FxRobot robot) throws Exception {
    jobs.away = true;
    robot.interact(() -> app.visit().hall().refresh());
    awaitNode(robot, "#status");
    jobs.away = false;
    robot.interact(() -> app.visit().hall().refresh());
    WaitForAsyncUtils.waitFor(
        5, TimeUnit.SECONDS, () -> !robot.lookup("#status").query().isVisible());
  }
}
