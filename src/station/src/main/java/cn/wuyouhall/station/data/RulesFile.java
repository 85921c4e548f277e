package cn.wuyouhall.station.data;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.HallRules.CallRules;
import cn.wuyouhall.domain.hall.HallRules.Hours;
import cn.wuyouhall.domain.hall.Line;
import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.hall.Window;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The hall's rules as TOML: what {@code ./hall rules export} writes and {@code import} reads. */
public final class RulesFile {
  /** Every key there is, by table; an unknown one would be obeyed by nobody. */
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "",
          Set.of(
              "version",
              "effective",
              "region",
              "name",
              "hours",
              "calls",
              "timeouts",
              "line",
              "window",
              "notice"),
          "name",
          Set.of("zh", "en"),
          "notice",
          Set.of("zh", "en"),
          "hours",
          Set.of("from", "until"),
          "calls",
          Set.of("most", "apart-seconds", "undo-seconds"),
          "timeouts",
          Set.of(
              "rating-seconds",
              "kiosk-idle-seconds",
              "kiosk-idle-elder-seconds",
              "printer-confirm-seconds"),
          "line",
          Set.of("id", "prefix", "order", "name", "sub-centre", "scenes"),
          "window",
          Set.of("no", "name", "lines", "zone"));

  private RulesFile() {}

  /** The sample hall's rules. */
  public static HallRules sample() {
    try (InputStream in =
        RulesFile.class.getResourceAsStream("/cn/wuyouhall/sample/hall-rules.toml")) {
      return read(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException fault) {
      throw new UncheckedIOException("the sample rules cannot be read", fault);
    }
  }

  /**
   * Reads rules.
   *
   * @throws IOException when the text is not TOML; its message names line and column
   * @throws IllegalArgumentException when a value is missing or not of its kind, or a key is not
   *     known; the message names the key
   */
  public static HallRules read(String toml) throws IOException {
    JsonNode root = new TomlMapper().readTree(toml);
    known("", root);
    try {
      return new HallRules(
          root.path("version").asLong(0),
          LocalDate.parse(text(root, "effective")),
          name(root.path("name"), "name"),
          text(root, "region"),
          each(
              root,
              "hours",
              n -> new Hours(LocalTime.parse(text(n, "from")), LocalTime.parse(text(n, "until")))),
          each(root, "line", RulesFile::line),
          each(root, "window", RulesFile::window),
          new CallRules(
              number(root.path("calls"), "most"),
              seconds(root.path("calls"), "apart-seconds"),
              seconds(root.path("calls"), "undo-seconds")),
          seconds(root.path("timeouts"), "rating-seconds"),
          seconds(root.path("timeouts"), "kiosk-idle-seconds"),
          seconds(root.path("timeouts"), "kiosk-idle-elder-seconds"),
          seconds(root.path("timeouts"), "printer-confirm-seconds"),
          each(root, "notice", n -> name(n, "notice")));
    } catch (DateTimeException notATime) {
      throw new IllegalArgumentException("not a date or time: " + notATime.getMessage(), notATime);
    }
  }

  private static void known(String table, JsonNode node) {
    if (node.isArray()) {
      node.forEach(each -> known(table, each));
    }
    node.properties()
        .forEach(each -> {
          if (!KEYS.getOrDefault(table, Set.of()).contains(each.getKey())) {
            String place = table.isEmpty() ? "" : table + ".";
            throw new IllegalArgumentException("unknown: " + place + each.getKey());
          }
          known(each.getKey(), each.getValue());
        });
  }

  private static Line line(JsonNode n) {
    return new Line(
        text(n, "id"),
        text(n, "prefix"),
        name(n.path("name"), "line.name"),
        n.path("sub-centre").asText(""),
        n.path("scenes").asBoolean(false),
        number(n, "order"));
  }

  private static Window window(JsonNode n) {
    List<String> lines = new ArrayList<>();
    n.path("lines").forEach(id -> lines.add(id.asText()));
    return new Window(number(n, "no"), name(n.path("name"), "window.name"), lines, text(n, "zone"));
  }

  private static Name name(JsonNode n, String key) {
    if (!n.path("zh").isTextual()) {
      throw new IllegalArgumentException("missing: " + key + ".zh");
    }
    return new Name(n.path("zh").asText(), n.path("en").asText(""));
  }

  private static String text(JsonNode n, String key) {
    if (!n.path(key).isTextual()) {
      throw new IllegalArgumentException("missing or not a text: " + key);
    }
    return n.path(key).asText();
  }

  private static int number(JsonNode n, String key) {
    if (!n.path(key).isInt()) {
      throw new IllegalArgumentException("missing or not a number: " + key);
    }
    return n.path(key).asInt();
  }

  private static Duration seconds(JsonNode n, String key) {
    return Duration.ofSeconds(number(n, key));
  }

  private static <T> List<T> each(
      JsonNode root, String key, java.util.function.Function<JsonNode, T> reader) {
    List<T> all = new ArrayList<>();
    root.path(key).forEach(node -> all.add(reader.apply(node)));
    return all;
  }

  /** Writes rules so that {@link #read} gives the same ones. */
  public static String write(HallRules rules) {
    StringBuilder out = new StringBuilder();
    out.append("version = %d%n".formatted(rules.version()));
    out.append("effective = %s%n".formatted(quoted(rules.effective().toString())));
    out.append("region = %s%n".formatted(quoted(rules.region())));
    out.append("name = %s%n".formatted(inline(rules.name())));
    out.append(
        "%n[calls]%nmost = %d%napart-seconds = %d%nundo-seconds = %d%n"
            .formatted(
                rules.calls().most(),
                rules.calls().apart().toSeconds(),
                rules.calls().undo().toSeconds()));
    out.append(
        """

        [timeouts]
        rating-seconds = %d
        kiosk-idle-seconds = %d
        kiosk-idle-elder-seconds = %d
        printer-confirm-seconds = %d
        """
            .formatted(
                rules.ratingTimeout().toSeconds(),
                rules.kioskIdle().toSeconds(),
                rules.kioskIdleElder().toSeconds(),
                rules.printerConfirm().toSeconds()));
    for (Hours hours : rules.hours()) {
      out.append(
          "%n[[hours]]%nfrom = %s%nuntil = %s%n"
              .formatted(quoted(hours.from().toString()), quoted(hours.until().toString())));
    }
    for (Line line : rules.lines()) {
      out.append(
          "%n[[line]]%nid = %s%nprefix = %s%norder = %d%nname = %s%nsub-centre = %s%nscenes = %s%n"
              .formatted(
                  quoted(line.id()),
                  quoted(line.prefix()),
                  line.order(),
                  inline(line.name()),
                  quoted(line.subCentre()),
                  line.scenes()));
    }
    for (Window window : rules.windows()) {
      out.append(
          "%n[[window]]%nno = %d%nname = %s%nlines = %s%nzone = %s%n"
              .formatted(
                  window.no(),
                  inline(window.name()),
                  window.lines().stream()
                      .map(RulesFile::quoted)
                      .collect(Collectors.joining(", ", "[", "]")),
                  quoted(window.zone())));
    }
    for (Name notice : rules.notices()) {
      out.append(
          "%n[[notice]]%nzh = %s%nen = %s%n".formatted(quoted(notice.zh()), quoted(notice.en())));
    }
    return out.toString();
  }

  private static String inline(Name name) {
    return "{ zh = %s, en = %s }".formatted(quoted(name.zh()), quoted(name.en()));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
