package cn.wuyouhall.packaging.command;

import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.KeepJournal;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.settings.Settings;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hall backup DIR}: consistent copies while the hall works. */
@Command(name = "backup", mixinStandardHelpOptions = true)
public final class BackupCommand extends TechnicianCommand {
  @Parameters(index = "0", paramLabel = "DIR")
  private Path folder;

  @Override
  int run(Settings settings, Surroundings around) {
    try {
      new KeepJournal(settings, around).backup(folder).forEach(file -> line(file.toString()));
    } catch (UncheckedIOException noFolder) {
      return failed("file.not-written", folder);
    }
    if (settings.database().isPresent()) {
      out("backup.server");
    }
    out("backup.keys");
    return ExitCode.OK;
  }
}
