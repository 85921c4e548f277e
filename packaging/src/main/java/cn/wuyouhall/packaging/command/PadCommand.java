package cn.wuyouhall.packaging.command;

import cn.wuyouhall.station.Station;
import picocli.CommandLine.Command;

/** {@code hall pad}: the process that owns a window's rating pad. It has no screen. */
@Command(name = "pad", mixinStandardHelpOptions = true)
public final class PadCommand extends StationCommand {
  /** The command. */
  public PadCommand() {
    super("pad-3");
  }

  @Override
  void run(Station open, StationOptions around) throws InterruptedException {
    Thread.currentThread().join();
  }
}
