package cn.wuyouhall.ui.controls;

import cn.wuyouhall.domain.queue.TicketNumber;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;

/**
 * A ticket number, large and never broken or cut (style class {@code number-hero}; {@code medium}
 * beside it).
 */
public final class NumberHero extends Label {
  /** No number yet. */
  public NumberHero() {
    getStyleClass().add("number-hero");
    setWrapText(false);
    setTextOverrun(OverrunStyle.CLIP);
    setMinWidth(Region.USE_PREF_SIZE);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  /** Shows a number as printed. */
  public void show(TicketNumber number) {
    setText(number.shown());
  }
}
