package cn.wuyouhall.demo.play;

import cn.wuyouhall.demo.hall.SampleHall;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Opens every window of a hall and lets a person play visits, until one of them is closed. */
public final class WindowedDemo {
  /** Hall time at the start: a Monday at 9:05, when the sample hall is open. */
  private static final Instant START = Instant.parse("2026-11-23T01:05:00Z");

  private static final long LOOK_NANOS = 200_000_000;

  private final Path folder;
  private final PrintWriter console;

  /** A demo in this folder, which it empties first. */
  public WindowedDemo(Path folder, PrintWriter console) {
    this.folder = folder.toAbsolutePath();
    this.console = console;
  }

  /**
   * Runs until a window is closed or the process is asked to end.
   *
   * @param hint how to sign in, with places for number and PIN
   */
  public void run(String hint) throws IOException {
    HallFolder.empty(folder);
    try (RunningHall hall = RunningHall.start(folder, false, START, 1)) {
      console.println(hint.formatted(SampleHall.CLERK, SampleHall.PIN, hall.platform()));
      console.flush();
      Thread atEnd = new Thread(hall::close, "demo-end");
      Runtime.getRuntime().addShutdownHook(atEnd);
      while (hall.allRun()) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
      Runtime.getRuntime().removeShutdownHook(atEnd);
    }
  }
}
