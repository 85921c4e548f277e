package cn.wuyouhall.kiosk;

import cn.wuyouhall.kiosk.KioskApp.SetUp;
import cn.wuyouhall.kiosk.board.BoardApp;
import cn.wuyouhall.kiosk.board.StationBoard;
import cn.wuyouhall.kiosk.guide.GuideApp;
import cn.wuyouhall.kiosk.guide.StationGuide;
import cn.wuyouhall.station.Station;
import cn.wuyouhall.ui.Glass;
import cn.wuyouhall.ui.Window;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;

/**
 * Shows what a station of this module is: the kiosk, or the guide desk or call board where its role
 * says so.
 */
public final class Main {
  private Main() {}

  /**
   * Shows the station's screen and waits until its window is closed. The station stays open: who
   * opened it closes it.
   *
   * @param station a station with the role of a kiosk, a guide desk or a board
   * @param fullScreen whether the window takes the whole screen, as a kiosk in a hall does
   */
  public static void run(Station station, boolean fullScreen) {
    Window.run(stage ->
        switch (station.settings().station().role()) {
          case BOARD -> board(station, stage, fullScreen);
          case GUIDE -> guide(station, stage, fullScreen);
          case KIOSK, CLERK, PAD, VILLAGE -> kiosk(station, stage, fullScreen);
        });
  }

  private static AutoCloseable guide(Station station, Stage stage, boolean fullScreen) {
    GuideApp app = new GuideApp(new StationGuide(station), stage, station.clock(), station.pace());
    wholeScreen(stage, fullScreen);
    app.texts().show(station.settings().station().language());
    app.show();
    return app;
  }

  private static AutoCloseable kiosk(Station station, Stage stage, boolean fullScreen) {
    SetUp setUp =
        new SetUp(
            size(fullScreen),
            Glass.KIOSK,
            station.clock(),
            station.pace(),
            fullScreen,
            station.settings().station().language());
    KioskApp app = new KioskApp(new StationJobs(station), stage, setUp);
    wholeScreen(stage, fullScreen);
    app.show();
    return app;
  }

  private static AutoCloseable board(Station station, Stage stage, boolean fullScreen) {
    BoardApp app = new BoardApp(new StationBoard(station), stage, station.clock(), station.pace());
    wholeScreen(stage, fullScreen);
    app.texts().show(station.settings().station().language());
    app.show();
    return app;
  }

  /** The whole screen; or upright where that fits on it, else the wide form. */
  private static Dimension2D size(boolean fullScreen) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    if (fullScreen) {
      Rectangle2D whole = Screen.getPrimary().getBounds();
      return new Dimension2D(whole.getWidth(), whole.getHeight());
    }
    boolean fits =
        screen.getWidth() >= KioskApp.UPRIGHT.getWidth()
            && screen.getHeight() >= KioskApp.UPRIGHT.getHeight();
    return fits ? KioskApp.UPRIGHT : KioskApp.WIDE;
  }

  private static void wholeScreen(Stage stage, boolean fullScreen) {
    if (fullScreen) {
      stage.setFullScreenExitHint("");
      stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
      stage.setFullScreen(true);
    }
  }
}
