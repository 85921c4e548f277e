package cn.wuyouhall.packaging.command;

import cn.wuyouhall.domain.journal.StationJournal.Identity;
import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.KeepJournal;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.settings.Settings;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code hall restore DIR}: puts a backup of a station's journal in place, as a new incarnation.
 */
@Command(name = "restore", mixinStandardHelpOptions = true)
public final class RestoreCommand extends TechnicianCommand {
  @Parameters(index = "0", paramLabel = "DIR")
  private Path folder;

  @Override
  int run(Settings settings, Surroundings around) {
    Identity restored = new KeepJournal(settings, around).restore(folder);
    out("restore.done", restored.station(), restored.incarnation());
    return ExitCode.OK;
  }
}
