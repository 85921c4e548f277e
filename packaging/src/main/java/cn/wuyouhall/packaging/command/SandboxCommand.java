package cn.wuyouhall.packaging.command;

import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.virtual.platform.Sandbox;
import cn.wuyouhall.virtual.platform.StatusPace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code hall sandbox}: a provincial platform on this machine, until it is stopped. */
@CommandLine.Command(name = "sandbox", mixinStandardHelpOptions = true)
public final class SandboxCommand implements Command {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--port", paramLabel = "P", defaultValue = "8090")
  private int port;

  @Option(names = "--data", paramLabel = "DIR", defaultValue = "sandbox-data")
  private Path data;

  @Option(names = "--faster", paramLabel = "TIMES", defaultValue = "1440")
  private double faster;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65535 || !(faster > 0)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--port is 0 to 65535, --faster is above 0");
    }
    StatusPace pace = StatusPace.faster(faster);
    try (Sandbox sandbox = Sandbox.start(port, data, InstantSource.system(), pace)) {
      // The one line a script waits for: from here on the platform takes work.
      spec.commandLine().getOut().println(sandbox.url() + "/");
      Thread.currentThread().join();
      return ExitCode.OK;
    } catch (IOException e) {
      spec.commandLine().getErr().println("hall sandbox: " + e.getMessage());
      return ExitCode.FAILED;
    }
  }
}
