package cn.wuyouhall.domain.work;

/** The guard at the door of everything that can block: files, databases, serial lines, HTTP. */
public final class BlockingWork {
  private static final String UI_THREAD = "JavaFX Application Thread";

  private BlockingWork() {}

  /**
   * Refuses to go on when called on the thread that paints the screens.
   *
   * @throws IllegalStateException on the JavaFX thread: a fault in the program, never in the data
   */
  public static void refuseOnUiThread() {
    if (UI_THREAD.equals(Thread.currentThread().getName())) {
      throw new IllegalStateException("blocking work was called on the screen's thread");
    }
  }
}
