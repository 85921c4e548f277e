package cn.wuyouhall.packaging.command;

import cn.wuyouhall.domain.hall.HallAccounts.Account;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.packaging.ExitCode;
import cn.wuyouhall.station.HallOffice;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.settings.Settings;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hall user list|save|stop}: accounts of the hall's people. */
@Command(name = "user", mixinStandardHelpOptions = true)
public final class UserCommand extends TechnicianCommand {
  /** What to do. */
  enum Action {
    LIST,
    SAVE,
    STOP
  }

  @Parameters(index = "0", paramLabel = "list|save|stop")
  private Action action;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NUMBER")
  private String number;

  @Option(names = "--name", paramLabel = "NAME")
  private String name;

  @Option(names = "--role", paramLabel = "ROLE")
  private List<Role> roles;

  @Override
  int run(Settings settings, Surroundings around) {
    if (action != Action.LIST && (number == null || number.isBlank())) {
      throw new picocli.CommandLine.ParameterException(commandLine(), say("user.number-needed"));
    }
    try (HallOffice office = HallOffice.open(settings, around)) {
      return switch (action) {
        case LIST -> list(office);
        case SAVE -> save(office);
        case STOP -> stop(office);
      };
    }
  }

  private int list(HallOffice office) {
    List<Account> accounts =
        office.accounts().stream().sorted(Comparator.comparing(Account::number)).toList();
    if (accounts.isEmpty()) {
      out("user.none");
    }
    for (Account account : accounts) {
      String held =
          account.roles().stream().map(Role::name).sorted().collect(Collectors.joining(" "));
      line(
          "%s  %s  %s%s"
              .formatted(
                  account.number(),
                  account.name(),
                  held,
                  account.active() ? "" : "  " + say("user.stopped-mark")));
    }
    return ExitCode.OK;
  }

  private int save(HallOffice office) {
    Optional<Account> known = find(office);
    if (known.isEmpty() && (name == null || roles == null)) {
      return failed("user.name-needed");
    }
    Set<Role> given = roles == null ? known.orElseThrow().roles() : EnumSet.copyOf(roles);
    String shown = name == null ? known.orElseThrow().name() : name;
    return switch (office.saveAccount(number, shown, given, secret("user.pin"), true)) {
      case DONE -> {
        out("user.saved", number);
        yield ExitCode.OK;
      }
      case PIN_TOO_SHORT -> failed("user.pin-too-short");
      case PIN_MISSING -> failed("user.pin-missing");
    };
  }

  private int stop(HallOffice office) {
    Optional<Account> known = find(office);
    if (known.isEmpty()) {
      return failed("user.unknown", number);
    }
    office.saveAccount(number, known.get().name(), known.get().roles(), new char[0], false);
    out("user.stopped", number);
    return ExitCode.OK;
  }

  private Optional<Account> find(HallOffice office) {
    return office.accounts().stream().filter(a -> a.number().equals(number)).findFirst();
  }
}
