package cn.wuyouhall.packaging.command;

import cn.wuyouhall.demo.drive.ScreenAgent;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.time.StatedClock;
import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.StationRefused;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.station.settings.SettingsFile;
import cn.wuyouhall.store.StoreException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of every command that is about one station. */
final class StationOptions {
  @Option(names = "--config", paramLabel = "FILE", descriptionKey = "hall.common.config")
  private Path config;

  /** ORIGIN,START,SPEED: a stated clock, the same in every process that is given the same three. */
  @Option(names = "--clock", hidden = true)
  private String clock;

  /** The port of a player that drives this program's screen. */
  @Option(names = "--driven-by", hidden = true)
  private Integer drivenBy;

  private final Said said = new Said();

  /** What is done with a station's settings. */
  @FunctionalInterface
  interface Work {
    /** Does it; returns the exit code. */
    int with(Settings settings) throws Exception;
  }

  /**
   * Does it, or says in plain words why it cannot be done; returns the exit code.
   *
   * @param role names the settings in the sample hall, where none were given
   */
  int run(String role, PrintWriter err, Work work) throws Exception {
    Optional<Settings> settings = settings(role, err);
    if (settings.isEmpty()) {
      return ExitCode.SETTINGS;
    }
    try {
      return work.with(settings.get());
    } catch (StationRefused refusal) {
      err.println(said.refused(refusal));
      return ExitCode.SETTINGS;
    } catch (StoreException failure) {
      err.println(said.store(failure));
      return ExitCode.FAILED;
    } catch (HallUnavailable away) {
      err.println(
          away.getCause() instanceof StoreException failure
              ? said.store(failure)
              : said.say("hall.away"));
      return ExitCode.FAILED;
    }
  }

  /** The settings, or nothing after having said what is wrong with them. */
  private Optional<Settings> settings(String role, PrintWriter err) {
    Path file = config == null ? HallHome.demo().resolve(role + ".toml") : config;
    Path folder = file.toAbsolutePath().getParent();
    return switch (SettingsFile.read(file, HallHome.dataOf(folder))) {
      case SettingsFile.Reading.Good(Settings settings) -> Optional.of(settings);
      case SettingsFile.Reading.Bad bad -> {
        bad.faults().forEach(fault -> err.println(said.fault(bad.file(), fault)));
        if (config == null) {
          err.println(said.say("hall.no-config"));
        }
        yield Optional.empty();
      }
    };
  }

  /** The surroundings: the machine's own time unless a clock was stated. */
  Surroundings around() {
    if (clock == null) {
      return Surroundings.real();
    }
    String[] parts = clock.split(",", -1);
    StatedClock stated =
        new StatedClock(
            InstantSource.system(),
            Instant.ofEpochMilli(Long.parseLong(parts[0])),
            Instant.parse(parts[1]),
            Double.parseDouble(parts[2]));
    return Surroundings.real().at(stated, stated.pace());
  }

  /** Lets the demo's player at this program's screen, where one was named. */
  void letPlayerIn(String role) {
    if (drivenBy != null) {
      ScreenAgent.start(drivenBy, role);
    }
  }

  Said said() {
    return said;
  }
}
