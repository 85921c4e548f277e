package cn.wuyouhall.kiosk;

import javafx.scene.Parent;

/** One page on the glass: its nodes, drawn anew whenever what it shows has changed. */
interface PageView {
  /** Its nodes; the same ones each time. */
  Parent root();

  /** Draws everything that is not a bound text; called for page, language, type size and news. */
  void render(Page page);

  /** The visit is over: what this person left on the page, such as how far they had turned it. */
  default void forget() {}
}
