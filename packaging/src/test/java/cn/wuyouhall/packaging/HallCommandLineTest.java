package cn.wuyouhall.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.packaging.command.Command;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HallCommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @CommandLine.Command(name = "ends")
  static final class Ends implements Command {
    @CommandLine.Option(names = "--with")
    int code;

    @Override
    public Integer call() {
      if (code < 0) {
        throw new IllegalStateException("a fault");
      }
      return code;
    }
  }

  private int run(Locale locale, String... args) {
    var line = HallCommandLine.create(locale, List.of(new Ends()));
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  private int run(String... args) {
    return run(Locale.ENGLISH, args);
  }

  @Test
  void helpIsNoFailure() {
    assertEquals(ExitCode.OK, run("--help"));
    assertTrue(out.toString().contains("Exit codes: 0 ok"), out::toString);
  }

  @Test
  void helpSpeaksChineseWhereTheMachineDoes() {
    run(Locale.SIMPLIFIED_CHINESE, "--help");
    assertTrue(out.toString().contains("退出码"), out::toString);
  }

  @Test
  void aMachineInAThirdLanguageGetsEnglish() {
    run(Locale.FRENCH, "--help");
    assertTrue(out.toString().contains("Exit codes"), out::toString);
  }

  @Test
  void versionIsNoFailure() {
    assertEquals(ExitCode.OK, run("--version"));
    assertTrue(out.toString().startsWith("Wuyou Hall "), out::toString);
  }

  @Test
  void nothingAskedForIsWrongUsage() {
    assertEquals(ExitCode.WRONG_USAGE, run());
    assertTrue(err.toString().contains("Usage: hall"), err::toString);
  }

  @Test
  void anUnknownCommandIsWrongUsage() {
    assertEquals(ExitCode.WRONG_USAGE, run("fly"));
    assertTrue(err.toString().contains("fly"), err::toString);
  }

  @Test
  void anUnknownOptionIsWrongUsage() {
    assertEquals(ExitCode.WRONG_USAGE, run("ends", "--wings"));
  }

  @Test
  void aCommandSaysHowItEnded() {
    assertEquals(ExitCode.SETTINGS, run("ends", "--with", "3"));
    assertEquals(ExitCode.OK, run("ends", "--with", "0"));
  }

  @Test
  void aFaultIsOneLineWithACode() {
    assertEquals(ExitCode.FAILED, run("ends", "--with", "-1"));
    assertEquals(1, err.toString().lines().count(), err::toString);
    assertTrue(err.toString().contains("HALL-CLI-001"), err::toString);
  }

  @Test
  void everyCommandHasItsWordsInBothLanguages() {
    for (var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      for (var command :
          HallCommandLine.create(locale, HallCommandLine.commands()).getSubcommands().values()) {
        var usage = command.getCommandSpec().usageMessage();
        assertTrue(usage.header().length > 0, command::getCommandName);
        for (var option : command.getCommandSpec().options()) {
          assertTrue(
              option.hidden() || option.description().length > 0,
              () -> command.getCommandName() + " " + option.longestName());
        }
      }
    }
  }
}
