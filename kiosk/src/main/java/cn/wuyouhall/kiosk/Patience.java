package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.ui.UiTimers;
import java.time.Duration;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * How long the kiosk waits for the person before it; in large type longer, and it asks before it
 * gives up. One wait at a time: each begins in the place of the one before. FX thread.
 */
final class Patience {
  /** Time to take ticket and card and to read the page. */
  private static final Duration LAST_PAGE = Duration.ofSeconds(20);

  /** Time to read why a card failed once it is taken away. */
  private static final Duration CARD_TROUBLE = Duration.ofSeconds(8);

  private static final int LARGE_TYPE_FACTOR = 2;

  private final Supplier<HallRules> rules;
  private final UiTimers timers;
  private final Runnable gone;
  private final BooleanProperty large = new SimpleBooleanProperty(this, "large");
  private final ReadOnlyBooleanWrapper asks = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper secondsLeft = new ReadOnlyIntegerWrapper();
  private UiTimers.Timer wait;

  /** {@code gone} is run when a wait is over. */
  Patience(Supplier<HallRules> rules, UiTimers timers, Runnable gone) {
    this.rules = rules;
    this.timers = timers;
    this.gone = gone;
  }

  BooleanProperty largeProperty() {
    return large;
  }

  /** Whether "still there?" is asked. */
  ReadOnlyBooleanProperty asksProperty() {
    return asks.getReadOnlyProperty();
  }

  /** Of the last page's wait. */
  ReadOnlyIntegerProperty secondsLeftProperty() {
    return secondsLeft.getReadOnlyProperty();
  }

  /** No wait. */
  void end() {
    if (wait != null) {
      wait.stop();
    }
    asks.set(false);
  }

  /** The hall's idle time; {@code asksFirst}: in large type its second half asks. */
  void idle(boolean asksFirst) {
    if (!large.get()) {
      begin(rules.get().kioskIdle(), gone);
    } else if (asksFirst) {
      begin(rules.get().kioskIdleElder().dividedBy(2), this::ask);
    } else {
      begin(rules.get().kioskIdleElder(), gone);
    }
  }

  /** The second half of the idle time in large type. */
  void ask() {
    begin(rules.get().kioskIdleElder().dividedBy(2), gone);
    asks.set(true);
  }

  /** After a card that could not be read was taken away. */
  void cardTrouble() {
    begin(longer(CARD_TROUBLE), gone);
  }

  /** The last page, counted down. */
  void lastPage() {
    end();
    secondsLeft.set((int) longer(LAST_PAGE).toSeconds());
    wait = timers.every(Duration.ofSeconds(1), this::tick);
  }

  private void tick() {
    secondsLeft.set(secondsLeft.get() - 1);
    if (secondsLeft.get() <= 0) {
      end();
      gone.run();
    }
  }

  private Duration longer(Duration span) {
    return large.get() ? span.multipliedBy(LARGE_TYPE_FACTOR) : span;
  }

  private void begin(Duration span, Runnable then) {
    end();
    wait = timers.after(span, then);
  }
}
