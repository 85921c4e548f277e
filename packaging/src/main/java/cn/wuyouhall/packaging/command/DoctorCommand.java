package cn.wuyouhall.packaging.command;

import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.Doctor;
import cn.wuyouhall.station.Doctor.Finding;
import cn.wuyouhall.station.Doctor.Severity;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.ui.Fonts;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * {@code hall doctor}: what is wrong with a station, in plain words. Exits 1 when it cannot do its
 * work.
 */
@Command(name = "doctor", mixinStandardHelpOptions = true)
public final class DoctorCommand extends TechnicianCommand {
  @Override
  int run(Settings settings, Surroundings around) {
    List<Finding> findings = new ArrayList<>(Doctor.examine(settings, around));
    findings.add(font());
    findings.forEach(this::show);
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.WRONG)
        ? ExitCode.FAILED
        : ExitCode.OK;
  }

  private static Finding font() {
    return Fonts.family()
        .map(family -> new Finding(Severity.FINE, "doctor.font", List.of(family)))
        .orElseGet(() -> new Finding(Severity.WRONG, "doctor.no-font", List.of()));
  }

  private void show(Finding finding) {
    Object[] arguments =
        finding.arguments().stream()
            .map(argument -> argument instanceof String text && isKey(text) ? say(text) : argument)
            .toArray();
    String mark =
        switch (finding.severity()) {
          case FINE -> "doctor.ok";
          case ATTENTION -> "doctor.attention";
          case WRONG -> "doctor.wrong";
        };
    out(mark, say(finding.key(), arguments));
  }

  private static boolean isKey(String text) {
    return text.startsWith("device.") || text.startsWith("failure.");
  }
}
