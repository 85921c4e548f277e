package cn.wuyouhall.station.settings;

import cn.wuyouhall.devices.DeviceProblem;
import cn.wuyouhall.devices.DeviceSpec;
import cn.wuyouhall.devices.Devices;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.platform.PlatformClient;
import cn.wuyouhall.station.settings.Settings.DevicePart;
import cn.wuyouhall.station.settings.Settings.Hall;
import cn.wuyouhall.station.settings.Settings.Role;
import cn.wuyouhall.station.settings.Settings.StationPart;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code hall.toml}. Every fault is named with its line; a file with a fault gives no
 * settings.
 */
public final class SettingsFile {
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "", Set.of("hall", "station", "platform", "device"),
          "hall", Set.of("name", "region", "level", "database"),
          "hall.database", Set.of("url", "data"),
          "station", Set.of("id", "role", "window", "data", "language"),
          "platform", Set.of("url"),
          "device", Set.of("kind", "model", "line", "confirm", "profile"));
  private static final Set<String> LANGUAGES = Set.of("zh-CN", "en");
  private static final Set<String> LEVELS = Set.of("county", "town", "village");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");

  private final Path file;
  private final Path home;
  private final List<String> lines;
  private final List<Fault> faults = new ArrayList<>();

  private SettingsFile(Path file, Path home, List<String> lines) {
    this.file = file;
    this.home = home;
    this.lines = lines;
  }

  /** What reading came to. */
  public sealed interface Reading {
    /** The settings. */
    record Good(Settings settings) implements Reading {}

    /** What is wrong, in the order of the file. */
    record Bad(Path file, List<Fault> faults) implements Reading {}
  }

  /**
   * One fault.
   *
   * @param line from 1; 0 for the file as a whole
   * @param code stable, the key of its sentence ({@code settings.UNKNOWN_KEY} in the texts {@code
   *     codes}, {@code device.problem.…} in {@code common})
   * @param key the key or value concerned, the sentence's {0}; blank for none
   * @param value what is allowed, the sentence's {1}; blank for none
   */
  public record Fault(int line, String code, String key, String value) {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @param home folder that relative {@code data} paths start from
   */
  public static Reading read(Path file, Path home) {
    BlockingWork.refuseOnUiThread();
    List<String> lines;
    try {
      lines = new ArrayList<>(Files.readAllLines(file));
    } catch (NoSuchFileException missing) {
      return new Reading.Bad(file, List.of(new Fault(0, "settings.NO_FILE", "", "")));
    } catch (CharacterCodingException notText) {
      return new Reading.Bad(file, List.of(new Fault(0, "settings.NOT_UTF8", "", "")));
    } catch (IOException unreadable) {
      return new Reading.Bad(file, List.of(new Fault(0, "settings.UNREADABLE", "", "")));
    }
    if (!lines.isEmpty() && lines.getFirst().startsWith("\uFEFF")) {
      lines.set(0, lines.getFirst().substring(1)); // Some editors put a byte order mark there.
    }
    return new SettingsFile(file, home, lines).parse();
  }

  private Reading parse() {
    JsonNode root;
    try {
      root = new TomlMapper().readTree(String.join("\n", lines));
    } catch (JsonProcessingException syntax) {
      int line = syntax.getLocation() == null ? 0 : syntax.getLocation().getLineNr();
      return new Reading.Bad(file, List.of(new Fault(line, "settings.SYNTAX", "", "")));
    }
    checkShape(root);
    if (!faults.isEmpty()) {
      return new Reading.Bad(file, faults);
    }
    checkKeys(root);
    Settings settings = build(root);
    faults.sort(java.util.Comparator.comparingInt(Fault::line));
    return faults.isEmpty() ? new Reading.Good(settings) : new Reading.Bad(file, faults);
  }

  /** Tables are tables, and devices a list of them. */
  private void checkShape(JsonNode root) {
    for (String table : List.of("hall", "station", "platform")) {
      checkIsTable(root.path(table), table, lineOf("", 0, table));
    }
    checkIsTable(
        root.path("hall").path("database"), "hall.database", lineOf("hall", 0, "database"));
    JsonNode devices = root.path("device");
    boolean list = devices.isArray();
    for (JsonNode device : devices) {
      list &= device.isObject();
    }
    if (!devices.isMissingNode() && !list) {
      int line = Math.max(lineOfTable("device", 0), lineOf("", 0, "device"));
      faults.add(new Fault(line, "settings.NOT_TABLE", "device", "[[device]]"));
    }
  }

  private void checkIsTable(JsonNode node, String table, int line) {
    if (!node.isMissingNode() && !node.isObject()) {
      int at = Math.max(line, lineOfTable(table, 0));
      faults.add(new Fault(at, "settings.NOT_TABLE", table, "[" + table + "]"));
    }
  }

  private void checkKeys(JsonNode root) {
    checkTable("", root);
    checkTable("hall", root.path("hall"));
    checkTable("hall.database", root.path("hall").path("database"));
    checkTable("station", root.path("station"));
    checkTable("platform", root.path("platform"));
    int number = 0;
    for (JsonNode device : root.path("device")) {
      checkKeysOf("device", device, number++);
    }
  }

  private void checkTable(String table, JsonNode node) {
    checkKeysOf(table, node, 0);
  }

  private void checkKeysOf(String table, JsonNode node, int number) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!KEYS.get(table).contains(name)) {
        boolean isTable = node.get(name).isContainerNode();
        int line = isTable ? lineOfTable(path(table, name), 0) : lineOf(table, number, name);
        faults.add(
            new Fault(
                line,
                "settings.UNKNOWN_KEY",
                path(table, name),
                String.join(", ", KEYS.get(table).stream().sorted().toList())));
      }
    }
  }

  private static String path(String table, String name) {
    return table.isEmpty() ? name : table + "." + name;
  }

  private Settings build(JsonNode root) {
    JsonNode hallNode = root.path("hall");
    Hall hall =
        new Hall(
            text(hallNode, "hall", 0, "name", "吴堡县政务服务大厅"),
            matching(hallNode, "region", "610829", Pattern.compile("\\d{6}")),
            oneOf(hallNode, "hall", 0, "level", "county", LEVELS));
    StationPart station = station(root.path("station"));
    JsonNode database = hallNode.path("database");
    Optional<String> url =
        Optional.of(text(database, "hall.database", 0, "url", "")).filter(u -> !u.isBlank());
    if (url.isPresent() && !url.get().startsWith("jdbc:postgresql://")) {
      fault("hall.database", 0, "url", "settings.WRONG_VALUE", "jdbc:postgresql://HOST/NAME");
    }
    Path hallData = folder(database, "hall.database", "data", "hall");
    Optional<String> platform = platform(root.path("platform"));
    List<DevicePart> devices = new ArrayList<>();
    int number = 0;
    for (JsonNode device : root.path("device")) {
      devices.add(device(device, number++));
    }
    checkDevices(devices);
    return new Settings(hall, station, url, hallData, platform, devices);
  }

  private StationPart station(JsonNode node) {
    String id = text(node, "station", 0, "id", "");
    if (id.isEmpty()) {
      faults.add(new Fault(lineOfTable("station", 0), "settings.MISSING_KEY", "station.id", ""));
    } else if (!ID.matcher(id).matches()) {
      fault("station", 0, "id", "settings.WRONG_VALUE", "A-Z a-z 0-9 -");
    }
    Set<String> roles = new java.util.TreeSet<>();
    for (Role role : Role.values()) {
      roles.add(role.name().toLowerCase(Locale.ROOT));
    }
    String role = oneOf(node, "station", 0, "role", "", roles);
    int window = 0;
    JsonNode windowNode = node.path("window");
    if (windowNode.isInt() && windowNode.asInt() > 0) {
      window = windowNode.asInt();
    } else if (!windowNode.isMissingNode()) {
      fault("station", 0, "window", "settings.WRONG_VALUE", "1, 2, 3 …");
    } else if (role.equals("clerk") || role.equals("pad")) {
      faults.add(
          new Fault(lineOfTable("station", 0), "settings.MISSING_KEY", "station.window", ""));
    }
    Path data = folder(node, "station", "data", id.isEmpty() ? "station" : id);
    return new StationPart(
        id,
        roles.contains(role) ? Role.valueOf(role.toUpperCase(Locale.ROOT)) : Role.KIOSK,
        window,
        data,
        Locale.forLanguageTag(oneOf(node, "station", 0, "language", "zh-CN", LANGUAGES)));
  }

  private Optional<String> platform(JsonNode node) {
    String url = text(node, "platform", 0, "url", "");
    if (url.isBlank()) {
      return Optional.empty();
    }
    if (!url.matches("https?://[^\\s/]+(/\\S*)?") || !PlatformClient.isAddress(url)) {
      fault("platform", 0, "url", "settings.WRONG_VALUE", "http://HOST:PORT");
    }
    return Optional.of(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
  }

  private DevicePart device(JsonNode node, int number) {
    return new DevicePart(
        new DeviceSpec(
            text(node, "device", number, "kind", ""),
            text(node, "device", number, "model", ""),
            text(node, "device", number, "line", ""),
            text(node, "device", number, "confirm", ""),
            text(node, "device", number, "profile", "")),
        lineOfTable("device", number));
  }

  private void checkDevices(List<DevicePart> devices) {
    for (DeviceProblem problem : Devices.check(devices.stream().map(DevicePart::spec).toList())) {
      faults.add(
          new Fault(
              lineOf("device", problem.index(), problem.field()),
              "device.problem." + problem.code(),
              problem.value(),
              String.join(", ", problem.allowed())));
    }
  }

  private Path folder(JsonNode node, String table, String key, String otherwise) {
    try {
      return home.resolve(text(node, table, 0, key, otherwise)).normalize();
    } catch (InvalidPathException notAPath) {
      fault(table, 0, key, "settings.WRONG_VALUE", "");
      return home;
    }
  }

  private String text(JsonNode node, String table, int number, String key, String otherwise) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isTextual()) {
      fault(table, number, key, "settings.NOT_TEXT", "");
      return otherwise;
    }
    return value.asText();
  }

  private String matching(JsonNode node, String key, String otherwise, Pattern pattern) {
    String value = text(node, "hall", 0, key, otherwise);
    if (!pattern.matcher(value).matches()) {
      fault("hall", 0, key, "settings.WRONG_VALUE", otherwise);
    }
    return value;
  }

  private String oneOf(
      JsonNode node, String table, int number, String key, String otherwise, Set<String> allowed) {
    if (node.path(key).isMissingNode() && otherwise.isEmpty() && !allowed.contains("")) {
      faults.add(
          new Fault(lineOfTable(table, number), "settings.MISSING_KEY", table + "." + key, ""));
      return otherwise;
    }
    String value = text(node, table, number, key, otherwise);
    if (!allowed.contains(value)) {
      fault(
          table,
          number,
          key,
          "settings.WRONG_VALUE",
          String.join(", ", allowed.stream().filter(a -> !a.isEmpty()).sorted().toList()));
    }
    return value;
  }

  private void fault(String table, int number, String key, String code, String allowed) {
    faults.add(new Fault(lineOf(table, number, key), code, table + "." + key, allowed));
  }

  /** The line on which the given occurrence of a table begins; 0 when it is not in the file. */
  private int lineOfTable(String table, int number) {
    int seen = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (table.equals(header(lines.get(i))) && seen++ == number) {
        return i + 1;
      }
    }
    return 0;
  }

  private int lineOf(String table, int number, String key) {
    Pattern pattern = Pattern.compile("\\s*\"?" + Pattern.quote(key) + "\"?\\s*=.*");
    int from = table.isEmpty() ? 0 : lineOfTable(table, number);
    for (int i = from; i < lines.size(); i++) {
      if (i >= from && header(lines.get(i)) != null) {
        break;
      }
      if (pattern.matcher(lines.get(i)).matches()) {
        return i + 1;
      }
    }
    return from;
  }

  private static String header(String line) {
    Matcher matcher = Pattern.compile("\\s*\\[{1,2}\\s*([\\w.\\-]+)\\s*]{1,2}.*").matcher(line);
    return matcher.matches() ? matcher.group(1) : null;
  }
}
