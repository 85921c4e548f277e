package cn.wuyouhall.packaging.command;

import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.Station;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;

/**
 * A command that opens one station and runs until its window is closed or the process is asked to
 * end.
 */
abstract class StationCommand implements Command {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StationOptions options;

  private final String station;

  /** The command for a station; {@code station} names its settings in the sample hall. */
  StationCommand(String station) {
    this.station = station;
  }

  @Override
  public final Integer call() throws Exception {
    return options.run(
        station,
        spec.commandLine().getErr(),
        settings -> {
          LogFiles.into(settings.station().data());
          Station open = Station.open(settings, options.around());
          AtomicBoolean closed = new AtomicBoolean();
          Runnable close =
              () -> {
                if (closed.compareAndSet(false, true)) {
                  open.close();
                }
              };
          Runtime.getRuntime().addShutdownHook(new Thread(close, "closing"));
          try {
            run(open, options);
          } finally {
            close.run();
          }
          return ExitCode.OK;
        });
  }

  /** Runs the opened station; returns when it is to end. */
  abstract void run(Station open, StationOptions around) throws Exception;
}
