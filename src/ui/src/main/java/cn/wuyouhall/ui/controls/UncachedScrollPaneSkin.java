package cn.wuyouhall.ui.controls;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * A scroll pane that is drawn as it is. JavaFX's own keeps a picture of each pane's content, and
 * pictures of panes long gone until memory runs out: 3 MB a visit, and pauses for collecting them.
 * The style sheet gives it to every scroll pane.
 */
public final class UncachedScrollPaneSkin extends ScrollPaneSkin {
  /** The skin of a scroll pane. */
  public UncachedScrollPaneSkin(ScrollPane pane) {
    super(pane);
    getChildren().forEach(part -> part.setCache(false));
  }
}
