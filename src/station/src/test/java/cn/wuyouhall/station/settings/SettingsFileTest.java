package cn.wuyouhall.station.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.station.settings.SettingsFile.Fault;
import cn.wuyouhall.station.settings.SettingsFile.Reading;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** hall.toml: every fault has its line and its sentence, and a file with one gives no settings. */
class SettingsFileTest {
  private static final String STATION =
      """
      [station]
      id = "kiosk-1"
      role = "kiosk"
      """;

  @TempDir Path folder;

  private Reading read(String text) throws Exception {
    Path file = folder.resolve("hall.toml");
    Files.writeString(file, text);
    return SettingsFile.read(file, folder);
  }

  private List<Fault> faults(String text) throws Exception {
    List<Fault> faults = assertInstanceOf(Reading.Bad.class, read(text)).faults();
    faults.forEach(SettingsFileTest::hasItsSentence);
    return faults;
  }

  private Fault only(String text) throws Exception {
    List<Fault> faults = faults(text);
    assertEquals(1, faults.size(), faults.toString());
    return faults.getFirst();
  }

  private static void hasItsSentence(Fault fault) {
    for (String language : List.of("zh_CN", "en")) {
      boolean found = false;
      for (String bundle : List.of("codes", "common")) {
        try {
          found |=
              ResourceBundle.getBundle("cn.wuyouhall.texts." + bundle + "_" + language)
                  .containsKey(fault.code());
        } catch (MissingResourceException none) {
          found |= false;
        }
      }
      assertTrue(found, fault.code() + " has no sentence in " + language);
    }
  }

  @Test
  void aStationNeedsOnlyItsIdAndRole() throws Exception {
    Settings settings = assertInstanceOf(Reading.Good.class, read(STATION)).settings();
    assertEquals(Settings.Role.KIOSK, settings.station().role());
    assertEquals(folder.resolve("kiosk-1"), settings.station().data());
    assertEquals(folder.resolve("hall"), settings.hallData());
    assertEquals(Optional.empty(), settings.platform());
  }

  @Test
  void everyKeyIsRead() throws Exception {
    Settings settings =
        assertInstanceOf(
                Reading.Good.class,
                read(
                    """
                    [hall]
                    name = "宋家川街道便民服务中心"
                    region = "610829"
                    level = "town"
                    [hall.database]
                    url = "jdbc:postgresql://10.0.0.1,10.0.0.2/hall"
                    [station]
                    id = "clerk-3"
                    role = "clerk"
                    window = 3
                    data = "/var/lib/hall/clerk-3"
                    [platform]
                    url = "https://platform.example/api/"
                    [[device]]
                    kind = "scanner"
                    line = "serial:/dev/ttyUSB0?baud=9600"
                    """))
            .settings();
    assertEquals("town", settings.hall().level());
    assertEquals(Optional.of("https://platform.example/api"), settings.platform());
    assertEquals(3, settings.station().window());
    assertEquals(14, settings.devices().getFirst().at());
  }

  @Test
  void anUnknownKeyIsNamedWithItsLine() throws Exception {
    Fault fault = only(STATION + "windw = 3\n");
    assertEquals(new Fault(4, "settings.UNKNOWN_KEY", "station.windw", fault.value()), fault);
    assertEquals("data, id, language, role, window", fault.value());
  }

  @Test
  void anUnknownTableIsNamedWithItsLine() throws Exception {
    Fault fault = only(STATION + "\n[platfrom]\nurl = \"http://x:1\"\n");
    assertEquals(5, fault.line());
    assertEquals("platfrom", fault.key());
  }

  @Test
  void aKeyOfTheSecondDeviceIsNamedThere() throws Exception {
    Fault fault =
        only(
            STATION
                + """
                [[device]]
                kind = "scanner"
                line = "serial:/dev/ttyUSB0"
                [[device]]
                kind = "ticket-printer"
                lin = "serial:/dev/ttyUSB1"
                line = "serial:/dev/ttyUSB1"
                """);
    assertEquals(9, fault.line());
    assertEquals("device.lin", fault.key());
  }

