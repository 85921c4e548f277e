package cn.wuyouhall.demo.bench;

import cn.wuyouhall.demo.bench.Bench.Measured;
import cn.wuyouhall.demo.drive.ScreenHandle;
import cn.wuyouhall.demo.play.HallProcess;
import cn.wuyouhall.demo.play.Player;
import cn.wuyouhall.demo.play.Player.Plot;
import cn.wuyouhall.demo.play.RunningHall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rows about the screens: pauses during visits, and memory over an empty window. */
public final class ScreenBenches {
  private static final Instant START = Instant.parse("2026-11-23T01:05:00Z");
  private static final int FIRST_SHOWS = 3;
  private static final int VISITS = 50;
  private static final int RUNS = 5;

  private final Path folder;

  /** Benches that work below this folder. */
  public ScreenBenches(Path folder) {
    this.folder = folder;
  }

  /** The rows. */
  public List<Bench> rows() {
    return List.of(
        new Bench(
            "pauses", "pauses over 100 ms with our code, 50 visits", 0, "count", this::pauses),
        new Bench(
            "memory", "clerk app over an empty window, median of 5", 120, "MB", this::memory));
  }

  private Measured pauses() throws Exception {
    Path place = Files.createTempDirectory(folder, "pauses");
    List<String> all = new ArrayList<>();
    try (RunningHall hall = RunningHall.start(place, true, START, 4)) {
      Player player = new Player(hall);
      player.signIn();
      for (int visit = 1; visit <= FIRST_SHOWS + VISITS; visit++) {
        if (visit == FIRST_SHOWS + 1) {
          hall.screen("kiosk-1").watch();
          hall.screen("clerk-3").watch();
        }
        player.play(visit, visit % 2 == 0 ? Plot.TOUCH_ACCEPTED_RATED : Plot.CARD_ACCEPTED_UNRATED);
      }
      all.addAll(hall.screen("kiosk-1").pauses());
      all.addAll(hall.screen("clerk-3").pauses());
    }
    return new Measured(all.size(), all.isEmpty() ? "" : all.getFirst());
  }

  private Measured memory() throws Exception {
    List<Long> over = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      Path place = Files.createTempDirectory(folder, "memory");
      long empty = emptyWindow(place);
      try (RunningHall hall = RunningHall.start(place, true, START, 4)) {
        Player player = new Player(hall);
        player.signIn();
        player.play(1, Plot.TOUCH_ACCEPTED_RATED);
        over.add(hall.screen("clerk-3").memory() - empty);
      }
    }
    over.sort(Long::compare);
    return new Measured(over.get(RUNS / 2), "each run: " + over);
  }

  private static long emptyWindow(Path place) throws IOException {
    Path logs = Files.createDirectories(place.resolve("logs"));
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HallProcess process =
            HallProcess.start(
                EmptyWindow.class.getName(),
                "empty",
                logs,
                RunningHall.withoutDisplay("1366x768-32"),
                List.of(String.valueOf(door.getLocalPort())));
        ScreenHandle screen = new ScreenHandle(door.accept())) {
      return screen.memory();
    }
  }
}
