package cn.wuyouhall.domain.devices;

import cn.wuyouhall.domain.rating.Grade;
import java.util.function.Consumer;

/**
 * A rating pad. Owned by the pad's process alone; no trace of it holds a grade. Until the first
 * {@link #ask} or {@link #rest} a key is neither told nor thanked for: the pad may still ask for a
 * process that was killed, and nobody knows yet for whom.
 */
public interface RatingPad extends Device {
  /**
   * Asks the citizen to rate, by the pad's own lamp and voice. Returns whether the pad's line took
   * it.
   */
  boolean ask();

  /** Nobody is asked, or not any more. */
  void rest();

  /** Tells each grade pressed, on the pad's own thread, also when nobody was asked. */
  void onGrade(Consumer<Grade> listener);
}
