package cn.wuyouhall.station.data;

import cn.wuyouhall.domain.catalogue.Catalogue;
import cn.wuyouhall.domain.catalogue.Catalogue.Department;
import cn.wuyouhall.domain.catalogue.Catalogue.Errand;
import cn.wuyouhall.domain.catalogue.Catalogue.Scene;
import cn.wuyouhall.domain.catalogue.Catalogue.SubCentre;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.catalogue.TimeLimit;
import cn.wuyouhall.domain.hall.Name;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The catalogue as JSON, in the shape the platform publishes and the sample data has. */
public final class CatalogueFile {
  private CatalogueFile() {}

  /**
   * The sample catalogue that ships with the product: the real hall's counts, invented and written
   * items.
   */
  public static Catalogue sample() {
    try (InputStream in =
        CatalogueFile.class.getResourceAsStream("/cn/wuyouhall/sample/catalogue.json")) {
      return read(in);
    } catch (IOException fault) {
      throw new UncheckedIOException("the sample catalogue cannot be read", fault);
    }
  }

  /**
   * Reads a catalogue.
   *
   * @throws IOException when it is not JSON
   * @throws IllegalArgumentException when an item, department or scene refers to something that is
   *     not in it
   */
  public static Catalogue read(InputStream in) throws IOException {
    JsonNode root = JsonMapper.builder().build().readTree(in);
    Catalogue catalogue =
        new Catalogue(
            root.path("version").asInt(),
            LocalDate.parse(root.path("published").asText()),
            list(root.path("subCentres"), n -> new SubCentre(n.path("id").asText(), name(n))),
            list(
                root.path("departments"),
                n ->
                    new Department(
                        n.path("id").asText(),
                        name(n),
                        n.path("uscc").asText(),
                        n.path("subCentre").asText())),
            list(root.path("items"), CatalogueFile::item),
            list(
                root.path("scenes"),
                n ->
                    new Scene(
                        n.path("id").asText(),
                        name(n),
                        n.path("kind").asText().equals("enterprise"),
                        texts(n.path("items")))),
            list(
                root.path("errands"),
                n -> new Errand(n.path("id").asText(), name(n), texts(n.path("items")))));
    check(catalogue);
    return catalogue;
  }

  private static void check(Catalogue catalogue) {
    for (Item item : catalogue.items()) {
      if (catalogue.department(item.department()).isEmpty()) {
        throw new IllegalArgumentException("item " + item.code() + " names an unknown department");
      }
    }
    for (Scene scene : catalogue.scenes()) {
      requireItems(catalogue, scene.id(), scene.items());
    }
    for (Errand errand : catalogue.errands()) {
      requireItems(catalogue, errand.id(), errand.items());
    }
  }

  private static void requireItems(Catalogue catalogue, String from, List<String> codes) {
    for (String code : codes) {
      if (catalogue.item(code).isEmpty()) {
        throw new IllegalArgumentException(from + " names the unknown item " + code);
      }
    }
  }

  private static Item item(JsonNode n) {
    List<String> applicants = texts(n.path("applicants"));
    return new Item(
        n.path("code").asText(),
        n.path("implementationCode").asText(),
        n.path("basicCode").asText(),
        name(n),
        n.path("type").asText(),
        n.path("department").asText(),
        n.path("subCentre").asText(),
        n.path("comprehensive").asBoolean(),
        n.path("mobile").asBoolean(),
        n.path("authorised").asBoolean(),
        n.path("towns").asBoolean(),
        texts(n.path("words")),
        applicants.contains("person"),
        applicants.contains("enterprise"),
        limit(n.path("legalLimit")),
        limit(n.path("promisedLimit")),
        n.path("immediate").asBoolean(),
        text(n, "fee"),
        texts(n.path("conditions")),
        texts(n.path("process")),
        texts(n.path("basis")),
        list(n.path("materials"), CatalogueFile::material),
        list(
            n.path("situations"),
            s ->
                new Item.Situation(
                    s.path("flag").asText(),
                    new Name(s.path("question").asText(), text(s, "questionEn")))),
        text(n, "result"));
  }

  private static Material material(JsonNode n) {
    return new Material(
        n.path("id").asText(),
        n.path("name").asText(),
        n.path("required").asBoolean(),
        text(n, "when"),
        n.path("main").asBoolean(),
        n.path("originals").asInt(),
        n.path("copies").asInt(),
        n.path("electronic").asBoolean(),
        n.path("deferrable").asBoolean(),
        n.path("deferDays").asInt(),
        n.path("commitment").asBoolean(),
        text(n, "issuer"),
        text(n, "note"));
  }

  private static TimeLimit limit(JsonNode n) {
    return new TimeLimit(
        n.path("value").asInt(),
        TimeLimit.Unit.valueOf(
            n.path("unit").asText("working-day").replace('-', '_').toUpperCase(Locale.ROOT)));
  }

  private static Name name(JsonNode n) {
    return new Name(n.path("name").asText(), text(n, "nameEn"));
  }

  private static String text(JsonNode n, String field) {
    return n.path(field).isTextual() ? n.path(field).asText() : "";
  }

  private static List<String> texts(JsonNode array) {
    return list(array, JsonNode::asText);
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    List<T> all = new ArrayList<>();
    array.forEach(node -> all.add(reader.apply(node)));
    return all;
  }
}
