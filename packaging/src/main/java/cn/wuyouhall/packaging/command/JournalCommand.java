package cn.wuyouhall.packaging.command;

import cn.wuyouhall.domain.journal.StationJournal.Verification;
import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.KeepJournal;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hall journal verify}: walks the station's journal. */
@Command(name = "journal", mixinStandardHelpOptions = true)
public final class JournalCommand extends TechnicianCommand {
  /** What to do. */
  enum Action {
    VERIFY
  }

  @Parameters(index = "0", paramLabel = "verify")
  private Action action;

  @Override
  int run(Settings settings, Surroundings around) {
    return switch (action) {
      case VERIFY ->
          switch (new KeepJournal(settings, around).verify()) {
            case Verification.Whole whole -> {
              out("journal.whole", settings.station().id(), whole.entries());
              yield ExitCode.OK;
            }
            case Verification.Broken broken ->
                failed("journal.broken", settings.station().id(), broken.seq(), broken.code());
          };
    };
  }
}
