package cn.wuyouhall.ui.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.ui.Glass;
import cn.wuyouhall.ui.Snapshots;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Theme;
import cn.wuyouhall.ui.UiTimers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.controlsfx.control.textfield.CustomTextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The controls side by side on one scene, and what each promises. */
@ExtendWith(ApplicationExtension.class)
class ControlsTest {
  private final Texts texts = Texts.strict();
  private final List<String> pressed = new ArrayList<>();
  private final ActionButton call = new ActionButton("叫下一位");
  private final ActionButton accept = new ActionButton("受理");
  private final StatusStrip strip = new StatusStrip();
  private final DeviceDots dots = new DeviceDots();
  private final UndoBar undo = new UndoBar();
  private final StringProperty called = new SimpleStringProperty("已呼叫 A023");
  private Stage stage;

  /** Its fields are controls: they want the toolkit, whichever test comes first. */
  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Start
  void start(Stage primary) {
    stage = primary;
    call.setKey("F2");
    call.getStyleClass().add("primary");
    call.setOnAction(event -> pressed.add("call"));
    accept.setKey("F9");
    accept.setForbidden("还缺 1 项必备材料:不能受理");
    accept.setOnAction(event -> pressed.add("accept"));
    dots.texts(texts);
    dots.show("ticket-printer", new DeviceState(DeviceState.Health.GOOD, "", Optional.empty()));
    dots.show(
        "id-reader", new DeviceState(DeviceState.Health.ATTENTION, "PAPER_LOW", Optional.empty()));
    dots.show("rating-pad", DeviceState.UNKNOWN);
    undo.texts(Texts.strict());
    Steps steps = new Steps();
    steps.show(
        List.of(
            new Steps.Step("申请人", "", true),
            new Steps.Step("事项", "", true),
            new Steps.Step("材料", "4/6", false),
            new Steps.Step("受理", "", false)),
        2);
    NumberHero number = new NumberHero();
    number.show(new TicketNumber("A", 23));
    FlowPane signs = new FlowPane();
    for (Signs kind : Signs.values()) {
      signs.getChildren().add(new Sign(kind));
    }
    CustomTextField search = new CustomTextField();
    search.setPromptText("搜索事项");
    search.setLeft(new Sign(Signs.SEARCH));
    Button plain = new Button("关闭");
    ToggleButton toggle = new ToggleButton("大字版");
    toggle.setSelected(true);
    TroubleBox trouble = new TroubleBox();
    trouble.show(Signs.PRINTER, "本机缺纸,未取号", "顺序为您保留。", "请到导办台。", "错误代码 12AB-34CD");
    HBox buttons = new HBox(call, accept, plain, toggle);
    buttons.getStyleClass().add("gap-3");
    VBox root =
        new VBox(
            strip,
            buttons,
            steps,
            number,
            new TextField("吴堡县"),
            search,
            signs,
            dots,
            undo,
            trouble,
            new EmptyState(Signs.LIST, "今天还没有办件", "叫号后在这里开始。"),
            new Label("完"));
    root.getStyleClass().addAll("gap-3", "pad-4");
    Scene scene = new Scene(root, 1366, 1000);
    new Theme(Theme.Surface.DESK, Glass.DESK).dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aKeyPressesItsButtonUnlessItIsForbidden(FxRobot robot) {
    robot.press(KeyCode.F2).release(KeyCode.F2);
    robot.press(KeyCode.F9).release(KeyCode.F9);
    assertEquals(List.of("call"), pressed);
    robot.interact(() -> accept.setForbidden(""));
    robot.press(KeyCode.F9).release(KeyCode.F9);
    assertEquals(List.of("call", "accept"), pressed);
  }

  @Test
  void aForbiddenButtonSaysWhyOnTheSpot(FxRobot robot) {
    assertTrue(accept.isDisabled());
    assertTrue(robot.lookup("还缺 1 项必备材料:不能受理").tryQuery().isPresent());
  }

  @Test
  void theStripTakesNoRoomWhenThereIsNothingToSay(FxRobot robot) {
    assertFalse(strip.isManaged());
    robot.interact(() -> strip.show(StatusStrip.Tone.WARN, "与省平台断开 10:42 起:暂不能核验电子证照"));
    assertTrue(strip.getHeight() > 20);
    robot.interact(strip::clear);
    assertFalse(strip.isManaged());
  }

  @Test
  void devicesSayTheirStateInAWordOfTheLanguageShown(FxRobot robot) {
    Label word = robot.lookup("#device-ticket-printer .label").queryAs(Label.class);
    assertEquals("打印 正常", word.getText());
    robot.interact(() -> texts.show(Texts.ENGLISH));
    word = robot.lookup("#device-rating-pad .label").queryAs(Label.class);
    assertEquals("Rating pad not connected yet", word.getText());
  }

  @Test
  void whatWasDoneCanBeTakenBackOnce(FxRobot robot) {
    robot.interact(() ->
        undo.offer(
            called, Duration.ofSeconds(10), UiTimers.on(Pace.REAL), () -> pressed.add("undo")));
    robot.interact(() -> called.set("A023 called"));
    assertTrue(robot.lookup("A023 called").tryQuery().isPresent(), "follows the language");
    robot.clickOn("#undo");
    assertEquals(List.of("undo"), pressed);
    assertFalse(undo.isVisible());
  }

  @Test
  void aPictureOfASceneHasItsSize(FxRobot robot, @TempDir Path folder) throws Exception {
    robot.interact(
        () -> strip.show(StatusStrip.Tone.WARN, "与省平台断开 10:42 起:暂不能核验电子证照、不能查结果;受理照常,3 件待送"));
    robot.interact(
        () -> undo.offer(called, Duration.ofSeconds(10), UiTimers.on(Pace.REAL), () -> {}));
    Path png = Path.of(System.getProperty("hall.pictures", folder.toString())).resolve("ui.png");
    Snapshots.save(stage.getScene(), png);
    assertTrue(Files.size(png) > 10_000);
  }
}
