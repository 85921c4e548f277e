package cn.wuyouhall.packaging.command;

import cn.wuyouhall.clerk.Main;
import cn.wuyouhall.station.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hall clerk}: the window clerk's app. */
@Command(name = "clerk", mixinStandardHelpOptions = true)
public final class ClerkCommand extends StationCommand {
  @Option(names = "--full-screen")
  private boolean fullScreen;

  /** The command. */
  public ClerkCommand() {
    super("clerk-3");
  }

  @Override
  void run(Station open, StationOptions around) {
    around.letPlayerIn("clerk-3");
    Main.run(open, fullScreen);
  }
}
