package cn.wuyouhall.ui;

import cn.wuyouhall.domain.time.Pace;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/**
 * Waits of a screen, in hall time: a kiosk's idle time, a board's blinking, an undo that runs out.
 * Actions run on the FX thread. Make, stop and close timers on the FX thread.
 */
public interface UiTimers extends AutoCloseable {
  /** Runs {@code action} once, after {@code wait} of hall time. */
  Timer after(Duration wait, Runnable action);

  /** Runs {@code action} after each {@code wait} of hall time, until stopped. */
  Timer every(Duration wait, Runnable action);

  /** Ends every wait; the screen they belong to is gone. */
  @Override
  void close();

  /** A wait that is going on. */
  interface Timer {
    /** Ends it; nothing runs any more. */
    void stop();

    /** Begins the wait anew, also after it ended or was stopped. */
    void restart();
  }

  /** Timers on JavaFX's own clock, as fast as {@code pace} says. */
  static UiTimers on(Pace pace) {
    return new UiTimers() {
      private final Set<Timeline> running = new HashSet<>();

      @Override
      public Timer after(Duration wait, Runnable action) {
        return start(wait, action, 1);
      }

      @Override
      public Timer every(Duration wait, Runnable action) {
        return start(wait, action, Animation.INDEFINITE);
      }

      @Override
      public void close() {
        Set.copyOf(running).forEach(Timeline::stop);
        running.clear();
      }

      private Timer start(Duration wait, Runnable action, int cycles) {
        double millis = Math.max(1, pace.real(wait).toNanos() / 1e6);
        Timeline line =
            new Timeline(new KeyFrame(javafx.util.Duration.millis(millis), event -> action.run()));
        line.setCycleCount(cycles);
        line.setOnFinished(event -> running.remove(line));
        running.add(line);
        line.play();
        return new Timer() {
          @Override
          public void stop() {
            line.stop();
            running.remove(line);
          }

          @Override
          public void restart() {
            running.add(line);
            line.playFromStart();
          }
        };
      }
    };
  }
}
