package cn.wuyouhall.packaging.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The words of the screens: both languages say the same things, nothing on a screen lacks its words
 * and no words wait for a screen that is gone.
 *
 * <p>A key counts as used when it stands in a source as a string, or in a view as {@code %key}. A
 * key put together at run time counts when a string ending in a dot is its beginning, as in {@code
 * "ticket.state." + state}, or when a string that begins with a dot is its end, as in {@code key +
 * ".how"}; {@code .one} beside a used key is its singular.
 */
class TextsTest {
  private static final String FOLDER = "/texts/";
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final Pattern VIEW_KEY = Pattern.compile("\"%([^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9-]*(\\.[A-Za-z0-9_-]+)+");
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}|%[\\d$.,]*[sdn]");

  /** Words of the command line, which picocli finds by the command's name. */
  private static final Pattern FOUND_BY_PICOCLI = Pattern.compile("hall(\\..+)?");

  private final Map<String, Map<String, String>> bundles = bundles();

  private static Map<String, Map<String, String>> bundles() {
    var bundles = new TreeMap<String, Map<String, String>>();
    for (var source : Source.main(".properties")) {
      if (source.path().contains(FOLDER)) {
        var properties = new Properties();
        try {
          properties.load(new StringReader(source.text()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        var words = new TreeMap<String, String>();
        properties.forEach((key, text) -> words.put((String) key, (String) text));
        var name = source.path().substring(source.path().lastIndexOf('/') + 1);
        bundles.put(name.substring(0, name.length() - ".properties".length()), words);
      }
    }
    return bundles;
  }

  private Set<String> keys() {
    return bundles.values().stream()
        .flatMap(words -> words.keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> literals() {
    var literals = new TreeSet<String>();
    for (var source : Source.main(".java")) {
      LITERAL.matcher(source.text()).results().forEach(hit -> literals.add(hit.group(1)));
    }
    return literals;
  }

  private static Map<String, String> keysInViews() {
    var keys = new TreeMap<String, String>();
    for (var view : Source.main(".fxml")) {
      VIEW_KEY.matcher(view.text()).results().forEach(hit -> keys.put(hit.group(1), view.path()));
    }
    return keys;
  }

  @Test
  void theTextsAreFound() {
    assertFalse(keys().isEmpty());
  }

  @Test
  void bothLanguagesHaveTheSameKeys() {
    var missing = new ArrayList<String>();
    bundles.forEach((bundle, words) -> {
      var name = bundle.replaceFirst("_(zh_CN|en)$", "");
      for (var language : List.of("_zh_CN", "_en")) {
        var other = bundles.getOrDefault(name + language, Map.of());
        for (var key : words.keySet()) {
          // Chinese has one form for one and many.
          if (!other.containsKey(key) && !key.endsWith(".one")) {
            missing.add(name + language + ": " + key);
          }
        }
      }
    });
    assertEquals(List.of(), missing);
  }

  @Test
  void bothLanguagesTakeTheSameArguments() {
    var differing = new ArrayList<String>();
    bundles.forEach((bundle, words) -> {
      if (bundle.endsWith("_en")) {
        var chinese = bundles.getOrDefault(bundle.replaceFirst("_en$", "_zh_CN"), Map.of());
        words.forEach((key, text) -> {
          if (chinese.containsKey(key) && !arguments(text).equals(arguments(chinese.get(key)))) {
            differing.add(bundle + ": " + key);
          }
        });
      }
    });
    assertEquals(List.of(), differing);
  }

  private static Set<String> arguments(String text) {
    return ARGUMENT
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void noWordsAreEmpty() {
    var empty = new ArrayList<String>();
    bundles.forEach((bundle, words) ->
        words.forEach((key, text) -> {
          if (text.isBlank()) {
            empty.add(bundle + ": " + key);
          }
        }));
    assertEquals(List.of(), empty);
  }

  @Test
  void everyKeyInAViewHasItsWords() {
    var missing = new TreeMap<>(keysInViews());
    missing.keySet().removeAll(keys());
    assertEquals(Map.of(), missing);
  }

  /** A string that looks like a key and begins as one of ours is meant as one of ours. */
  @Test
  void everyKeyInASourceHasItsWords() {
    var keys = keys();
    var beginnings =
        keys.stream()
            .filter(key -> key.chars().filter(c -> c == '.').count() >= 2)
            .map(key -> key.substring(0, key.indexOf('.', key.indexOf('.') + 1) + 1))
            .collect(Collectors.toSet());
    var missing =
        literals().stream()
            .filter(literal -> KEY.matcher(literal).matches())
            .filter(literal -> beginnings.stream().anyMatch(literal::startsWith))
            .filter(literal -> !keys.contains(literal))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyKeyIsUsed() {
    var used = literals();
    used.addAll(keysInViews().keySet());
    var beginnings = literalsThat(used, "[a-z].*\\.");
    var ends = literalsThat(used, "\\.[a-z-]+");
    ends.add(".one");
    var unused =
        keys().stream()
            .filter(key -> !FOUND_BY_PICOCLI.matcher(key).matches())
            .filter(key -> !used.contains(key))
            .filter(key -> ends.stream().noneMatch(end -> isMadeOf(used, key, end)))
            .filter(key -> beginnings.stream().noneMatch(key::startsWith))
            .toList();
    assertEquals(List.of(), unused);
  }

  private static Set<String> literalsThat(Set<String> literals, String match) {
    return literals.stream()
        .filter(literal -> literal.matches(match))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isMadeOf(Set<String> used, String key, String end) {
    return key.endsWith(end) && used.contains(key.substring(0, key.length() - end.length()));
  }
}
