package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.station.Doctor.Finding;
import cn.wuyouhall.station.Doctor.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor looks everything over, whatever is wrong on the way. */
class DoctorTest {
  @TempDir Path folder;
  private HallOnDisk hall;

  @BeforeEach
  void open() throws Exception {
    hall = new HallOnDisk(folder);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private List<Finding> examine() {
    return Doctor.examine(hall.settings("clerk-3"), hall.around);
  }

  private static List<String> keys(List<Finding> findings) {
    return findings.stream().map(Finding::key).toList();
  }

  @Test
  void aSoundStationHasNothingWrong() {
    hall.shut(hall.vault("clerk-3"));
    List<Finding> findings = examine();
    assertEquals(List.of(), findings.stream().filter(f -> f.severity() == Severity.WRONG).toList());
    assertTrue(keys(findings).contains("doctor.hall"), findings::toString);
    assertTrue(keys(findings).contains("doctor.journal"), findings::toString);
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedAndTheRestIsLookedOver() throws Exception {
    hall.shut(hall.vault("clerk-3"));
    Path file = folder.resolve("clerk-3.toml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("data = \"hall\"", "url = \"jdbc:postgresql://127.0.0.1:9/hall\""));
    List<Finding> findings = examine();
    assertTrue(
        findings.stream()
            .anyMatch(f -> f.severity() == Severity.WRONG && f.key().equals("store.NO_SERVER")),
        findings::toString);
    assertEquals("doctor.no-platform", findings.getLast().key());
  }

  @Test
  void aPlatformWhoseKeyIsNotKnownIsNamed() throws Exception {
    Path file = folder.resolve("clerk-3.toml");
    Files.writeString(file, Files.readString(file) + "[platform]\nurl = \"http://127.0.0.1:9\"\n");
    assertTrue(keys(examine()).contains("doctor.no-rating-key"));
  }
}
