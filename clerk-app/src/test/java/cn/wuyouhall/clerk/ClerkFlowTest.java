package cn.wuyouhall.clerk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.ui.Snapshots;
import cn.wuyouhall.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
 * A whole visit by keys alone, over the real jobs; every screen on its way is whole: nothing leaves
 * the glass or is cut.
 */
@ExtendWith(ApplicationExtension.class)
class ClerkFlowTest {
  private static final int SECONDS = 20;

  /** A reader and a province that do not answer: the bars say so, the visit goes on. */
  private static final String CUT_OFF =
      """
      [platform]
      url = "http://127.0.0.1:9"
      [[device]]
      kind = "id-reader"
      line = "tcp:127.0.0.1:9"
      """;

  private Stage stage;
  private ClerkApp app;
  private FxRobot robot;
  private Path folder;
  private String name;
  private final List<String> faults = new ArrayList<>();

  @Start
  void start(Stage primary) {
    stage = primary;
  }

  @ParameterizedTest
  @CsvSource({"1366,768,zh,false", "1366,768,en,false", "1920,1080,zh,true", "1920,1080,en,false"})
  void aVisitByKeysAlone(
      int width, int height, String language, boolean contrast, FxRobot hands, @TempDir Path temp)
      throws Exception {
    robot = hands;
    folder = Path.of(System.getProperty("hall.pictures", temp.resolve("png").toString()));
    name = width + "-" + language;
    try (TestHall hall =
        new TestHall(
            temp.resolve("hall"), language.equals("en") == (width == 1366) ? CUT_OFF : "")) {
      hall.ticket(Optional.of(TestHall.ZHANG), Priority.ELDER);
      for (int i = 0; i < 9; i++) {
        hall.pass(Duration.ofMinutes(2));
        hall.ticket(
            Optional.<Person>empty(),
            i == 2 ? Priority.ELDER : i == 4 ? Priority.DECLARED : Priority.NONE);
      }
      FxToolkit.setupFixture(() -> {
        app = new ClerkApp(hall.clerk(), stage, new Dimension2D(width, height));
        app.texts().show(language.equals("en") ? Texts.ENGLISH : Texts.CHINESE);
        app.theme().contrast(contrast);
        app.show();
      });
      visit(hall);
      robot.interact(() -> app.close());
    }
    assertEquals(List.of(), faults);
  }

