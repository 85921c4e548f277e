package cn.wuyouhall.packaging.command;

import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.settings.Settings;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** A command of the technician's that does one thing with a station's settings and ends. */
abstract class TechnicianCommand implements Command {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StationOptions options;

  @Override
  public final Integer call() throws Exception {
    return options.run("kiosk-1", err(), settings -> run(settings, options.around()));
  }

  /** Does it; returns the exit code. */
  abstract int run(Settings settings, Surroundings around);

  final void out(String key, Object... arguments) {
    spec.commandLine().getOut().println(say(key, arguments));
  }

  final void line(String text) {
    spec.commandLine().getOut().println(text);
  }

  final int failed(String key, Object... arguments) {
    err().println(say(key, arguments));
    return ExitCode.FAILED;
  }

  final String say(String key, Object... arguments) {
    return options.said().say(key, arguments);
  }

  /**
   * What is typed without an echo, or the first line of the input for a script; never an argument.
   * Empty where nothing is typed.
   */
  final char[] secret(String key) {
    Console console = System.console();
    if (console != null && console.isTerminal()) {
      char[] typed = console.readPassword("%s ", say(key));
      return typed == null ? new char[0] : typed;
    }
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return line == null ? new char[0] : line.strip().toCharArray();
    } catch (IOException noInput) {
      return new char[0];
    }
  }

  final CommandLine commandLine() {
    return spec.commandLine();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
