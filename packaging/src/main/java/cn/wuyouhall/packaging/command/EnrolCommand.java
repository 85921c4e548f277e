package cn.wuyouhall.packaging.command;

import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.EnrolStation;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hall enrol}: lets a station into the hall's trust. */
@Command(name = "enrol", mixinStandardHelpOptions = true)
public final class EnrolCommand extends TechnicianCommand {
  @Option(names = "--approve", paramLabel = "STATION")
  private String approve;

  @Option(names = "--recover")
  private boolean recover;

  @Override
  int run(Settings settings, Surroundings around) {
    EnrolStation job = new EnrolStation(around);
    if (approve != null) {
      job.letIn(settings, approve);
      out("enrol.let-in", approve);
      return ExitCode.OK;
    }
    if (recover) {
      String phrase = new String(secret("enrol.phrase"));
      if (phrase.isBlank()) {
        return failed("enrol.no-phrase");
      }
      job.recover(settings, phrase);
      out("enrol.done", settings.station().id());
      return ExitCode.OK;
    }
    switch (job.enrol(settings, this::show)) {
      case EnrolStation.Outcome.First first -> out("enrol.first", settings.station().id());
      case EnrolStation.Outcome.Enrolled() -> out("enrol.done", settings.station().id());
      case EnrolStation.Outcome.Waiting(String station) -> out("enrol.waiting", station);
    }
    return ExitCode.OK;
  }

  /** Before the keys are kept: a crash in between leaves no keys whose phrases nobody saw. */
  private void show(EnrolStation.Outcome.First phrases) {
    out("enrol.recovery", phrases.recoveryPhrase());
    line(phrases.sealedCopy());
    line("");
    out("enrol.supervisors", phrases.supervisorsPhrase());
    line("");
  }
}
