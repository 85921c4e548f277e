package cn.wuyouhall.packaging.command;

import cn.wuyouhall.kiosk.Main;
import cn.wuyouhall.station.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hall kiosk}: the self-service kiosk. */
@Command(name = "kiosk", mixinStandardHelpOptions = true)
public final class KioskCommand extends StationCommand {
  @Option(names = "--full-screen")
  private boolean fullScreen;

  /** The command. */
  public KioskCommand() {
    super("kiosk-1");
  }

  @Override
  void run(Station open, StationOptions around) {
    around.letPlayerIn("kiosk-1");
    Main.run(open, fullScreen);
  }
}
