package cn.wuyouhall.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.packaging.command.DevicesCommand;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path dir;

  private int run(String input, String... args) {
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    var line = HallCommandLine.create(Locale.SIMPLIFIED_CHINESE, List.of(new DevicesCommand(in)));
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  @Test
  void theHelpNamesEveryOption() {
    assertEquals(ExitCode.OK, run("", "devices", "--help"));
    assertTrue(out.toString().contains("虚拟设备"), out::toString);
    assertTrue(out.toString().contains("伪终端"), out::toString);
  }

  @Test
  void obeysUntilQuit() {
    int code =
        run(
            "printer near-end\nquit\n",
            "devices",
            "--dir",
            dir.toString(),
            "--tcp",
            "--baud",
            "pad=2400");
    assertEquals(ExitCode.OK, code, err::toString);
    List<String> lines = out.toString().lines().toList();
    assertEquals(3, lines.size(), out::toString);
    assertTrue(lines.getFirst().startsWith("{\"ready\":true,"), lines::toString);
    assertTrue(lines.get(1).contains("\"roll\":\"near-end\""), lines::toString);
  }

  @Test
  void wrongUsageIsTwo() {
    assertEquals(ExitCode.WRONG_USAGE, run("", "devices"));
    assertEquals(ExitCode.WRONG_USAGE, run("", "devices", "--dir", "x", "--device", "a=toaster"));
    assertTrue(err.toString().contains("a=toaster"), err::toString);
  }
}
