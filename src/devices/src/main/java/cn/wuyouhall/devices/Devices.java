package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.EscPosCodec;
import cn.wuyouhall.devices.codec.PadBusCodec;
import cn.wuyouhall.devices.codec.ScanCodec;
import cn.wuyouhall.devices.codec.SdtCodec;
import cn.wuyouhall.devices.codec.StripLedCodec;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.LineSpec;
import cn.wuyouhall.devices.line.Wires;
import cn.wuyouhall.domain.devices.Device;
import cn.wuyouhall.domain.devices.IdReader;
import cn.wuyouhall.domain.devices.RatingPad;
import cn.wuyouhall.domain.devices.Scanner;
import cn.wuyouhall.domain.devices.TicketPrinter;
import cn.wuyouhall.domain.devices.Voice;
import cn.wuyouhall.domain.devices.WindowDisplay;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The devices of one station, opened from its settings: one of each kind at most. Opening returns
 * at once; each device connects by itself and tells how it stands.
 */
public final class Devices implements AutoCloseable {
  private final Map<String, Device> byKind;

  private Devices(Map<String, Device> byKind) {
    this.byKind = byKind;
  }

  /** What became of opening. */
  public sealed interface Opening {
    /** All are opened. */
    record Opened(Devices devices) implements Opening {}

    /** None is: the settings are wrong, with every problem they have. */
    record Refused(List<DeviceProblem> problems) implements Opening {}
  }

  /**
   * What devices need around them.
   *
   * @param wires opens lines: {@link Wires#ofThisMachine()}, or memory in tests
   * @param manner the waits of every line
   * @param times the waits of the wire
   * @param clock tells when a device was last seen
   */
  public record Surroundings(
      Wires wires, Line.Manner manner, DeviceTimes times, InstantSource clock) {
    /** Those of a hall. */
    public static Surroundings ofThisMachine(InstantSource clock, DeviceTimes times) {
      return new Surroundings(Wires.ofThisMachine(), Line.Manner.USUAL, times, clock);
    }
  }

  /** Every problem of these settings; opens nothing. */
  public static List<DeviceProblem> check(List<DeviceSpec> specs) {
    List<DeviceProblem> problems = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      problems.addAll(DeviceModel.check(i, specs.get(i)));
      if (seen.contains(specs.get(i).kind())) {
        problems.add(new DeviceProblem(i, "kind", "KIND_TWICE", specs.get(i).kind(), List.of()));
      }
      seen.add(specs.get(i).kind());
    }
    return problems;
  }

  /** Opens all, or none when a setting is wrong. Returns at once. */
  public static Opening open(List<DeviceSpec> specs, Surroundings around) {
    List<DeviceProblem> problems = check(specs);
    if (!problems.isEmpty()) {
      return new Opening.Refused(problems);
    }
    Map<String, Device> byKind = new LinkedHashMap<>();
    for (DeviceSpec spec : specs) {
      byKind.put(spec.kind(), open(spec, around));
    }
    return new Opening.Opened(new Devices(byKind));
  }

  private static Device open(DeviceSpec spec, Surroundings around) {
    InstantSource clock = around.clock();
    return switch (DeviceModel.of(spec).orElseThrow()) {
      case ESCPOS -> printer(spec, EscPosCodec.WIDE, around);
      case ESCPOS_58 -> printer(spec, EscPosCodec.NARROW, around);
      case SDT -> new SdtIdReader(line(spec, SdtCodec.BAUD, around), around.times(), clock);
      case LINE -> new LineScanner(line(spec, ScanCodec.BAUD, around), clock);
      case BUS ->
          new BusRatingPad(
              line(spec, PadBusCodec.BAUD, around),
              PadProfile.parse(spec.profile()).orElseThrow(),
              clock);
      case STRIP ->
          new StripWindowDisplay(
              line(spec, StripLedCodec.BAUD, around),
              LedProfile.parse(spec.profile()).orElseThrow(),
              clock);
      case CLIPS ->
          lineSpec(spec, LineSpec.USUAL_BAUD) instanceof LineSpec.ToFile(var folder)
              ? new ClipVoice(folder, clock)
              : new SpeakerVoice(clock);
    };
  }

  private static Device printer(DeviceSpec spec, int columns, Surroundings around) {
    Confirm confirm =
        spec.confirm().isBlank()
            ? Confirm.JOB
            : Confirm.valueOf(spec.confirm().toUpperCase(Locale.ROOT));
    return new EscPosPrinter(
        line(spec, EscPosCodec.BAUD, around),
        new EscPosCodec(columns),
        confirm,
        around.times(),
        around.clock());
  }

  private static Line line(DeviceSpec spec, int baud, Surroundings around) {
    return new Line(spec.kind(), lineSpec(spec, baud), around.wires(), around.manner());
  }

  private static LineSpec lineSpec(DeviceSpec spec, int baud) {
    return switch (LineSpec.parse(spec.line(), baud)) {
      case LineSpec.Reading.Understood(LineSpec line) -> line;
      case LineSpec.Reading.NotUnderstood wrong ->
          throw new IllegalStateException("checked before: " + wrong.code());
    };
  }

  /** The ticket printer, where the station has one. */
  public Optional<TicketPrinter> printer() {
    return find(TicketPrinter.class);
  }

  /** The ID-card reader. */
  public Optional<IdReader> reader() {
    return find(IdReader.class);
  }

  /** The code scanner. */
  public Optional<Scanner> scanner() {
    return find(Scanner.class);
  }

  /** The rating pad. */
  public Optional<RatingPad> pad() {
    return find(RatingPad.class);
  }

  /** The window's LED display. */
  public Optional<WindowDisplay> display() {
    return find(WindowDisplay.class);
  }

  /** The voice. */
  public Optional<Voice> voice() {
    return find(Voice.class);
  }

  /** All devices by their kind, in the settings' order. */
  public Map<String, Device> all() {
    return Collections.unmodifiableMap(byKind);
  }

  private <D extends Device> Optional<D> find(Class<D> port) {
    return byKind.values().stream().filter(port::isInstance).map(port::cast).findFirst();
  }

  /** Closes the last opened first; waits at most two seconds for each. */
  @Override
  public void close() {
    List.copyOf(byKind.values()).reversed().forEach(Device::close);
  }
}
