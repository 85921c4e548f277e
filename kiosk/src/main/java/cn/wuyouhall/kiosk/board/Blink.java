package cn.wuyouhall.kiosk.board;

import cn.wuyouhall.ui.UiTimers;
import java.time.Duration;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** Makes a node blink three times ({@code :flash}), then stand still. FX thread. */
final class Blink {
  private static final PseudoClass FLASH = PseudoClass.getPseudoClass("flash");
  private static final Duration HALF = Duration.ofMillis(450);
  private static final int HALVES = 6;

  private final Node node;
  private final UiTimers timers;
  private Optional<UiTimers.Timer> running = Optional.empty();
  private int halves;

  Blink(Node node, UiTimers timers) {
    this.node = node;
    this.timers = timers;
  }

  /** Begins anew. */
  void begin() {
    end();
    halves = 0;
    flash(true);
    running = Optional.of(timers.every(HALF, this::half));
  }

  private void half() {
    halves++;
    flash(halves % 2 == 0 && halves < HALVES);
    if (halves >= HALVES) {
      end();
    }
  }

  private void flash(boolean on) {
    node.pseudoClassStateChanged(FLASH, on);
  }

  private void end() {
    running.ifPresent(UiTimers.Timer::stop);
    running = Optional.empty();
  }
}
