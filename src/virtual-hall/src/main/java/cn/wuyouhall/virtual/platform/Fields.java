package cn.wuyouhall.virtual.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The properties of one JSON object, each taken as what the contract says it is. */
final class Fields {
  private final JsonNode object;
  private final String path;

  private Fields(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /** The object in these bytes. */
  static Fields of(byte[] body) throws InvalidBody {
    try {
      JsonNode node = Reply.MAPPER.readTree(body);
      if (node != null && node.isObject()) {
        return new Fields(node, "");
      }
      throw new InvalidBody("NOT_JSON", "the body is not a JSON object");
    } catch (JsonProcessingException e) {
      throw new InvalidBody("NOT_JSON", "the body is not JSON");
    } catch (IOException e) {
      throw new InvalidBody("NOT_JSON", "the body cannot be read");
    }
  }

  Fields object(String name) throws InvalidBody {
    JsonNode node = present(name);
    if (!node.isObject()) {
      throw wrong(name, "an object");
    }
    return new Fields(node, path + name + ".");
  }

  /** Empty for an explicit null; absent is wrong. */
  Optional<Fields> objectOrNull(String name) throws InvalidBody {
    return present(name).isNull() ? Optional.empty() : Optional.of(object(name));
  }

  List<Fields> objects(String name) throws InvalidBody {
    JsonNode node = present(name);
    if (!node.isArray()) {
      throw wrong(name, "an array");
    }
    List<Fields> all = new ArrayList<>();
    for (JsonNode each : node) {
      if (!each.isObject()) {
        throw wrong(name, "an array of objects");
      }
      all.add(new Fields(each, path + name + "[" + all.size() + "]."));
    }
    return all;
  }

  String text(String name) throws InvalidBody {
    JsonNode node = present(name);
    if (!node.isTextual()) {
      throw wrong(name, "text");
    }
    return node.textValue();
  }

  String filled(String name, int most) throws InvalidBody {
    String text = text(name);
    if (text.isEmpty() || text.length() > most) {
      throw wrong(name, "text of 1 to " + most + " characters");
    }
    return text;
  }

  String oneOf(String name, Set<String> values) throws InvalidBody {
    String text = text(name);
    if (!values.contains(text)) {
      throw wrong(name, "one of " + String.join(", ", values.stream().sorted().toList()));
    }
    return text;
  }

  String matching(String name, Pattern pattern) throws InvalidBody {
    String text = text(name);
    if (!pattern.matcher(text).matches()) {
      throw wrong(name, "of the form " + pattern);
    }
    return text;
  }

  int number(String name, int least) throws InvalidBody {
    JsonNode node = present(name);
    if (!node.isInt() || node.intValue() < least) {
      throw wrong(name, "a whole number of at least " + least);
    }
    return node.intValue();
  }

  UUID id(String name) throws InvalidBody {
    try {
      return UUID.fromString(text(name));
    } catch (IllegalArgumentException e) {
      throw wrong(name, "an id");
    }
  }

  Instant instant(String name) throws InvalidBody {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw wrong(name, "an instant in UTC");
    }
  }

  LocalDate day(String name) throws InvalidBody {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeException e) {
      throw wrong(name, "a day");
    }
  }

  /** Empty for an explicit null; absent is wrong. */
  Optional<LocalDate> dayOrNull(String name) throws InvalidBody {
    return present(name).isNull() ? Optional.empty() : Optional.of(day(name));
  }

  private JsonNode present(String name) throws InvalidBody {
    JsonNode node = object.get(name);
    if (node == null) {
      throw new InvalidBody(path + name + " is missing");
    }
    return node;
  }

  private InvalidBody wrong(String name, String wanted) {
    return new InvalidBody(path + name + " is not " + wanted);
  }
}
