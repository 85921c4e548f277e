package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.queue.WaitEstimate;
import cn.wuyouhall.ui.Texts;

/** People ahead and their time, as every screen of this module says them. Pure. */
public final class QueueWords {
  private QueueWords() {}

  /** How many people are ahead. */
  public static String ahead(Texts texts, int ahead) {
    return ahead == 0 ? texts.get("queue.nobody") : texts.count("queue.ahead", ahead);
  }

  /** How long that takes, as a range. */
  public static String wait(Texts texts, WaitEstimate wait) {
    return wait.fromMinutes() == 0
        ? texts.get("queue.within", wait.untilMinutes())
        : texts.get("queue.wait", wait.fromMinutes(), wait.untilMinutes());
  }
}
