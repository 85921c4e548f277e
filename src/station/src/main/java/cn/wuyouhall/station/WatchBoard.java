package cn.wuyouhall.station;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.queue.HallView;
import cn.wuyouhall.domain.work.BlockingWork;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the call board shows; keeps the last state it saw for times without the hall database.
 * Blocks.
 */
public final class WatchBoard {
  private final HallQueue queue;
  private final Supplier<HallRules> rules;
  private final InstantSource clock;
  private volatile HallView last;

  WatchBoard(HallQueue queue, Supplier<HallRules> rules, InstantSource clock) {
    this.queue = queue;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * A look at the hall.
   *
   * @param view the state; its {@code asOf} says how old it is
   * @param current whether the hall database gave it just now
   * @param rules names of windows and lines, notices
   */
  public record Look(HallView view, boolean current, HallRules rules) {}

  /** The hall now, or the last state seen; empty before the first. */
  public Optional<Look> look() {
    BlockingWork.refuseOnUiThread();
    try {
      last = queue.view(clock.instant());
      return Optional.of(new Look(last, true, rules.get()));
    } catch (HallUnavailable away) {
      return Optional.ofNullable(last).map(view -> new Look(view, false, rules.get()));
    }
  }
}
