package cn.wuyouhall.packaging.command;

import cn.wuyouhall.domain.journal.StationJournal.Identity;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.KeepJournal;
import cn.wuyouhall.station.KeepJournal.HallRestored;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.settings.Settings;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hall restore DIR}: puts a backup of a station's journal in place, as a new incarnation;
 * with {@code --hall} that of the embedded hall database.
 */
@Command(name = "restore", mixinStandardHelpOptions = true)
public final class RestoreCommand extends TechnicianCommand {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Parameters(index = "0", paramLabel = "DIR")
  private Path folder;

  @Option(names = "--hall")
  private boolean hall;

  @Option(names = "--last-number", paramLabel = "N")
  private Integer lastNumber;

  @Override
  int run(Settings settings, Surroundings around) {
    if (hall) {
      return restoreHall(new KeepJournal(settings, around));
    }
    Identity restored = new KeepJournal(settings, around).restore(folder);
    out("restore.done", restored.station(), restored.incarnation());
    return ExitCode.OK;
  }

  private int restoreHall(KeepJournal care) {
    OptionalInt named = lastNumber == null ? OptionalInt.empty() : OptionalInt.of(lastNumber);
    Optional<HallRestored> restored = care.restoreHall(folder, named);
    if (restored.isEmpty()) {
      return failed("restore.server");
    }
    HallRestored now = restored.get();
    String end = now.endsAt().map(at -> HallTime.local(at).format(MINUTE)).orElse("-");
    out("restore.hall-done", end, now.day(), now.numbersAfter());
    return ExitCode.OK;
  }
}
