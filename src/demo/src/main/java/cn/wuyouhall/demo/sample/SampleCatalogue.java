package cn.wuyouhall.demo.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Composes the sample catalogue, the same bytes each time. See the package's page. */
public final class SampleCatalogue {
  /** How many items of each type; together 1,733. */
  static final Map<String, Integer> TYPES =
      new TreeMap<>(
          Map.of(
              "01", 383, "04", 4, "05", 152, "07", 215, "08", 47, "09", 17, "10", 215, "20", 700));

  static final int MOBILE = 228;
  static final int REVIEWED = 523;
  static final int AUTHORISED = 347;

  /** 85 % of 1,733 is 1,473.05. */
  static final int COMPREHENSIVE = 1473;

  private static final String HAND_WRITTEN = "/cn/wuyouhall/sample/handwritten/";
  private static final Map<String, String[]> SUB_CENTRES = subCentres();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, SampleDepartment> departments = SampleDepartment.all();
  private final SampleWords words = new SampleWords();
  private final List<ObjectNode> items = new ArrayList<>();
  private final Map<String, ObjectNode> generated = new LinkedHashMap<>();
  private final Map<String, String> codes = new HashMap<>();

  private SampleCatalogue() {}

  /** Writes the catalogue to the path given: {@code SampleCatalogue .../catalogue.json}. */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    try {
      Files.writeString(file, text());
    } catch (IOException e) {
      throw new UncheckedIOException("write " + file, e);
    }
  }

  /** The whole file: one item a line, so that a change shows as one line. */
  public static String text() {
    return new SampleCatalogue().compose();
  }

  private String compose() {
    SUB_CENTRES.keySet().forEach(this::takeHandWritten);
    Set<String> named = new HashSet<>();
    SampleFiles.rows("scenes.txt").forEach(row -> named.addAll(List.of(row[4].split(";"))));
    SampleFiles.rows("errands.txt").forEach(row -> named.addAll(List.of(row[3].split(";"))));
    new SampleSelection(named, words).choose(SampleName.all(), missing()).forEach(this::generate);
    mark("mobile", MOBILE, this::mayBeMobile);
    mark("reviewed", REVIEWED, item -> item.path("type").asText().equals("01"));
    markMore("reviewed", REVIEWED, item -> Set.of("07", "10").contains(item.path("type").asText()));
    mark("authorised", AUTHORISED, this::mayBeAuthorised);
    ownWindows();

    StringJoiner file = new StringJoiner(",\n", "{", "}\n");
    file.add(
        "\"version\":1,\"published\":\"2026-11-02\",\"region\":\"" + SampleCodes.REGION + "\"");
    file.add(array("subCentres", SUB_CENTRES.entrySet().stream().map(this::subCentre).toList()));
    file.add(array("departments", departments.values().stream().map(this::department).toList()));
    file.add(array("items", items));
    file.add(array("scenes", SampleFiles.rows("scenes.txt").stream().map(this::scene).toList()));
    file.add(array("helpers", SampleFiles.rows("helpers.txt").stream().map(this::helper).toList()));
    file.add(array("errands", SampleFiles.rows("errands.txt").stream().map(this::errand).toList()));
    return file.toString();
  }

  private static Map<String, String[]> subCentres() {
    Map<String, String[]> all = new LinkedHashMap<>();
    all.put("enterprise", new String[] {"企业开办（市场准入）分中心", "Enterprise Centre"});
    all.put("social", new String[] {"社会事务分中心", "Social Affairs Centre"});
    all.put("realty", new String[] {"不动产登记分中心", "Real Estate Registration Centre"});
    return all;
  }

  private void takeHandWritten(String subCentre) {
    String text = SampleFiles.text(SampleCatalogue.class, HAND_WRITTEN + subCentre + ".json");
    try {
      json.readTree(text).path("items").forEach(item -> add((ObjectNode) item));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("hand-written items of " + subCentre, e);
    }
  }

  private void add(ObjectNode item) {
    items.add(item);
    String name = item.path("name").asText();
    if (codes.put(name, item.path("code").asText()) != null) {
      throw new IllegalStateException("two items are called " + name);
    }
  }

  /** How many of each type the hand-written items leave to be generated. */
  private Map<String, Integer> missing() {
    Map<String, Integer> missing = new TreeMap<>(TYPES);
    items.forEach(item -> missing.merge(item.path("type").asText(), -1, Integer::sum));
    return missing;
  }

  private void generate(SampleName name) {
    SampleDepartment department = departments.get(name.department());
    String basic = SampleCodes.basic(name.type(), department.number(), name.main(), name.sub());
    String implementation = SampleCodes.implementation(department.uscc(), basic);
    ObjectNode item = NODES.objectNode();
    item.put("code", SampleCodes.handling(implementation));
    item.put("basicCode", basic);
    item.put("implementationCode", implementation);
    item.put("name", name.name());
    item.putNull("nameEn");
    item.put("type", name.type());
    item.put("level", SampleCodes.COUNTY);
    item.put("department", department.id());
    item.put("subCentre", department.subCentre());
    item.put("comprehensive", true);
    item.put("mobile", false);
    item.put("reviewed", false);
    item.put("authorised", false);
    item.put("towns", atTowns(name));
    ArrayNode everyday = item.putArray("words");
    words.of(name.name()).forEach(everyday::add);
    new SampleGuide(name, department).describe(item);
    item.put("handWritten", false);
    add(item);
    generated.put(name.name(), item);
  }

  private static final Set<String> TOWN_DEPARTMENTS =
      Set.of("civil", "agriculture", "pension", "employment", "disabled", "veterans", "health");

  /**
   * Food workshops, small restaurants and food licences by the design; help for persons by a draw.
   */
  private static boolean atTowns(SampleName name) {
    if (name.name().matches("(食品经营许可|食品小作坊|小餐饮|个体工商户).*")) {
      return true;
    }
    return TOWN_DEPARTMENTS.contains(name.department())
        && name.persons()
        && Set.of("05", "20").contains(name.type())
        && new SampleDraw("town " + name.name()).onceIn(3);
  }

  private boolean mayBeMobile(JsonNode item) {
    String type = item.path("type").asText();
    boolean person = item.path("applicants").path(0).asText().equals("person");
    return type.equals("20") || (person && Set.of("05", "07", "01").contains(type));
  }

  private boolean mayBeAuthorised(JsonNode item) {
    return item.path("reviewed").asBoolean()
        && !departments.get(item.path("department").asText()).ownWindow();
  }

  /**
   * Sets a flag on generated items of chance until {@code count} items of the catalogue have it.
   */
  private void mark(String flag, int count, Predicate<JsonNode> may) {
    markMore(flag, Math.min(count, (int) (having(flag) + without(flag, may).size())), may);
  }

  private void markMore(String flag, int count, Predicate<JsonNode> may) {
    List<ObjectNode> candidates = new SampleDraw(flag).shuffled(without(flag, may));
    int more = (int) (count - having(flag));
    candidates.subList(0, more).forEach(item -> item.put(flag, true));
  }

  private long having(String flag) {
    return items.stream().filter(item -> item.path(flag).asBoolean()).count();
  }

  private List<ObjectNode> without(String flag, Predicate<JsonNode> may) {
    return generated.values().stream()
        .filter(item -> !item.path(flag).asBoolean())
        .filter(may)
        .toList();
  }

  /** The rest to 85 % is accepted only at the windows of departments that have their own. */
  private void ownWindows() {
    List<ObjectNode> candidates =
        generated.values().stream()
            .filter(item -> departments.get(item.path("department").asText()).ownWindow())
            .toList();
    new SampleDraw("own windows")
        .shuffled(candidates)
        .subList(0, items.size() - COMPREHENSIVE)
        .forEach(item -> item.put("comprehensive", false));
  }

  private ObjectNode subCentre(Map.Entry<String, String[]> entry) {
    return named(entry.getKey(), entry.getValue()[0], entry.getValue()[1]);
  }

  private ObjectNode department(SampleDepartment department) {
    ObjectNode node = named(department.id(), department.name(), department.nameEn());
    return node.put("uscc", department.uscc()).put("subCentre", department.subCentre());
  }

  private ObjectNode scene(String[] row) {
    ObjectNode node = named(row[1], row[2], row[3]).put("kind", row[0]);
    node.set("items", itemCodes(row[4]));
    return node;
  }

  private ObjectNode errand(String[] row) {
    ObjectNode node = named(row[0], row[1], row[2]);
    node.set("items", itemCodes(row[3]));
    return node;
  }

  private ObjectNode helper(String[] row) {
    ObjectNode node = NODES.objectNode().put("id", row[0]).put("name", row[1]).put("phone", row[2]);
    List.of(row[3].split(";")).forEach(node.putArray("towns")::add);
    return node;
  }

  private ArrayNode itemCodes(String names) {
    ArrayNode array = NODES.arrayNode();
    for (String name : names.split(";", -1)) {
      String code = codes.get(name);
      if (code == null) {
        throw new IllegalStateException("no item is called " + name);
      }
      array.add(code);
    }
    return array;
  }

  private static ObjectNode named(String id, String name, String nameEn) {
    return NODES.objectNode().put("id", id).put("name", name).put("nameEn", nameEn);
  }

  private String array(String key, List<ObjectNode> nodes) {
    StringJoiner lines = new StringJoiner(",\n", "\"" + key + "\":[\n", "\n]");
    for (ObjectNode node : nodes) {
      try {
        lines.add(json.writeValueAsString(node));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(key, e);
      }
    }
    return lines.toString();
  }
}
