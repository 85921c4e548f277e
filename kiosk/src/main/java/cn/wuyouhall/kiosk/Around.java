package cn.wuyouhall.kiosk;

import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Theme;
import cn.wuyouhall.ui.UiTimers;
import java.time.InstantSource;
import javafx.scene.Node;
import javafx.scene.Scene;

/** What every page of the kiosk has around it. */
record Around(
    KioskVisit visit,
    KioskJobs jobs,
    Texts texts,
    Theme theme,
    UiTimers timers,
    InstantSource clock) {
  /** Whether the glass these nodes are on is wider than it is high; upright while on none. */
  static boolean isWide(Node nodes) {
    Scene scene = nodes.getScene();
    return scene != null && scene.getWidth() > scene.getHeight();
  }

  /** How many choices stand on a page of theirs. */
  int atOnce(Node nodes, int large, int wide, int tall) {
    return visit.largeProperty().get() ? large : isWide(nodes) ? wide : tall;
  }
}
