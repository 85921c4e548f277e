package cn.wuyouhall.devices;

import cn.wuyouhall.devices.line.LineSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The models this program speaks to, and what their settings may be. */
enum DeviceModel {
  ESCPOS("ticket-printer", "escpos", "serial:", "tcp:", "file:"),
  ESCPOS_58("ticket-printer", "escpos-58", "serial:", "tcp:", "file:"),
  SDT("id-reader", "sdt", "serial:", "tcp:"),
  LINE("scanner", "line", "serial:", "tcp:"),
  BUS("rating-pad", "bus", "serial:", "tcp:"),
  STRIP("window-display", "strip", "serial:", "tcp:"),
  CLIPS("voice", "clips", "file:", "speaker:");

  private final String kind;
  private final String model;

  @SuppressWarnings("ImmutableEnumChecker") // List.of: what it holds never changes
  private final List<String> lines;

  DeviceModel(String kind, String model, String... lines) {
    this.kind = kind;
    this.model = model;
    this.lines = List.of(lines);
  }

  static List<String> kinds() {
    return Arrays.stream(values()).map(model -> model.kind).distinct().toList();
  }

  /** The model a spec names; the kind's first when it names none. */
  static Optional<DeviceModel> of(DeviceSpec spec) {
    return ofKind(spec.kind())
        .filter(model -> spec.model().isBlank() || model.model.equals(spec.model()))
        .findFirst();
  }

  private static Stream<DeviceModel> ofKind(String kind) {
    return Arrays.stream(values()).filter(model -> model.kind.equals(kind));
  }

  static List<DeviceProblem> check(int index, DeviceSpec spec) {
    List<DeviceProblem> problems = new ArrayList<>();
    if (!kinds().contains(spec.kind())) {
      problems.add(new DeviceProblem(index, "kind", "KIND", spec.kind(), kinds()));
      return problems;
    }
    Optional<DeviceModel> model = of(spec);
    if (model.isEmpty()) {
      List<String> models = ofKind(spec.kind()).map(known -> known.model).toList();
      problems.add(new DeviceProblem(index, "model", "MODEL", spec.model(), models));
      return problems;
    }
    model.get().checkLine(index, spec).ifPresent(problems::add);
    checkConfirm(index, spec).ifPresent(problems::add);
    model.get().checkProfile(index, spec).ifPresent(problems::add);
    return problems;
  }

  private Optional<DeviceProblem> checkLine(int index, DeviceSpec spec) {
    return switch (LineSpec.parse(spec.line())) {
      case LineSpec.Reading.NotUnderstood(String code, String value, List<String> allowed) ->
          Optional.of(
              new DeviceProblem(
                  index, "line", code, value, code.equals("LINE_KIND") ? lines : allowed));
      case LineSpec.Reading.Understood(LineSpec.Memory _) -> Optional.empty();
      case LineSpec.Reading.Understood _ -> {
        String kindOfLine = spec.line().substring(0, spec.line().indexOf(':') + 1);
        yield lines.contains(kindOfLine)
            ? Optional.empty()
            : Optional.of(
                new DeviceProblem(index, "line", "LINE_NOT_FOR_MODEL", kindOfLine, lines));
      }
    };
  }

  private static Optional<DeviceProblem> checkConfirm(int index, DeviceSpec spec) {
    List<String> allowed =
        spec.kind().equals(ESCPOS.kind)
            ? Arrays.stream(Confirm.values())
                .map(confirm -> confirm.name().toLowerCase(Locale.ROOT))
                .toList()
            : List.of();
    return spec.confirm().isBlank() || allowed.contains(spec.confirm())
        ? Optional.empty()
        : Optional.of(
            new DeviceProblem(
                index,
                "confirm",
                allowed.isEmpty() ? "CONFIRM_NOT_HERE" : "CONFIRM",
                spec.confirm(),
                allowed));
  }

  private Optional<DeviceProblem> checkProfile(int index, DeviceSpec spec) {
    boolean right =
        switch (this) {
          case BUS -> PadProfile.parse(spec.profile()).isPresent();
          case STRIP -> LedProfile.parse(spec.profile()).isPresent();
          default -> spec.profile().isBlank();
        };
    List<String> example =
        switch (this) {
          case BUS -> List.of(PadProfile.USUAL);
          case STRIP -> List.of("addr=01;chk=sum", "addr=01;chk=xor", "addr=01;chk=crc16");
          default -> List.of();
        };
    return right
        ? Optional.empty()
        : Optional.of(
            new DeviceProblem(
                index,
                "profile",
                example.isEmpty() ? "PROFILE_NOT_HERE" : "PROFILE",
                spec.profile(),
                example));
  }
}
