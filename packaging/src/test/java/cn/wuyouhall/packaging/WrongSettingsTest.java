package cn.wuyouhall.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong settings file: one sentence with file and line, exit code 3, whichever the command. */
class WrongSettingsTest {
  @TempDir Path folder;
  private final StringWriter err = new StringWriter();

  private int run(String command, Path file) {
    var line = HallCommandLine.create(Locale.ENGLISH, HallCommandLine.commands());
    line.setOut(new PrintWriter(new StringWriter(), true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(command, "--config", file.toString());
  }

  private String said(String command, String text) throws Exception {
    Path file = Files.writeString(folder.resolve("hall.toml"), text);
    assertEquals(ExitCode.SETTINGS, run(command, file), err::toString);
    assertTrue(err.toString().startsWith(file.toString()), err::toString);
    assertEquals(1, err.toString().lines().count(), err::toString);
    return err.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"doctor", "enrol", "pad", "kiosk", "clerk", "board"})
  void anUnknownKeyIsNamedWithFileAndLine(String command) throws Exception {
    String said = said(command, "[station]\nid = \"s\"\nrole = \"kiosk\"\nwindw = 3\n");
    assertTrue(said.contains("hall.toml:4: "), said);
    assertTrue(said.contains("station.windw"), said);
  }

  @Test
  void aWrongValueSaysWhatMayBe() throws Exception {
    String said = said("doctor", "[station]\nid = \"s\"\nrole = \"kiosque\"\n");
    assertTrue(said.contains("hall.toml:3: "), said);
    assertTrue(said.contains("clerk"), said);
  }

  @Test
  void aDeviceThatCannotBeHasItsOwnSentence() throws Exception {
    String said =
        said(
            "doctor",
            "[station]\nid = \"s\"\nrole = \"kiosk\"\n[[device]]\nkind = \"fax\"\nline = \"file:x\"\n");
    assertTrue(said.contains("hall.toml:5: "), said);
    assertTrue(said.contains("fax"), said);
    assertTrue(!said.contains("device.problem"), said);
  }

  @Test
  void aSyntaxErrorHasItsLine() throws Exception {
    assertTrue(said("doctor", "[station]\nid = \"s\n").contains("hall.toml:2: "));
  }

  @Test
  void aMissingFileIsNamed() {
    Path none = folder.resolve("none.toml");
    assertEquals(ExitCode.SETTINGS, run("doctor", none));
    assertTrue(err.toString().startsWith(none + ": "), err::toString);
  }
}
