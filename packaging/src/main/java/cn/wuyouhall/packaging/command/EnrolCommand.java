package cn.wuyouhall.packaging.command;

import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.EnrolStation;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.settings.Settings;
import java.io.Console;
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
      Console console = System.console();
      String phrase = console == null ? null : console.readLine("%s ", say("enrol.phrase"));
      if (phrase == null) {
        return failed("enrol.no-console");
      }
      job.recover(settings, phrase);
      out("enrol.done", settings.station().id());
      return ExitCode.OK;
    }
    switch (job.enrol(settings)) {
      case EnrolStation.Outcome.First(String phrase, String copy, String supervisors) -> {
        out("enrol.first", settings.station().id());
        line("");
        out("enrol.recovery", phrase);
        line(copy);
        line("");
        out("enrol.supervisors", supervisors);
      }
      case EnrolStation.Outcome.Enrolled() -> out("enrol.done", settings.station().id());
      case EnrolStation.Outcome.Waiting(String station) -> out("enrol.waiting", station);
    }
    return ExitCode.OK;
  }
}
