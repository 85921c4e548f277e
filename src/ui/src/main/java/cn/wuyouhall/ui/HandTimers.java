package cn.wuyouhall.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Timers that pass when {@link #advance} says so: for tests of view models. One thread. */
public final class HandTimers implements UiTimers {
  private final List<HandTimer> running = new ArrayList<>();
  private Duration now = Duration.ZERO;

  private final class HandTimer implements Timer {
    private final Duration wait;
    private final Runnable action;
    private final boolean again;
    private Duration due;

    HandTimer(Duration wait, Runnable action, boolean again) {
      this.wait = wait;
      this.action = action;
      this.again = again;
      this.due = now.plus(wait);
    }

    @Override
    public void stop() {
      running.remove(this);
    }

    @Override
    public void restart() {
      due = now.plus(wait);
      if (!running.contains(this)) {
        running.add(this);
      }
    }

    private void pass() {
      if (again) {
        due = due.plus(wait);
      } else {
        running.remove(this);
      }
      action.run();
    }
  }

  @Override
  public Timer after(Duration wait, Runnable action) {
    return begin(new HandTimer(wait, action, false));
  }

  @Override
  public Timer every(Duration wait, Runnable action) {
    return begin(new HandTimer(wait, action, true));
  }

  private Timer begin(HandTimer timer) {
    running.add(timer);
    return timer;
  }

  @Override
  public void close() {
    running.clear();
  }

  /** Lets time pass; what falls due runs in order, at its own moment. */
  public void advance(Duration by) {
    Duration until = now.plus(by);
    for (Optional<HandTimer> next = nextBy(until); next.isPresent(); next = nextBy(until)) {
      now = next.get().due;
      next.get().pass();
    }
    now = until;
  }

  private Optional<HandTimer> nextBy(Duration until) {
    return running.stream()
        .filter(timer -> timer.due.compareTo(until) <= 0)
        .min(Comparator.comparing(timer -> timer.due));
  }
}
