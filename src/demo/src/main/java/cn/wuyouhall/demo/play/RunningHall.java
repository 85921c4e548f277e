package cn.wuyouhall.demo.play;

import cn.wuyouhall.demo.drive.ScreenHandle;
import cn.wuyouhall.demo.hall.SampleHall;
import cn.wuyouhall.domain.time.StatedClock;
import cn.wuyouhall.station.Surroundings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole hall running: platform, devices, kiosk, window with its pad, and board, one process each.
 * Screens are driven through their agents. One thread.
 */
public final class RunningHall implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Map<String, String> KINDS =
      Map.of(
          "printer", "kiosk/ticket-printer",
          "reader", "kiosk/id-reader",
          "scanner", "kiosk/scanner",
          "pad", "pad/rating-pad",
          "led", "clerk/window-display",
          "desk-reader", "clerk/id-reader",
          "desk-scanner", "clerk/scanner");
  private static final Map<String, String> SCREENS =
      Map.of(
          "kiosk-1", "1080x1920-32",
          "clerk-3", "1366x768-32",
          "board-1", "1920x1080-32",
          "guide-1", "1366x768-32");

  private final ObjectMapper json = new ObjectMapper();
  private final Path folder;
  private final boolean headless;
  private final StatedClock clock;
  private final ServerSocket door;
  private final Map<String, HallProcess> processes = new LinkedHashMap<>();
  private final Map<String, ScreenHandle> screens = new HashMap<>();
  private SampleHall hall;
  private String platform = "";
  private int platformPort;

  private RunningHall(Path folder, boolean headless, StatedClock clock) throws IOException {
    this.folder = folder;
    this.headless = headless;
    this.clock = clock;
    this.door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    this.door.setSoTimeout(500);
  }

  /**
   * Starts everything and returns when all of it is ready.
   *
   * @param folder an empty folder: databases, printed papers and logs go there
   * @param headless without a display
   * @param start hall time at the beginning
   * @param speed seconds of hall time in one real second
   */
  public static RunningHall start(Path folder, boolean headless, Instant start, double speed) {
    InstantSource wall = InstantSource.system();
    // The other processes are told the origin in whole milliseconds.
    StatedClock clock =
        new StatedClock(wall, wall.instant().truncatedTo(ChronoUnit.MILLIS), start, speed);
    try {
      Files.createDirectories(folder.resolve("logs"));
      RunningHall running = new RunningHall(folder, headless, clock);
      try {
        running.open();
        return running;
      } catch (RuntimeException notOpened) {
        running.close();
        throw notOpened;
      }
    } catch (IOException fault) {
      throw new UncheckedIOException("the hall's folder cannot be used", fault);
    }
  }

  private void open() {
    startPlatform();
    Map<String, String> lines = startDevices();
    lines.put("board/voice", "file:" + folder.resolve("voice"));
    lines.put("guide/ticket-printer", "file:" + folder.resolve("guide-printer.bin"));
    hall =
        SampleHall.make(
            folder.resolve("hall"), lines, platform, Surroundings.real().at(clock, clock.pace()));
    List<String> stations = List.of("pad-3", "kiosk-1", "clerk-3", "board-1");
    stations.forEach(this::startStation);
    stations.stream().filter(SCREENS::containsKey).forEach(this::screen);
  }

  /** Starts the platform: waits for its address, or gives it the one it had before. */
  private void startPlatform() {
    HallProcess process =
        HallProcess.start(
            "platform",
            folder.resolve("logs"),
            List.of(),
            List.of(
                "sandbox",
                "--port",
                String.valueOf(platformPort),
                "--data",
                folder.resolve("platform").toString(),
                "--faster",
                "20000"));
    processes.put("platform", process);
    if (platformPort == 0) {
      platform = process.line().strip().replaceAll("/$", "");
      platformPort = Integer.parseInt(platform.substring(platform.lastIndexOf(':') + 1));
    }
  }

  private Map<String, String> startDevices() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "devices",
                "--dir",
                folder.resolve("lines").toString(),
                "--papers",
                folder.resolve("tickets").toString()));
    if (!headless) {
      arguments.addAll(List.of("--panel", "--keep"));
    }
    HallProcess process =
        HallProcess.start("devices", folder.resolve("logs"), List.of(), arguments);
    processes.put("devices", process);
    Map<String, String> lines = new HashMap<>();
    JsonNode ready = read(process.line());
    KINDS.forEach((name, kind) -> {
      if (ready.path("lines").has(name)) {
        lines.put(kind, ready.path("lines").path(name).asText());
      }
    });
    return lines;
  }

  /** Starts a station's program; {@link #screen} waits for its screen. */
  void startStation(String station) {
    String command = station.substring(0, station.indexOf('-'));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "--config",
                hall.file(station).toString(),
                "--clock",
                "%d,%s,%s".formatted(clock.origin().toEpochMilli(), clock.start(), clock.speed())));
    if (SCREENS.containsKey(station)) {
      screens.remove(station);
      arguments.addAll(List.of("--driven-by", String.valueOf(door.getLocalPort())));
    }
    processes.put(
        station,
        HallProcess.start(station, folder.resolve("logs"), screenFlags(station), arguments));
  }

  /** A station's screen; one that was just started is waited for. */
  public ScreenHandle screen(String station) {
    long until = System.nanoTime() + START.toNanos();
    while (!screens.containsKey(station)
        && System.nanoTime() < until
        && processes.get(station).isAlive()) {
      try {
        ScreenHandle came = new ScreenHandle(door.accept());
        screens.put(came.role(), came);
      } catch (SocketTimeoutException notYet) {
        // Asked again until the patience is over or the program has ended.
      } catch (IOException fault) {
        throw new UncheckedIOException("the player's door is broken", fault);
      }
    }
    if (!screens.containsKey(station)) {
      throw new IllegalStateException(station + " did not show its screen; see its log");
    }
    return screens.get(station);
  }

  private List<String> screenFlags(String station) {
    String size = SCREENS.get(station);
    return headless && size != null ? withoutDisplay(size) : List.of();
  }

  /** JVM flags of a screen without a display, of this size ({@code 1366x768-32}). */
  public static List<String> withoutDisplay(String size) {
    return List.of(
        "-Dglass.platform=Monocle",
        "-Dmonocle.platform=Headless",
        "-Dprism.order=sw",
        "-Djava.awt.headless=true",
        "-Dheadless.geometry=" + size);
  }

  /**
   * Kills a process as a power cut would (SIGKILL) and starts it again, without waiting for it.
   *
   * @param name as for {@link #process}
   */
  public void killAndStart(String name) {
    if (SCREENS.containsKey(name)) {
      screen(name); // Killed while it still starts it would prove less.
    }
    process(name).kill();
    switch (name) {
      case "platform" -> startPlatform();
      case "devices" -> startDevices();
      default -> startStation(name);
    }
  }

  /** Ends the board and starts it again in a language ({@code zh}, {@code en}). */
  void restartBoard(String language) {
    processes.get("board-1").close();
    try {
      String text = Files.readString(hall.file("board-1"));
      String plain = text.replaceAll("(?m)^language = .*\\R", "");
      String line = "language = \"" + (language.equals("zh") ? "zh-CN" : language) + "\"\n";
      Files.writeString(hall.file("board-1"), plain.replaceFirst("(?m)^role = ", line + "role = "));
    } catch (IOException fault) {
      throw new UncheckedIOException("the board's settings cannot be changed", fault);
    }
    startStation("board-1");
  }

  /** A process by its name: {@code platform devices kiosk-1 clerk-3 pad-3 board-1}. */
  public HallProcess process(String name) {
    return processes.get(name);
  }

  /** Tells the virtual devices something and returns their answer. */
  public JsonNode devices(String command) {
    JsonNode answer = read(processes.get("devices").ask(command));
    if (!answer.path("ok").asBoolean(true)) {
      throw new IllegalStateException(command + ": " + answer);
    }
    return answer;
  }

  private JsonNode read(String line) {
    try {
      return json.readTree(line);
    } catch (IOException notJson) {
      throw new UncheckedIOException("not an answer: " + line, notJson);
    }
  }

  /** The platform's address. */
  public String platform() {
    return platform;
  }

  /** Whether every program runs. */
  public boolean allRun() {
    return processes.values().stream().allMatch(HallProcess::isAlive);
  }

  /** The hall's settings and phrases. */
  public SampleHall hall() {
    return hall;
  }

  /** Hall time. */
  public StatedClock clock() {
    return clock;
  }

  /** Everything below it. */
  public Path folder() {
    return folder;
  }

  /** Ends all, the last started first. */
  @Override
  public void close() {
    for (HallProcess process : List.copyOf(processes.values()).reversed()) {
      process.close();
    }
    try {
      door.close();
    } catch (IOException fault) {
      throw new UncheckedIOException("the player's door does not close", fault);
    }
  }
}
