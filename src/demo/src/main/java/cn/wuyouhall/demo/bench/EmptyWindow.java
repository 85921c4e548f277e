package cn.wuyouhall.demo.bench;

import cn.wuyouhall.demo.drive.ScreenAgent;
import cn.wuyouhall.ui.Glass;
import cn.wuyouhall.ui.Theme;
import cn.wuyouhall.ui.Window;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/**
 * A window of the clerk app's size with its theme and nothing in it: what memory is held against.
 */
public final class EmptyWindow {
  private EmptyWindow() {}

  /** Shows it; the argument is the player's port. */
  public static void main(String[] args) {
    ScreenAgent.start(Integer.parseInt(args[0]), "empty");
    Window.run(stage -> {
      Scene scene = new Scene(new StackPane(), 1366, 768);
      new Theme(Theme.Surface.DESK, Glass.DESK).dress(scene);
      stage.setScene(scene);
      stage.show();
      return stage::hide;
    });
  }
}
