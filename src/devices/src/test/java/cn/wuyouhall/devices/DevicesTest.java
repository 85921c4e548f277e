package cn.wuyouhall.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.devices.state.Trouble;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {
  private final Bench bench = new Bench();

  @Test
  void opensOneOfEachKind(@TempDir Path folder) {
    List<DeviceSpec> specs =
        List.of(
            spec("ticket-printer", "escpos", "memory:p", "status", ""),
            spec("id-reader", "sdt", "memory:r", "", ""),
            spec("scanner", "", "memory:s", "", ""),
            spec("rating-pad", "bus", "memory:g", "", "addr=02"),
            spec("window-display", "strip", "memory:w", "", "addr=03;chk=xor"),
            spec("voice", "", "file:" + folder, "", ""));
    Devices.Opening opening =
        Devices.open(
            specs, new Devices.Surroundings(bench.wires, Bench.MANNER, Bench.QUICK, Bench.CLOCK));
    try (Devices devices = assertInstanceOf(Devices.Opening.Opened.class, opening).devices()) {
      assertTrue(devices.printer().isPresent());
      assertTrue(devices.reader().isPresent());
      assertTrue(devices.scanner().isPresent());
      assertTrue(devices.pad().isPresent());
      assertTrue(devices.display().isPresent());
      assertTrue(devices.voice().isPresent());
      assertEquals(
          specs.stream().map(DeviceSpec::kind).toList(), List.copyOf(devices.all().keySet()));
      Bench.untilCode(devices.pad().orElseThrow(), "");
      assertTrue(devices.pad().orElseThrow().ask());
      assertEquals(2, bench.wires.end("g").takeHeard()[5]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "printer        |       | tcp:h:1          |      |       | kind    | KIND",
        "ticket-printer | zebra | tcp:h:1          |      |       | model   | MODEL",
        "ticket-printer |       | usb:1            |      |       | line    | LINE_KIND",
        "ticket-printer |       | serial:          |      |       | line    | LINE_EMPTY",
        "ticket-printer |       | serial:/dev/x?baud=fast |  |    | line    | LINE_BAUD",
        "ticket-printer |       | serial:/dev/x?speed=1   |  |    | line    | LINE_OPTION",
        "ticket-printer |       | serial:/dev/x?parity=7  |  |    | line    | LINE_PARITY",
        "ticket-printer |       | serial:/dev/x?flow=7    |  |    | line    | LINE_FLOW",
        "ticket-printer |       | serial:/dev/x?data=9    |  |    | line    | LINE_DATA_BITS",
        "ticket-printer |       | serial:/dev/x?stop=0    |  |    | line    | LINE_STOP_BITS",
        "ticket-printer |       | tcp:host         |      |       | line    | LINE_TCP",
        "id-reader      |       | file:/tmp/x      |      |       | line    | LINE_NOT_FOR_MODEL",
        "ticket-printer |       | tcp:h:1          | maybe|       | confirm | CONFIRM",
        "scanner        |       | tcp:h:1          | job  |       | confirm | CONFIRM_NOT_HERE",
        "rating-pad     |       | tcp:h:1          |      | keys=1| profile | PROFILE",
        "scanner        |       | tcp:h:1          |      | a=b   | profile | PROFILE_NOT_HERE",
      })
  void aWrongSettingIsNamedWithWhatMayStandThere(
      String kind,
      String model,
      String line,
      String confirm,
      String profile,
      String field,
      String code) {
    List<DeviceProblem> problems =
        Devices.check(List.of(spec(kind, blank(model), line, blank(confirm), blank(profile))));
    assertEquals(1, problems.size(), problems.toString());
    assertEquals(field, problems.getFirst().field());
    assertEquals(code, problems.getFirst().code());
    assertTrue(code.endsWith("_NOT_HERE") || !problems.getFirst().allowed().isEmpty());
    for (String language : new String[] {"zh_CN", "en"}) {
      assertTrue(
          texts(language).containsKey("device.problem." + code), language + " lacks " + code);
    }
  }

  @Test
  void twoOfAKindAreOneTooMany() {
    DeviceSpec scanner = spec("scanner", "", "memory:s", "", "");
    assertEquals(
        List.of(new DeviceProblem(1, "kind", "KIND_TWICE", "scanner", List.of())),
        Devices.check(List.of(scanner, scanner)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh_CN", "en"})
  void everyTroubleHasItsWords(String language) {
    Properties texts = texts(language);
    List<String> missing = new ArrayList<>();
    for (Trouble trouble : Trouble.values()) {
      for (String key : List.of("device." + trouble.code(), "device." + trouble.code() + ".todo")) {
        if (!texts.containsKey(key)) {
          missing.add(key);
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private static Properties texts(String language) {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            DevicesTest.class.getResourceAsStream(
                "/cn/wuyouhall/texts/common_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return texts;
  }

  private static DeviceSpec spec(
      String kind, String model, String line, String confirm, String profile) {
    return new DeviceSpec(kind, model, line, confirm, profile);
  }

  private static String blank(String text) {
    return text == null ? "" : text;
  }
}
