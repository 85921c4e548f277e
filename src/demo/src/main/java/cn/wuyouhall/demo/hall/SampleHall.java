package cn.wuyouhall.demo.hall;

import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.station.EnrolStation;
import cn.wuyouhall.station.HallOffice;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.data.RulesFile;
import cn.wuyouhall.station.settings.Settings;
import cn.wuyouhall.station.settings.SettingsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One hall on one machine: a kiosk, window 3 with its pad, the call board and the guide desk, each
 * with its own {@code hall.toml}, enrolled, with the sample rules, one clerk and one guide.
 *
 * @param folder everything below it
 * @param supervisorsPhrase opens the supervisors' key; only a sample hall keeps it
 */
public record SampleHall(Path folder, String supervisorsPhrase) {
  /** The sample clerk's staff number. */
  public static final String CLERK = "0312";

  /** The sample clerk's PIN; a sample hall's only. */
  public static final String PIN = "2468";

  /** The sample guide's staff number. */
  public static final String GUIDE = "0101";

  /** The sample guide's PIN; a sample hall's only. */
  public static final String GUIDE_PIN = "1357";

  /** The window of the sample clerk. */
  public static final int WINDOW = 3;

  /** The stations, in the order they are started. */
  public static final List<String> STATIONS =
      List.of("kiosk-1", "clerk-3", "pad-3", "board-1", "guide-1");

  private static final Map<String, String> ROLES =
      Map.of(
          "kiosk-1", "kiosk",
          "clerk-3", "clerk",
          "pad-3", "pad",
          "board-1", "board",
          "guide-1", "guide");

  /**
   * Makes the hall.
   *
   * @param folder an empty or new folder
   * @param lines line of each device by kind, as settings have it; a kind without one is left out
   * @param platform the platform's address
   * @param around clock and random
   */
  public static SampleHall make(
      Path folder, Map<String, String> lines, String platform, Surroundings around) {
    try {
      Files.createDirectories(folder);
      for (String station : STATIONS) {
        Files.writeString(
            folder.resolve(station + ".toml"), settingsText(station, folder, lines, platform));
      }
    } catch (IOException fault) {
      throw new UncheckedIOException("the sample hall cannot be written", fault);
    }
    String supervisors = enrol(folder, around);
    try (HallOffice office = HallOffice.open(read(folder, STATIONS.getFirst()), around)) {
      office.importRules(RulesFile.sample(), "demo");
      office.saveAccount(CLERK, "王小明", Set.of(Role.CLERK), PIN.toCharArray(), true);
      office.saveAccount(GUIDE, "高文静", Set.of(Role.GUIDE), GUIDE_PIN.toCharArray(), true);
    }
    return new SampleHall(folder, supervisors);
  }

  private static String enrol(Path folder, Surroundings around) {
    EnrolStation enrolment = new EnrolStation(around);
    Settings first = read(folder, STATIONS.getFirst());
    String supervisors =
        enrolment.enrol(first) instanceof EnrolStation.Outcome.First made
            ? made.supervisorsPhrase()
            : "";
    for (String station : STATIONS.subList(1, STATIONS.size())) {
      if (enrolment.enrol(read(folder, station)) instanceof EnrolStation.Outcome.Waiting) {
        enrolment.letIn(first, station);
      }
    }
    return supervisors;
  }

  private static String settingsText(
      String station, Path folder, Map<String, String> lines, String platform) {
    String role = ROLES.get(station);
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # Settings of one station of the sample hall.
        [hall]
        name = "吴堡县政务服务大厅"
        region = "610829"
        level = "county"

        [hall.database]
        data = "%s"

        [station]
        id = "%s"
        role = "%s"
        data = "%s"
        """
            .formatted(folder.resolve("hall"), station, role, folder.resolve(station)));
    if (role.equals("clerk") || role.equals("pad")) {
      text.append("window = %d%n".formatted(WINDOW));
    }
    text.append("%n[platform]%nurl = \"%s\"%n".formatted(platform));
    for (String kind : kindsOf(role)) {
      if (lines.containsKey(role + "/" + kind)) {
        text.append(
            "%n[[device]]%nkind = \"%s\"%nline = \"%s\"%n"
                .formatted(kind, lines.get(role + "/" + kind)));
      }
    }
    return text.toString();
  }

  private static List<String> kindsOf(String role) {
    return switch (role) {
      case "kiosk", "guide" -> List.of("ticket-printer", "id-reader", "scanner");
      case "clerk" -> List.of("id-reader", "scanner", "window-display");
      case "pad" -> List.of("rating-pad");
      default -> List.of("voice");
    };
  }

  /** The settings of a station. */
  public Settings settings(String station) {
    return read(folder, station);
  }

  /** The settings file of a station. */
  public Path file(String station) {
    return folder.resolve(station + ".toml");
  }

  private static Settings read(Path folder, String station) {
    Path file = folder.resolve(station + ".toml");
    return switch (SettingsFile.read(file, folder)) {
      case SettingsFile.Reading.Good(Settings settings) -> settings;
      case SettingsFile.Reading.Bad bad ->
          throw new IllegalStateException(
              "the sample settings are wrong: " + new ArrayList<>(bad.faults()));
    };
  }
}
