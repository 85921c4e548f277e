package cn.wuyouhall.clerk;

import cn.wuyouhall.station.Station;
import cn.wuyouhall.ui.Window;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/** Shows the desk of a station with a window. */
public final class Main {
  private Main() {}

  /**
   * Shows the desk and waits until its window is closed. The station stays open: who opened it
   * closes it.
   *
   * @param station a station with a window
   * @param maximised whether the window takes all the room the screen has, as at a clerk's place
   */
  public static void run(Station station, boolean maximised) {
    Window.run(stage -> {
      ClerkApp app = new ClerkApp(station, stage, size(maximised));
      stage.setMaximized(maximised);
      app.texts().show(station.settings().station().language());
      app.show();
      return app;
    });
  }

  private static Dimension2D size(boolean maximised) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    return maximised ? new Dimension2D(screen.getWidth(), screen.getHeight()) : ClerkApp.LEAST;
  }
}
