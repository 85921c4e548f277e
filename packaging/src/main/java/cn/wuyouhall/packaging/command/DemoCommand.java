package cn.wuyouhall.packaging.command;

import cn.wuyouhall.demo.check.Checker;
import cn.wuyouhall.demo.check.Verdict;
import cn.wuyouhall.demo.mutant.Mutant;
import cn.wuyouhall.demo.play.HeadlessDemo;
import cn.wuyouhall.demo.play.WindowedDemo;
import cn.wuyouhall.packaging.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code hall demo}: a whole hall on this machine. */
@CommandLine.Command(name = "demo", mixinStandardHelpOptions = true)
public final class DemoCommand implements Command {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--mutant", hidden = true)
  private String mutant;

  @Option(names = "--headless")
  private boolean headless;

  @Option(names = "--visits", paramLabel = "N", defaultValue = "5")
  private int visits;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out/demo")
  private Path out;

  @Override
  public Integer call() throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    if (mutant != null) {
      return mutant(console);
    }
    if (headless || !hasDisplay()) {
      boolean holds = new HeadlessDemo(out, console).play(visits);
      return holds ? ExitCode.OK : ExitCode.FAILED;
    }
    new WindowedDemo(HallHome.folder().resolve("demo"), console).run(new Said().say("demo.hint"));
    return ExitCode.OK;
  }

  private int mutant(PrintWriter console) throws IOException {
    Mutant chosen =
        Mutant.named(mutant)
            .orElseThrow(() ->
                new CommandLine.ParameterException(
                    spec.commandLine(), Arrays.toString(Mutant.values())));
    Verdict verdict = new Checker().examine(chosen.play(Files.createTempDirectory("hall-mutant")));
    console.println(verdict.table());
    return verdict.holds() ? ExitCode.OK : ExitCode.FAILED;
  }

  /**
   * Whether windows can be shown: always on Windows and macOS, elsewhere where a display is named.
   */
  private static boolean hasDisplay() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return !system.contains("linux")
        || System.getenv("DISPLAY") != null
        || System.getenv("WAYLAND_DISPLAY") != null;
  }
}
