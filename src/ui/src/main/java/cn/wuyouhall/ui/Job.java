package cn.wuyouhall.ui;

import java.util.function.Consumer;

/**
 * A piece of background work on its way back to the screen. Made by {@link Background#run}; to be
 * used on the FX thread only. Listeners attached after the result arrived are told at once.
 *
 * @param <T> what the work gives
 */
public final class Job<T> {
  private Consumer<? super T> onResult;
  private Consumer<? super Failure> onFailure;
  private T result;
  private Failure failure;
  private boolean done;
  private boolean dropped;

  Job() {}

  /** Shows the result; runs on the FX thread, once. */
  public Job<T> then(Consumer<? super T> show) {
    onResult = show;
    if (done && failure == null && !dropped) {
      show.accept(result);
    }
    return this;
  }

  /** Explains a failure; runs on the FX thread, once. Without it, {@link Background} explains. */
  public Job<T> otherwise(Consumer<? super Failure> explain) {
    onFailure = explain;
    if (failure != null && !dropped) {
      explain.accept(failure);
    }
    return this;
  }

  /** Nobody wants the answer any more; the work itself goes on to its end. */
  public void drop() {
    dropped = true;
  }

  void finished(T value) {
    done = true;
    result = value;
    if (!dropped && onResult != null) {
      onResult.accept(value);
    }
  }

  /** Returns whether someone here explains the failure. */
  boolean failed(Failure what) {
    done = true;
    failure = what;
    if (dropped) {
      return true;
    }
    if (onFailure != null) {
      onFailure.accept(what);
      return true;
    }
    return false;
  }
}