  @Test
  void wrongValuesSayWhatMayBe() throws Exception {
    assertEquals(3, only("[station]\nid = \"k\"\nrole = \"kiosque\"\n").line());
    assertTrue(only("[station]\nid = \"k\"\nrole = \"kiosque\"\n").value().contains("kiosk"));
    assertEquals("station.id", only("[station]\nid = \"厅 1\"\nrole = \"kiosk\"\n").key());
    assertEquals("hall.region", only("[hall]\nregion = \"61\"\n" + STATION).key());
    assertEquals("hall.level", only("[hall]\nlevel = \"province\"\n" + STATION).key());
    assertEquals("platform.url", only(STATION + "[platform]\nurl = \"platform\"\n").key());
    assertEquals("platform.url", only(STATION + "[platform]\nurl = \"http://host:99999\"\n").key());
    assertEquals(
        "hall.database.url", only("[hall.database]\nurl = \"jdbc:mysql://x\"\n" + STATION).key());
    assertEquals("station.window", only(STATION + "window = \"three\"\n").key());
    assertEquals("station.window", only(STATION + "window = 0\n").key());
  }

  @Test
  void aNumberInPlaceOfTextIsNamed() throws Exception {
    Fault fault = only("[hall]\nname = 7\n" + STATION);
    assertEquals(new Fault(2, "settings.NOT_TEXT", "hall.name", ""), fault);
  }

  @Test
  void whatIsMissingIsNamedAtItsTable() throws Exception {
    assertEquals(
        new Fault(1, "settings.MISSING_KEY", "station.id", ""),
        only("[station]\nrole = \"kiosk\"\n"));
    assertEquals("station.role", only("[station]\nid = \"k\"\n").key());
    assertEquals("station.window", only("[station]\nid = \"k\"\nrole = \"clerk\"\n").key());
    assertEquals(2, faults("").size());
  }

  @Test
  void aDeviceThatCannotBeIsNamedAtItsKey() throws Exception {
    Fault kind = only(STATION + "[[device]]\nkind = \"fax\"\nline = \"serial:/dev/x\"\n");
    assertEquals(5, kind.line());
    assertEquals("device.problem.KIND", kind.code());
    Fault baud =
        only(STATION + "[[device]]\nkind = \"scanner\"\nline = \"serial:/dev/x?baud=fast\"\n");
    assertEquals(6, baud.line());
    assertEquals("device.problem.LINE_BAUD", baud.code());
    Fault line = only(STATION + "[[device]]\nkind = \"scanner\"\nline = \"usb:/dev/x\"\n");
    assertEquals("device.problem.LINE_KIND", line.code());
  }

  @Test
  void severalFaultsComeInTheOrderOfTheFile() throws Exception {
    List<Fault> faults = faults("[hall]\nlevel = \"x\"\n[station]\nid = \"k\"\nrole = \"y\"\n");
    assertEquals(List.of(2, 5), faults.stream().map(Fault::line).toList());
  }

  @Test
  void aSyntaxErrorHasItsLine() throws Exception {
    Fault fault = only(STATION + "data = \"open\nwindow = 3\n");
    assertEquals("settings.SYNTAX", fault.code());
    assertEquals(4, fault.line());
  }

  @Test
  void aValueWhereATableBelongsIsNoCrash() throws Exception {
    assertEquals(new Fault(1, "settings.NOT_TABLE", "station", "[station]"), only("station = 3\n"));
    assertEquals(
        new Fault(4, "settings.NOT_TABLE", "device", "[[device]]"),
        only(STATION + "[device]\nkind = \"scanner\"\n"));
    assertEquals("hall", only("hall = \"x\"\n" + STATION).key());
    assertEquals(5, only(STATION + "[hall]\ndatabase = 4\n").line());
    assertEquals("device", only("device = [1, 2]\n" + STATION).key());
  }

  @Test
  void aFileThatIsNotThereOrNotTextIsNamed() throws Exception {
    Path none = folder.resolve("none.toml");
    assertEquals(
        List.of(new Fault(0, "settings.NO_FILE", "", "")),
        assertInstanceOf(Reading.Bad.class, SettingsFile.read(none, folder)).faults());
    Path gbk = folder.resolve("gbk.toml");
    Files.write(gbk, "[hall]\nname = \"吴堡\"\n".getBytes(Charset.forName("GB18030")));
    assertEquals(
        "settings.NOT_UTF8",
        assertInstanceOf(Reading.Bad.class, SettingsFile.read(gbk, folder))
            .faults()
            .getFirst()
            .code());
    Path directory = Files.createDirectory(folder.resolve("folder.toml"));
    assertEquals(
        "settings.UNREADABLE",
        assertInstanceOf(Reading.Bad.class, SettingsFile.read(directory, folder))
            .faults()
            .getFirst()
            .code());
  }

  @Test
  void aMarkOfAnEditorAtTheStartDoesNoHarm() throws Exception {
    Path file = folder.resolve("bom.toml");
    Files.write(file, ("\uFEFF" + STATION).getBytes(StandardCharsets.UTF_8));
    assertInstanceOf(Reading.Good.class, SettingsFile.read(file, folder));
  }
}
