package cn.wuyouhall.packaging.command;

import cn.wuyouhall.kiosk.Main;
import cn.wuyouhall.station.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hall guide}: the guide desk. */
@Command(name = "guide", mixinStandardHelpOptions = true)
public final class GuideCommand extends StationCommand {
  @Option(names = "--full-screen")
  private boolean fullScreen;

  /** The command. */
  public GuideCommand() {
    super("guide-1");
  }

  @Override
  void run(Station open, StationOptions around) {
    around.letPlayerIn("guide-1");
    Main.run(open, fullScreen);
  }
}
