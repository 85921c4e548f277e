package cn.wuyouhall.packaging.command;

import cn.wuyouhall.kiosk.Main;
import cn.wuyouhall.station.Station;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hall board}: the call board with its voice. */
@Command(name = "board", mixinStandardHelpOptions = true)
public final class BoardCommand extends StationCommand {
  @Option(names = "--full-screen")
  private boolean fullScreen;

  /** The command. */
  public BoardCommand() {
    super("board-1");
  }

  @Override
  void run(Station open, StationOptions around) {
    around.letPlayerIn("board-1");
    Main.run(open, fullScreen);
  }
}
