package cn.wuyouhall.demo.play;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One program of the hall in a process of its own, started with this program's Java and class path.
 */
public final class HallProcess implements AutoCloseable {
  private static final String MAIN = "cn.wuyouhall.packaging.Main";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final BufferedReader out;
  private final Writer in;

  private HallProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
  }

  /**
   * Starts a program.
   *
   * @param name for messages and its log file
   * @param logs folder of its error stream
   * @param flags JVM flags
   * @param arguments the {@code hall} command line
   */
  public static HallProcess start(
      String name, Path logs, List<String> flags, List<String> arguments) {
    return start(MAIN, name, logs, flags, arguments);
  }

  /** Starts another main class under the same flags, for comparison. */
  public static HallProcess start(
      String main, String name, Path logs, List<String> flags, List<String> arguments) {
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(stationFlags());
      command.addAll(flags);
      command.add("-cp");
      command.add(System.getProperty("java.class.path"));
      command.add(main);
      command.addAll(arguments);
      File errors = logs.resolve(name + ".err").toFile();
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(errors));
      builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
      return new HallProcess(name, builder.start());
    } catch (IOException fault) {
      throw new UncheckedIOException(name + " does not start", fault);
    }
  }

  /** The flags the launcher starts a station with: the same file. */
  private static List<String> stationFlags() throws IOException {
    try (InputStream file = HallProcess.class.getResourceAsStream("/cn/wuyouhall/station.jvm")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  /** The next line it prints; waits for it. */
  public String line() {
    try {
      String line = out.readLine();
      if (line == null) {
        throw new IllegalStateException(name + " ended before it was ready; see its log");
      }
      return line;
    } catch (IOException fault) {
      throw new UncheckedIOException(name + " does not speak", fault);
    }
  }

  /** Sends a line and returns the line it answers with. */
  public synchronized String ask(String line) {
    try {
      in.write(line + "\n");
      in.flush();
    } catch (IOException fault) {
      throw new UncheckedIOException(name + " does not listen", fault);
    }
    return line();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it at once, as a power cut would (SIGKILL). */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Asks it to end (SIGTERM) and waits; after ten seconds it is killed. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException hurried) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