  private void visit(TestHall hall) throws Exception {
    picture("01-sign-in");
    robot.push(KeyCode.ENTER);
    type("staff-number", "0312");
    robot.push(KeyCode.ENTER);
    robot.write("1111");
    robot.push(KeyCode.ENTER);
    until("wrong PIN is said", () -> isShown("sign-in-sentence"));
    picture("02-sign-in-wrong");
    robot.write("2468");
    robot.push(KeyCode.ENTER);
    until("the desk is there", () -> isShown("call-next"));
    until("somebody waits", () -> isShown("waiting-A001"));
    picture("03-free");
    robot.push(KeyCode.F2);
    robot.push(KeyCode.F2);
    until("A001 is called", () -> text("called-number").equals("A001"));
    picture("04-called");
    robot.push(KeyCode.F7);
    until("the visit is on", () -> isShown("item-search"));
    until("the search has the focus", () -> isFocused("item-search"));
    picture("05-item");
    robot.write("xcyjyxk");
    until("items are found", () -> isShown("item-result-0"));
    picture("06-found");
    set("item-search", "小餐饮经营许可（新办）");
    robot.push(KeyCode.ENTER);
    until("the first question has the focus", () -> isFocused("situation-0"));
    picture("07-questions");
    robot.push(KeyCode.Y);
    robot.push(KeyCode.N);
    until("the first material has the focus", () -> isFocused("material-0"));
    picture("08-materials");
    robot.push(KeyCode.DIGIT2);
    until("the next one has it", () -> isFocused("material-1"));
    robot.push(KeyCode.DIGIT1);
    robot.push(KeyCode.DIGIT1);
    robot.push(KeyCode.DIGIT4);
    robot.push(KeyCode.DIGIT6);
    picture("09-half");
    robot.push(KeyCode.DIGIT2);
    robot.push(KeyCode.DIGIT5);
    robot.push(KeyCode.DIGIT3);
    until("one is missing", () -> !text("decision").isBlank());
    picture("10-missing");
    robot.push(KeyCode.F8);
    until("the two papers are offered", () -> isShown("notice-panel"));
    picture("11-notice");
    robot.push(KeyCode.DIGIT1);
    until(
        "the paper is drawn",
        () -> !nodes(find("paper-pages").orElseThrow()).skip(1).toList().isEmpty());
    picture("12-advice");
    robot.push(KeyCode.ESCAPE);
    until("the materials are back and have the keys", () -> isFocused("material-7"));
    robot.clickOn("#material-4");
    robot.push(KeyCode.DIGIT3);
    until("it can be accepted", () -> !find("accept").orElseThrow().isDisabled());
    robot.push(KeyCode.F8);
    until("the two papers are offered", () -> isShown("notice-panel"));
    robot.push(KeyCode.DIGIT1);
    until("the paper lies over the desk", () -> isShown("paper"));
    robot.push(KeyCode.F9);
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.ESCAPE);
    until("the keys went nowhere", () -> isFocused("material-5") && !isShown("case-number"));
    robot.push(KeyCode.F9);
    until("the summary has the focus", () -> isFocused("accept-confirm"));
    picture("13-summary");
    robot.push(KeyCode.ENTER);
    until("it is accepted", () -> isShown("case-number"));
    until("the hall has it", () -> text("mark-hall").indexOf("待送") < 0);
    picture("14-accepted");
    robot.clickOn("#paper-show-DEFERRED_ACCEPTANCE");
    until(
        "the paper is drawn",
        () -> !nodes(find("paper-pages").orElseThrow()).skip(1).toList().isEmpty());
    picture("15-paper");
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.CONTROL, KeyCode.N);
    until("one more", () -> isShown("case-tab-1"));
    picture("16-another");
    robot.clickOn("#step-1");
    until("the applicant is shown", () -> isShown("applicant-number"));
    set("applicant-number", "110105194912310021");
    picture("17-applicant");
    set("applicant-number", "11010519491231002X");
    robot.push(KeyCode.CONTROL, KeyCode.K);
    until("the palette is there", () -> isFocused("palette-search"));
    set("palette-search", "张");
    until("something is found", () -> isShown("palette-result-0"));
    picture("18-palette");
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.CONTROL, KeyCode.L);
    until("the cases are there", () -> isShown("cases-table"));
    until("the case is listed", () -> isShown("cases-paper-DEFERRED_ACCEPTANCE"));
    picture("19-cases");
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.F5);
    until("the ticket is on hold", () -> isShown("call-back-A001"));
    picture("20-held");
    robot.moveTo("#call-back-A001").press(MouseButton.PRIMARY);
    AtomicInteger news = new AtomicInteger();
    hall.clerk().news().onChange(news::incrementAndGet);
    hall.ticket(Optional.empty(), Priority.NONE);
    until("the news are there", () -> news.get() > 0);
    robot.release(MouseButton.PRIMARY);
    until("it is called back", () -> text("called-number").equals("A001"));
    robot.push(KeyCode.F7);
    until("its case is back", () -> isShown("serving"));
    robot.push(KeyCode.F10);
    until("the rating is asked for", () -> isShown("rating"));
    until("it is said", () -> text("rating").contains("A001"));
    picture("21-ended");
  }

  private void type(String id, String words) {
    robot.clickOn("#" + id).write(words);
  }

  private void set(String id, String words) {
    robot.interact(() -> {
      TextInputControl field = (TextInputControl) find(id).orElseThrow();
      field.requestFocus();
      field.setText(words);
    });
  }

  private Optional<Node> find(String id) {
    return app.scene().getRoot().lookupAll("#" + id).stream()
        .filter(ClerkFlowTest::seen)
        .findFirst();
  }

  private boolean isShown(String id) {
    return find(id).isPresent();
  }

  private boolean isFocused(String id) {
    Node owner = app.scene().getFocusOwner();
    return owner != null && id.equals(owner.getId());
  }

  private String text(String id) {
    return find(id)
        .map(node ->
            nodes(node)
                .filter(Labeled.class::isInstance)
                .map(one -> ((Labeled) one).getText())
                .reduce("", String::concat))
        .orElse("");
  }

  private void until(String what, Callable<Boolean> holds) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
    } catch (java.util.concurrent.TimeoutException late) {
      Snapshots.save(app.scene(), folder.resolve(name + "-late.png"));
      throw new AssertionError("waited in vain until " + what, late);
    }
  }

  private void picture(String page) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    Path png = folder.resolve(name + "-" + page + ".png");
    Snapshots.save(app.scene(), png);
    assertTrue(Files.size(png) > 5_000);
    robot.interact(() ->
        nodes(app.scene().getRoot())
            .filter(ClerkFlowTest::seen)
            .forEach(node -> check(node, page)));
  }

  private static boolean seen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean scrolls(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.getStyleClass().contains("viewport")
          || each.getStyleClass().contains("table-view")) {
        return true;
      }
    }
    return false;
  }

  private void check(Node node, String page) {
    if (!(node instanceof Labeled labeled)
        || labeled.getText() == null
        || labeled.getText().isBlank()) {
      return;
    }
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    String what = name + " " + page + " \"" + labeled.getText() + "\"";
    boolean inside =
        bounds.getMinX() >= -1
            && bounds.getMinY() >= -1
            && bounds.getMaxX() <= app.scene().getWidth() + 1
            && bounds.getMaxY() <= app.scene().getHeight() + 1;
    if (!inside && !scrolls(node)) {
      faults.add(what + " leaves the glass");
    }
    boolean drawnWhole =
        nodes(labeled)
            .filter(Text.class::isInstance)
            .map(Text.class::cast)
            .noneMatch(
                text -> text.getText().endsWith("...") && !labeled.getText().endsWith("..."));
    if (!drawnWhole && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY) {
      faults.add(what + " is cut");
    }
  }

  private static Stream<Node> nodes(Node node) {
    Stream<Node> self = Stream.of(node);
    return node instanceof Parent parent
        ? Stream.concat(
            self, parent.getChildrenUnmodifiable().stream().flatMap(ClerkFlowTest::nodes))
        : self;
  }
}
