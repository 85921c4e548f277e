package cn.wuyouhall.clerk;

import cn.wuyouhall.station.DraftKeeper.Kept;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.ui.Sentence;
import cn.wuyouhall.ui.UiTimers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps a case's draft: a second after its last change, or now; one at a time, and never again once
 * its visit has ended. FX thread.
 */
final class DraftKeeping {
  private static final Duration AFTER = Duration.ofSeconds(1);

  private final Around around;
  private final Session clerk;
  private final Supplier<Optional<Kept>> draft;
  private final Sentence sentence;
  private UiTimers.Timer waiting;
  private boolean keeping;
  private boolean again;
  private Optional<Runnable> ended = Optional.empty();

  /**
   * Nothing to keep yet.
   *
   * @param draft what is to be kept now; empty when there is nothing
   * @param sentence says so when this station's disk does not take it
   */
  DraftKeeping(Around around, Session clerk, Supplier<Optional<Kept>> draft, Sentence sentence) {
    this.around = around;
    this.clerk = clerk;
    this.draft = draft;
    this.sentence = sentence;
  }

  /** Something changed. */
  void soon() {
    if (waiting == null && ended.isEmpty()) {
      waiting = around.timers().after(AFTER, this::now);
    }
  }

  /** Keeps it now, unless there is nothing to keep. */
  void now() {
    stop();
    Optional<Kept> now = ended.isPresent() ? Optional.empty() : draft.get();
    if (keeping || now.isEmpty()) {
      again = keeping;
      return;
    }
    keeping = true;
    around
        .work()
        .run(() -> around.station().drafts().keep(clerk, now.get()))
        .then(fault -> {
          fault.ifPresent(code -> sentence.say(() -> Words.store(around.texts(), code)));
          kept();
        })
        .otherwise(failure -> kept());
  }

  private void kept() {
    keeping = false;
    ended.ifPresent(Runnable::run);
    if (again) {
      again = false;
      now();
    }
  }

  /** Keeps nothing of what has changed until it changes again. */
  void stop() {
    if (waiting != null) {
      waiting.stop();
      waiting = null;
    }
  }

  /** The visit is over: nothing more is kept; {@code forget} runs once nothing is under way. */
  void end(Runnable forget) {
    stop();
    ended = Optional.of(forget);
    if (!keeping) {
      forget.run();
    }
  }
}
