package cn.wuyouhall.ui.controls;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.wuyouhall.ui.Glass;
import cn.wuyouhall.ui.Theme;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class UncachedScrollPaneSkinTest {
  private ScrollPane pane;

  @Start
  void start(Stage stage) {
    pane = new ScrollPane(new Label("长长的一页"));
    Scene scene = new Scene(pane, 200, 100);
    new Theme(Theme.Surface.DESK, Glass.DESK).dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void everyScrollPaneOfTheThemeKeepsNoPicture() {
    assertInstanceOf(UncachedScrollPaneSkin.class, pane.getSkin());
    Node viewport = pane.lookup(".viewport");
    assertFalse(viewport.isCache());
  }
}
