package cn.wuyouhall.virtual;

import cn.wuyouhall.virtual.panel.DevicePanel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The process that holds the virtual devices of a hall: commands on standard input, one line each,
 * one line of JSON for each on standard output. The first line out says it is ready and names the
 * lines. It ends at {@code quit}, at the end of its input (the program that started it is gone)
 * unless told to {@code --keep} its panel, and when the panel is closed.
 */
public final class VirtualDevices {
  /** Exit codes, as for every command of the hall. */
  private static final int OK = 0;

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private static final String USAGE =
      "--dir DIR [--papers DIR] [--speed TIMES] [--tcp] [--panel] [--keep] [--language zh-CN|en]"
          + " [--baud NAME=RATE]… [--device NAME=KIND[:BAUD[:PORT]]]…";

  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;

  /** With the given streams; commands are read as UTF-8, answers are ASCII. */
  public VirtualDevices(InputStream in, PrintWriter out, PrintWriter err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  /** What the command line asks for. */
  record Request(HallLayout layout, boolean panel, boolean keep, Locale language) {}

  /** Runs until told to end; returns the exit code and never exits itself. */
  public int run(List<String> args) {
    Request request;
    try {
      request = parse(args);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.println(USAGE);
      err.flush();
      return WRONG_USAGE;
    }
    if (System.getProperty("java.awt.headless") == null) {
      // Papers are drawn in memory; the panel is JavaFX and does not mind.
      System.setProperty("java.awt.headless", "true");
    }
    try (VirtualHallDevices hall = VirtualHallDevices.open(request.layout())) {
      // Asked to end from outside, the lines' names go too: one left behind may soon mean another
      // terminal.
      Thread atEnd = new Thread(hall::close, "virtual-end");
      Runtime.getRuntime().addShutdownHook(atEnd);
      try {
        return serve(hall, request);
      } finally {
        forget(atEnd);
      }
    } catch (IOException e) {
      err.println("the virtual devices cannot open their lines: " + e.getMessage());
      err.flush();
      return FAILED;
    }
  }

  private static void forget(Thread atEnd) {
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook with it.
    }
  }

  private int serve(VirtualHallDevices hall, Request request) throws IOException {
    DeviceCommands commands = new DeviceCommands(hall);
    say(commands.execute("devices").replaceFirst("\\{", "{\"ready\":true,"));
    if (request.panel()) {
      return withPanel(hall, commands, request);
    }
    obey(commands);
    return OK;
  }

  private int withPanel(VirtualHallDevices hall, DeviceCommands commands, Request request) {
    DevicePanel panel;
    try {
      panel = DevicePanel.show(hall, commands, request.language());
    } catch (UnsupportedOperationException e) {
      // How JavaFX says that it finds no screen.
      err.println("the panel needs a display; without --panel there is none: " + e.getMessage());
      err.flush();
      return FAILED;
    }
    Thread.ofPlatform()
        .daemon()
        .name("virtual-commands")
        .start(() -> {
          try {
            if (obey(commands) || !request.keep()) {
              panel.close();
            }
          } catch (IOException e) {
            err.println("no more commands: " + e.getMessage());
          }
        });
    panel.awaitClosed();
    return OK;
  }

  /** Whether it was told to quit, rather than just nothing more. */
  private boolean obey(DeviceCommands commands) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if ("quit".equals(line.strip())) {
        say("{\"ok\":true}");
        return true;
      }
      if (!line.isBlank()) {
        say(commands.execute(line));
      }
    }
    return false;
  }

  private void say(String json) {
    synchronized (out) {
      out.println(json);
      out.flush();
    }
  }

  static Request parse(List<String> args) {
    Path dir = null;
    Path papers = null;
    double speed = 1;
    boolean tcp = false;
    boolean panel = false;
    boolean keep = false;
    Locale language = Locale.SIMPLIFIED_CHINESE;
    List<String> bauds = new ArrayList<>();
    List<String> devices = new ArrayList<>();
    for (var rest = args.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--dir" -> dir = Path.of(value(option, rest));
        case "--papers" -> papers = Path.of(value(option, rest));
        case "--speed" -> speed = Double.parseDouble(value(option, rest));
        case "--tcp" -> tcp = true;
        case "--panel" -> panel = true;
        case "--keep" -> keep = true;
        case "--language" -> language = Locale.forLanguageTag(value(option, rest));
        case "--baud" -> bauds.add(value(option, rest));
        case "--device" -> devices.add(value(option, rest));
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    if (dir == null) {
      throw new IllegalArgumentException("--dir is missing");
    }
    HallLayout layout = HallLayout.usual(dir).withSpeed(speed);
    if (!devices.isEmpty()) {
      layout = layout.withSlots(devices.stream().map(VirtualDevices::slot).toList());
    }
    for (String baud : bauds) {
      layout = withBaud(layout, baud);
    }
    layout = papers == null ? layout : layout.withPapers(papers);
    return new Request(tcp ? layout.onTcp() : layout, panel, keep, language);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  /** NAME=KIND[:BAUD[:PORT]]. */
  private static HallLayout.Slot slot(String text) {
    String[] sides = text.split("=", 2);
    String[] parts = sides.length == 2 ? sides[1].split(":") : new String[0];
    Optional<DeviceKind> kind = parts.length == 0 ? Optional.empty() : DeviceKind.of(parts[0]);
    if (kind.isEmpty() || sides[0].isEmpty()) {
      throw new IllegalArgumentException("not NAME=KIND[:BAUD[:PORT]]: " + text);
    }
    Map<DeviceKind, Integer> fast =
        Map.of(DeviceKind.TICKET_PRINTER, 115_200, DeviceKind.ID_READER, 115_200);
    int baud = parts.length > 1 ? Integer.parseInt(parts[1]) : fast.getOrDefault(kind.get(), 9_600);
    int port = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
    return new HallLayout.Slot(sides[0], kind.get(), baud, port);
  }

  private static HallLayout withBaud(HallLayout layout, String text) {
    String[] sides = text.split("=", 2);
    HallLayout.Slot old =
        layout.slots().stream()
            .filter(slot -> sides.length == 2 && slot.name().equals(sides[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("not NAME=RATE of a device: " + text));
    return layout.with(
        new HallLayout.Slot(old.name(), old.kind(), Integer.parseInt(sides[1]), old.port()));
  }
}
