package cn.wuyouhall.station;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.HallRulesStore;
import cn.wuyouhall.domain.time.HallTime;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rules of today as last read: asking for them never blocks. */
final class CurrentRules implements Supplier<HallRules> {
  private final HallRulesStore store;
  private final InstantSource clock;
  private volatile HallRules held;

  /**
   * Reads them; blocks.
   *
   * @throws StationRefused NO_RULES in a hall that has none for today
   */
  CurrentRules(HallRulesStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.held = read().orElseThrow(() -> new StationRefused("NO_RULES", List.of(), null));
  }

  private Optional<HallRules> read() {
    return store.rulesOn(HallTime.day(clock.instant()));
  }

  @Override
  public HallRules get() {
    return held;
  }

  /** Reads them again; blocks. A day without rules keeps those of the day before. */
  void refresh() {
    read().ifPresent(now -> held = now);
  }
}
