package cn.wuyouhall.domain.devices;

import cn.wuyouhall.domain.rating.Grade;
import java.util.function.Consumer;

/** A rating pad. Owned by the pad's process alone; no trace of it holds a grade. */
public interface RatingPad extends Device {
  /**
   * Asks the citizen to rate, by the pad's own lamp and voice. Returns whether the pad's line took
   * it.
   */
  boolean ask();

  /** Ends the asking without an answer. */
  void rest();

  /** Tells each grade pressed, on the pad's own thread, also when nobody was asked. */
  void onGrade(Consumer<Grade> listener);
}
