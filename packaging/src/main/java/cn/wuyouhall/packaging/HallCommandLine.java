package cn.wuyouhall.packaging;

import cn.wuyouhall.packaging.command.BackupCommand;
import cn.wuyouhall.packaging.command.BenchCommand;
import cn.wuyouhall.packaging.command.BoardCommand;
import cn.wuyouhall.packaging.command.ClerkCommand;
import cn.wuyouhall.packaging.command.Command;
import cn.wuyouhall.packaging.command.DemoCommand;
import cn.wuyouhall.packaging.command.DevicesCommand;
import cn.wuyouhall.packaging.command.DoctorCommand;
import cn.wuyouhall.packaging.command.EnrolCommand;
import cn.wuyouhall.packaging.command.GuideCommand;
import cn.wuyouhall.packaging.command.JournalCommand;
import cn.wuyouhall.packaging.command.KioskCommand;
import cn.wuyouhall.packaging.command.PadCommand;
import cn.wuyouhall.packaging.command.RatingsCommand;
import cn.wuyouhall.packaging.command.RestoreCommand;
import cn.wuyouhall.packaging.command.RulesCommand;
import cn.wuyouhall.packaging.command.SandboxCommand;
import cn.wuyouhall.packaging.command.UserCommand;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The root command and the list of commands under it. A command is a class in {@code command},
 * added to {@link #commands()} when it works and not before; its words are in the {@code cli} texts
 * under {@code hall.<command>.usage.*}.
 */
final class HallCommandLine {
  private static final Logger LOG = LoggerFactory.getLogger(HallCommandLine.class);

  private HallCommandLine() {}

  /** Everything {@code hall} can do, in the order the help shows it. */
  static List<Command> commands() {
    return List.of(
        new DemoCommand(),
        new BenchCommand(),
        new KioskCommand(),
        new GuideCommand(),
        new ClerkCommand(),
        new BoardCommand(),
        new PadCommand(),
        new EnrolCommand(),
        new RulesCommand(),
        new UserCommand(),
        new RatingsCommand(),
        new DoctorCommand(),
        new JournalCommand(),
        new BackupCommand(),
        new RestoreCommand(),
        new SandboxCommand(),
        new DevicesCommand(System.in));
  }

  static CommandLine create() {
    return create(Locale.getDefault(), commands());
  }

  static CommandLine create(Locale locale, List<Command> commands) {
    var spec = CommandSpec.create();
    spec.name("hall");
    spec.mixinStandardHelpOptions(true);
    spec.versionProvider(() -> new String[] {"Wuyou Hall " + version()});
    var line = new CommandLine(spec);
    for (var command : commands) {
      line.addSubcommand(command);
    }
    line.setResourceBundle(texts(locale));
    line.setExecutionStrategy(HallCommandLine::runLast);
    line.setExecutionExceptionHandler(HallCommandLine::explain);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    return line;
  }

  /** The version of this build, as its jar carries it; a run from class files has none. */
  static String version() {
    var version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(from classes)" : version;
  }

  /** Chinese where the machine speaks it, English everywhere else. */
  private static ResourceBundle texts(Locale locale) {
    var chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    return ResourceBundle.getBundle(
        "cn.wuyouhall.texts.cli",
        chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** {@code hall} alone shows what it can do, and counts as wrong usage for a script. */
  private static int runLast(CommandLine.ParseResult parsed) {
    if (!parsed.hasSubcommand()
        && !parsed.isUsageHelpRequested()
        && !parsed.isVersionHelpRequested()) {
      var line = parsed.commandSpec().commandLine();
      line.usage(line.getErr());
      return ExitCode.WRONG_USAGE;
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /**
   * A command should have turned what it expects into words; what comes here is a fault of ours.
   */
  private static int explain(Exception fault, CommandLine line, CommandLine.ParseResult parsed) {
    LOG.error("HALL-CLI-001 {} failed", line.getCommandName(), fault);
    line.getErr().println("hall " + line.getCommandName() + ": HALL-CLI-001 " + fault);
    return ExitCode.FAILED;
  }
}
