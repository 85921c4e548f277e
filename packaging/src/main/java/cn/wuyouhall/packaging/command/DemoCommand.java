package cn.wuyouhall.packaging.command;

import cn.wuyouhall.demo.play.HeadlessDemo;
import cn.wuyouhall.packaging.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code hall demo}: a whole hall on this machine. */
@CommandLine.Command(name = "demo", mixinStandardHelpOptions = true)
public final class DemoCommand implements Command {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--headless")
  private boolean headless;

  @Option(names = "--visits", paramLabel = "N", defaultValue = "5")
  private int visits;

  @Option(names = "--out", paramLabel = "DIR", defaultValue = "out/demo")
  private Path out;

  @Override
  public Integer call() throws IOException {
    boolean holds = new HeadlessDemo(out, spec.commandLine().getOut()).play(visits);
    return holds ? ExitCode.OK : ExitCode.FAILED;
  }
}
