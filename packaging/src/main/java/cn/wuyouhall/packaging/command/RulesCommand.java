package cn.wuyouhall.packaging.command;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.HallRulesCheck;
import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.HallOffice;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.data.RulesFile;
import cn.wuyouhall.station.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hall rules export|check|import}: the hall's rules as a file. */
@Command(name = "rules", mixinStandardHelpOptions = true)
public final class RulesCommand extends TechnicianCommand {
  /** What to do. */
  enum Action {
    EXPORT,
    CHECK,
    IMPORT
  }

  @Parameters(index = "0", paramLabel = "export|check|import")
  private Action action;

  @Parameters(index = "1", arity = "0..1", paramLabel = "FILE")
  private Path file;

  @Override
  int run(Settings settings, Surroundings around) {
    return switch (action) {
      case EXPORT -> export(settings, around);
      case CHECK -> check().isPresent() ? ExitCode.OK : ExitCode.FAILED;
      case IMPORT ->
          check()
              .map(rules -> store(rules, settings, around))
              .orElseGet(() -> failed("rules.not-imported"));
    };
  }

  private int export(Settings settings, Surroundings around) {
    try (HallOffice office = HallOffice.open(settings, around)) {
      Optional<HallRules> rules = office.rules();
      if (rules.isEmpty()) {
        return failed("start.NO_RULES");
      }
      String text = RulesFile.write(rules.get());
      if (file == null) {
        line(text);
      } else {
        Files.writeString(file, text);
        out("rules.exported", rules.get().version(), file);
      }
      return ExitCode.OK;
    } catch (IOException fault) {
      return failed("file.not-written", file);
    }
  }

  private Optional<HallRules> check() {
    if (file == null) {
      throw new picocli.CommandLine.ParameterException(commandLine(), say("rules.file-needed"));
    }
    HallRules rules;
    try {
      rules = RulesFile.read(Files.readString(file));
    } catch (IOException | IllegalArgumentException fault) {
      failed(
          "rules.not-read",
          file,
          String.valueOf(fault.getMessage()).lines().findFirst().orElse(""));
      return Optional.empty();
    }
    List<HallRulesCheck.Problem> problems = HallRulesCheck.check(rules);
    if (!problems.isEmpty()) {
      problems.forEach(this::show);
      return Optional.empty();
    }
    out("rules.fine", rules.lines().size(), rules.windows().size());
    return Optional.of(rules);
  }

  private void show(HallRulesCheck.Problem problem) {
    failed(problem.key(), problem.about());
  }

  private int store(HallRules rules, Settings settings, Surroundings around) {
    try (HallOffice office = HallOffice.open(settings, around)) {
      return switch (office.importRules(rules, "technician")) {
        case HallOffice.Imported.Stored(HallRules stored) -> {
          out("rules.imported", stored.version(), stored.effective());
          yield ExitCode.OK;
        }
        case HallOffice.Imported.Faulty faulty -> {
          faulty.problems().forEach(this::show);
          yield ExitCode.FAILED;
        }
      };
    }
  }
}
