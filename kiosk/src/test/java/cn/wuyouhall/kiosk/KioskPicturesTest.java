package cn.wuyouhall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.queue.WaitEstimate;
import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.kiosk.KioskApp.SetUp;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.ui.Glass;
import cn.wuyouhall.ui.Snapshots;
import cn.wuyouhall.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every page in both formats, both languages and large type: nothing leaves the glass or is cut.
 */
@ExtendWith(ApplicationExtension.class)
class KioskPicturesTest {
  private final FakeJobs jobs = new FakeJobs();
  private Stage stage;
  private KioskApp app;
  private Path folder;
  private String name;
  private final List<String> faults = new ArrayList<>();

  @Start
  void start(Stage primary) {
    stage = primary;
  }

  @ParameterizedTest
  @CsvSource({
    "upright,zh,false", "upright,en,false", "upright,zh,true", "upright,en,true",
    "wide,zh,false", "wide,en,false", "wide,zh,true", "wide,en,true"
  })
  void everyPageIsWhole(
      String format, String language, boolean large, FxRobot robot, @TempDir Path temp)
      throws Exception {
    Dimension2D size = format.equals("wide") ? KioskApp.WIDE : KioskApp.UPRIGHT;
    FxToolkit.setupFixture(() -> {
      app =
          new KioskApp(
              jobs,
              stage,
              new SetUp(
                  size,
                  Glass.KIOSK,
                  InstantSource.fixed(FakeJobs.NOW),
                  Pace.of(0.001),
                  false,
                  Texts.CHINESE));
      app.show();
    });
    folder = Path.of(System.getProperty("hall.pictures", temp.toString()));
    name = format + "-" + language + (large ? "-large" : "");
    robot.interact(() -> switchTo(language, large));
    picture("1-idle");
    robot.interact(() -> app.visit().start());
    picture("2-choose");
    robot.interact(() -> app.visit().choose(jobs.catalogue().errands().getFirst()));
    picture("3-items");
    robot.interact(() -> app.visit().search());
    picture("4-search");
    robot.interact(() -> app.visit().typing().type("Y"));
    picture("5-found");
    robot.interact(() ->
        page(
            new Page.Success(
                FakeJobs.ticket(),
                7,
                new WaitEstimate(15, 25),
                Optional.of(jobs.catalogue().items().getFirst()))));
    picture("6-success");
    robot.interact(() -> page(new Page.Printing()));
    picture("7-printing");
    robot.interact(() ->
        page(
            new Page.AskPaper(
                new IssueOutcome.DidPaperCome(FakeJobs.ticket(), 7, new WaitEstimate(1, 2)),
                Optional.empty())));
    picture("8-ask");
    for (Page.Kind kind : Page.Kind.values()) {
      robot.interact(() ->
          page(
              new Page.Trouble(
                  kind,
                  "A023",
                  Optional.of(java.time.LocalTime.of(13, 30)),
                  Optional.of(new Page.Place(7, new WaitEstimate(15, 25))),
                  "")));
      picture("9-" + kind.name().toLowerCase(Locale.ROOT));
    }
    robot.interact(() -> app.visit().help());
    picture("a-help");
    robot.interact(() -> {
      app.visit().start();
      app.visit().onPlate(new CardEvent.Read(FakeJobs.card()));
    });
    picture("b-card");
    robot.interact(() ->
        page(new Page.Success(FakeJobs.ticket(), 0, new WaitEstimate(0, 5), Optional.empty())));
    picture("c-card-left");
    robot.interact(() -> {
      app.visit().home();
      switchTo(language, large);
      app.contrast(true);
    });
    picture("d-contrast");
    robot.interact(() -> app.visit().start());
    picture("e-contrast-choose");
    robot.interact(() -> app.visit().ask());
    picture("f-still-there");
    robot.interact(() -> app.close());
    assertEquals(List.of(), faults);
  }

  private void switchTo(String language, boolean large) {
    app.texts().show(language.equals("en") ? Texts.ENGLISH : Texts.CHINESE);
    app.visit().largeProperty().set(large);
  }

  private void page(Page page) {
    app.visit().show(page);
  }

  private void picture(String page) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    Path png = folder.resolve(name + "-" + page + ".png");
    Snapshots.save(app.scene(), png);
    assertTrue(Files.size(png) > 5_000);
    nodes(app.scene().getRoot()).filter(KioskPicturesTest::seen).forEach(node -> check(node, page));
  }

  private static boolean seen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void check(Node node, String page) {
    if (!(node instanceof Labeled labeled) || labeled.getText().isBlank()) {
      return;
    }
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    String what = name + " " + page + " \"" + labeled.getText() + "\"";
    boolean inside =
        bounds.getMinX() >= -1
            && bounds.getMinY() >= -1
            && bounds.getMaxX() <= app.scene().getWidth() + 1
            && bounds.getMaxY() <= app.scene().getHeight() + 1;
    if (!inside) {
      faults.add(what + " leaves the glass");
    }
    boolean drawnWhole =
        nodes(labeled)
            .filter(Text.class::isInstance)
            .map(Text.class::cast)
            .noneMatch(text -> text.getText().endsWith("...") || text.getText().endsWith("…"));
    if (!drawnWhole && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY) {
      faults.add(what + " is cut");
    }
  }

  private static Stream<Node> nodes(Node node) {
    Stream<Node> self = Stream.of(node);
    return node instanceof Parent parent
        ? Stream.concat(
            self, parent.getChildrenUnmodifiable().stream().flatMap(KioskPicturesTest::nodes))
        : self;
  }
}
