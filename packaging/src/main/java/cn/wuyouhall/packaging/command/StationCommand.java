package cn.wuyouhall.packaging.command;

import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.Station;
import cn.wuyouhall.station.StationRefused;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.store.StoreException;
import java.io.PrintWriter;
import java.util.Optional;
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
    PrintWriter err = spec.commandLine().getErr();
    Optional<Settings> settings = options.settings(station, err);
    if (settings.isEmpty()) {
      return ExitCode.SETTINGS;
    }
    try {
      LogFiles.into(settings.get().station().data());
      Station open = Station.open(settings.get(), options.around());
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
    } catch (StationRefused refusal) {
      err.println(options.said().refused(refusal));
      return ExitCode.SETTINGS;
    } catch (StoreException failure) {
      err.println(options.said().store(failure));
      return ExitCode.SETTINGS;
    } catch (HallUnavailable away) {
      err.println(
          away.getCause() instanceof StoreException failure
              ? options.said().store(failure)
              : options.said().say("hall.away"));
      return ExitCode.FAILED;
    }
  }

  /** Runs the opened station; returns when it is to end. */
  abstract void run(Station open, StationOptions around) throws Exception;
}
