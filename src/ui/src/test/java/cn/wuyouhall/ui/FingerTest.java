package cn.wuyouhall.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FingerTest {
  private final List<String> done = new ArrayList<>();
  private final StackPane root = new StackPane();
  private final Runnable draw = this::draw;
  private Finger finger;

  @Start
  void start(Stage stage) {
    Scene scene = new Scene(root, 400, 300);
    finger = new Finger(scene);
    draw();
    stage.setScene(scene);
    stage.show();
  }

  private void draw() {
    Button button = new Button("press");
    button.setId("button");
    button.setOnAction(event -> done.add("pressed"));
    root.getChildren().setAll(button);
    done.add("drawn");
  }

  @Test
  void newsBetweenPressAndReleaseWaitForTheRelease(FxRobot robot) {
    robot.moveTo("#button").press(MouseButton.PRIMARY);
    finger.execute(draw);
    finger.execute(draw);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("drawn"), done);
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("drawn", "pressed", "drawn"), done);
  }

  @Test
  void withoutAFingerNothingWaits(FxRobot robot) {
    robot.interact(() -> {
      finger.whenUp(draw);
      assertEquals(List.of("drawn", "drawn"), done);
    });
  }

  @Test
  void aReleaseThatWasLostHoldsNothingUpForEver(FxRobot robot) {
    robot.interact(() -> {
      root.fireEvent(mouse(javafx.scene.input.MouseEvent.MOUSE_PRESSED));
      finger.whenUp(draw);
      assertEquals(List.of("drawn"), done);
      root.fireEvent(mouse(javafx.scene.input.MouseEvent.MOUSE_MOVED));
    });
    assertTrue(done.size() > 1);
  }

  private static javafx.scene.input.MouseEvent mouse(
      javafx.event.EventType<javafx.scene.input.MouseEvent> type) {
    return new javafx.scene.input.MouseEvent(
        type,
        5,
        5,
        5,
        5,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        null);
  }
}
