package cn.wuyouhall.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The contract, and a check of values against its schemas: as much of JSON Schema as it uses. */
final class ContractSchemas {
  private final JsonNode contract;

  private ContractSchemas(JsonNode contract) {
    this.contract = contract;
  }

  static ContractSchemas load() throws IOException {
    try (InputStream in =
        ContractSchemas.class
            .getClassLoader()
            .getResourceAsStream("cn/wuyouhall/contract/openapi.yaml")) {
      return new ContractSchemas(new YAMLMapper().readTree(in));
    }
  }

  JsonNode root() {
    return contract;
  }

  /** "METHOD path" of every operation. */
  Set<String> operations() {
    Set<String> all = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : contract.get("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return all;
  }

  /** What in this value is not as the named schema says; also every property it does not know. */
  List<String> faults(String schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(contract.at("/components/schemas/" + schema), value, "", faults);
    return faults;
  }

  private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
    if (schema.has("$ref")) {
      check(contract.at(schema.get("$ref").asText().substring(1)), value, at, faults);
      return;
    }
    if (schema.has("oneOf")) {
      boolean fits =
          stream(schema.get("oneOf"))
              .anyMatch(each -> {
                List<String> own = new ArrayList<>();
                check(each, value, at, own);
                return own.isEmpty();
              });
      if (!fits) {
        faults.add(at + ": none of oneOf");
      }
      return;
    }
    if (!hasType(schema.path("type"), value)) {
      faults.add(at + ": not " + schema.path("type"));
      return;
    }
    if (schema.has("const") && !schema.get("const").equals(value)) {
      faults.add(at + ": not " + schema.get("const"));
    }
    if (schema.has("enum") && stream(schema.get("enum")).noneMatch(value::equals)) {
      faults.add(at + ": not in " + schema.get("enum"));
    }
    if (schema.has("pattern") && !value.asText().matches(schema.get("pattern").asText())) {
      faults.add(at + ": not " + schema.get("pattern"));
    }
    if (value.isObject()) {
      checkObject(schema, value, at, faults);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.get("items"), value.get(i), at + "[" + i + "]", faults);
      }
    }
  }

  private void checkObject(JsonNode schema, JsonNode value, String at, List<String> faults) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        faults.add(at + "." + name.asText() + ": missing");
      }
    }
    for (Map.Entry<String, JsonNode> property : value.properties()) {
      JsonNode known = schema.path("properties").path(property.getKey());
      if (known.isMissingNode()) {
        faults.add(at + "." + property.getKey() + ": not in the contract");
      } else {
        check(known, property.getValue(), at + "." + property.getKey(), faults);
      }
    }
  }

  private static boolean hasType(JsonNode type, JsonNode value) {
    return type.isArray()
        ? stream(type).anyMatch(each -> hasType(each, value))
        : switch (type.asText()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "null" -> value.isNull();
          default -> throw new AssertionError("the contract uses a type unknown here: " + type);
        };
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
