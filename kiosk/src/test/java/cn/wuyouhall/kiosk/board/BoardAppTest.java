package cn.wuyouhall.kiosk.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.queue.HallView;
import cn.wuyouhall.domain.queue.HallView.LineRow;
import cn.wuyouhall.domain.queue.HallView.WindowRow;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.kiosk.FakeJobs;
import cn.wuyouhall.station.WatchBoard.Look;
import cn.wuyouhall.ui.Snapshots;
import cn.wuyouhall.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
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

@ExtendWith(ApplicationExtension.class)
class BoardAppTest {
  private volatile Look look = look(true, 3);
  private Runnable news = () -> {};
  private BoardApp board;

  private static Look look(boolean current, int newestWindow) {
    return look(current, newestWindow, 1);
  }

  private static Look look(boolean current, int newestWindow, int secondsAgo) {
    List<WindowRow> windows = new ArrayList<>();
    for (int no = 1; no <= 16; no++) {
      Optional<TicketNumber> number =
          no % 4 == 0 ? Optional.empty() : Optional.of(new TicketNumber("A", 20 + no));
      TicketState state = no % 2 == 0 ? TicketState.SERVING : TicketState.CALLED;
      long ago = no == newestWindow ? secondsAgo : 60 + no;
      windows.add(
          new WindowRow(
              no, number, number.map(n -> state), 1, Optional.of(FakeJobs.NOW.minusSeconds(ago))));
    }
    List<LineRow> lines = new ArrayList<>();
    int waiting = 3;
    for (String line : List.of("enterprise", "social", "estate", "scene", "general")) {
      waiting += 7;
      lines.add(new LineRow(line, waiting, 0, Optional.empty(), 40, 20, 1, 0));
    }
    HallView view =
        new HallView(
            Optional.of(java.time.LocalDate.of(2026, 11, 23)), FakeJobs.NOW, windows, lines);
    return new Look(view, current, FakeJobs.hall());
  }

  @Start
  void start(Stage stage) {
    board =
        new BoardApp(
            new BoardJobs() {
              @Override
              public Optional<Look> look() {
                return Optional.of(look);
              }

              @Override
              public void onNews(Runnable listener) {
                news = listener;
              }
            },
            stage,
            InstantSource.fixed(FakeJobs.NOW.plus(Duration.ofMinutes(3))),
            Pace.REAL);
    board.show();
  }

  @Stop
  void stop() {
    board.close();
  }

  private String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private void await(FxRobot robot, String id, String wanted) throws Exception {
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> wanted.equals(text(robot, id)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void theNewestCallStandsAtTheTopAndAFixedRowAtEachWindow(FxRobot robot) throws Exception {
    await(robot, "#newest", "请 A023 到 3 号窗口");
    assertEquals("3 号窗口", text(robot, "#window-3 .window-name"));
    assertEquals("A023", text(robot, "#window-3 .window-number"));
    assertEquals("—", text(robot, "#window-4 .window-empty"));
    assertEquals("17 人", text(robot, "#waiting-1"));
    look = look(true, 5);
    news.run();
    await(robot, "#newest", "请 A025 到 5 号窗口");
    assertEquals("A023", text(robot, "#window-3 .window-number"));
  }

  private static boolean flashes(FxRobot robot) {
    return robot.lookup("#newest-panel").query().getPseudoClassStates().stream()
        .anyMatch(state -> state.getPseudoClassName().equals("flash"));
  }

  /** Three blinks of 0.9 s; between two of them it does not flash either. */
  private static void awaitStill(FxRobot robot) throws Exception {
    long[] dark = {System.nanoTime()};
    WaitForAsyncUtils.waitFor(
        10,
        TimeUnit.SECONDS,
        () -> {
          dark[0] = flashes(robot) ? System.nanoTime() : dark[0];
          return System.nanoTime() - dark[0] > 600_000_000L;
        });
  }

  @Test
  void onlyANewCallBlinks(FxRobot robot) throws Exception {
    await(robot, "#newest", "请 A023 到 3 号窗口");
    awaitStill(robot);
    look = look(true, 5, 0);
    news.run();
    await(robot, "#newest", "请 A025 到 5 号窗口");
    WaitForAsyncUtils.waitFor(2, TimeUnit.SECONDS, () -> flashes(robot));
    awaitStill(robot);
    look = look(true, 3);
    news.run();
    await(robot, "#newest", "请 A023 到 3 号窗口");
    assertFalse(flashes(robot), "an older call stands again, nobody was called");
  }

  @Test
  void withoutTheDatabaseItSaysHowOldItIs(FxRobot robot) throws Exception {
    await(robot, "#newest", "请 A023 到 3 号窗口");
    assertFalse(robot.lookup("#as-of").query().isVisible());
    look = look(false, 3);
    news.run();
    await(robot, "#as-of", "信息截至 10:42");
    assertEquals("A023", text(robot, "#window-3 .window-number"));
    picture("board-away");
  }

  @Test
  void nothingIsSmallerThan64PixelsOrCut(FxRobot robot) throws Exception {
    await(robot, "#newest", "请 A023 到 3 号窗口");
    awaitStill(robot);
    for (String language : List.of("zh", "en")) {
      robot.interact(
          () -> board.texts().show(language.equals("en") ? Texts.ENGLISH : Texts.CHINESE));
      WaitForAsyncUtils.waitForFxEvents();
      picture("board-" + language);
      for (Label label : robot.lookup(".label").queryAllAs(Label.class)) {
        assertTrue(label.getFont().getSize() >= 64, label.getText() + label.getFont());
        Bounds bounds = label.localToScene(label.getLayoutBounds());
        assertTrue(bounds.getMaxX() <= BoardApp.WIDTH, label.getText() + bounds);
        assertTrue(bounds.getMaxY() <= BoardApp.HEIGHT, label.getText() + bounds);
        label.lookupAll(".text").stream()
            .filter(Text.class::isInstance)
            .forEach(
                drawn -> assertFalse(((Text) drawn).getText().endsWith("..."), label.getText()));
      }
    }
  }

  private void picture(String name) throws Exception {
    Path folder = Path.of(System.getProperty("hall.pictures", temp.toString()));
    Path png = folder.resolve(name + ".png");
    Snapshots.save(board.scene(), png);
    assertTrue(Files.size(png) > 10_000);
  }

  @TempDir Path temp;
}
