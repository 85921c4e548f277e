package cn.wuyouhall.packaging.command;

import java.nio.file.Path;
import net.harawata.appdirs.AppDirsFactory;

/** Where data is kept: {@code HALL_HOME}, else the user's data folder of the operating system. */
final class HallHome {
  private HallHome() {}

  /** The data folder of this user. */
  static Path folder() {
    String home = System.getenv("HALL_HOME");
    return home == null || home.isBlank()
        ? Path.of(AppDirsFactory.getInstance().getUserDataDir("WuyouHall", null, null))
        : Path.of(home).toAbsolutePath();
  }

  /** The settings of the sample hall that the demo makes and plays in. */
  static Path demo() {
    return folder().resolve("demo").resolve("hall");
  }

  /**
   * What relative data paths of a settings file start from: {@code HALL_HOME} where set, else the
   * file's own folder.
   */
  static Path dataOf(Path settingsFolder) {
    String home = System.getenv("HALL_HOME");
    return home == null || home.isBlank() ? settingsFolder : Path.of(home).toAbsolutePath();
  }
}
