package cn.wuyouhall.packaging.command;

import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.HallOffice;
import cn.wuyouhall.station.HallOffice.Forwarded;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code hall ratings forward}: the supervisors let the province at grades that are sealed for them
 * alone. Nobody reads one.
 */
@Command(name = "ratings", mixinStandardHelpOptions = true)
public final class RatingsCommand extends TechnicianCommand {
  /** What to do. */
  enum Action {
    FORWARD
  }

  @Parameters(index = "0", paramLabel = "forward")
  private Action action;

  @Override
  int run(Settings settings, Surroundings around) {
    return switch (action) {
      case FORWARD -> forward(settings, around);
    };
  }

  private int forward(Settings settings, Surroundings around) {
    try (HallOffice office = HallOffice.open(settings, around)) {
      if (office.gradesNotForwarded() == 0) {
        out("ratings.none");
        return ExitCode.OK;
      }
      return switch (office.forwardGrades(new String(secret("ratings.phrase")))) {
        case Forwarded.Sealed(int sealed, int closed) -> {
          out("ratings.forwarded", sealed);
          yield closed == 0 ? ExitCode.OK : failed("ratings.closed", closed);
        }
        case Forwarded.NoProvinceKey() -> failed("ratings.no-province-key");
        case Forwarded.WrongPhrase() -> failed("ratings.wrong-phrase");
      };
    }
  }
}
