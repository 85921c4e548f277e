package cn.wuyouhall.packaging.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the class files no longer show: what sources say, and what they leave for later. */
class SourcesTest {
  private static final Map<String, Pattern> NOT_IN_MAIN =
      Map.of(
          "work left for later", Pattern.compile("\\b(TODO|FIXME|XXX)\\b"),
          "a method that is not there", Pattern.compile("\\bnew UnsupportedOperationException\\b"),
          "an error written past the log", Pattern.compile("\\.printStackTrace\\("));

  private static final Map<String, Pattern> NOT_IN_TESTS =
      Map.of(
          "a wait for a guessed time instead of a condition",
          Pattern.compile("\\bThread\\.sleep\\("),
          "a test that does not run",
          Pattern.compile("@Disabled\\b"));

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("public .*\\b(class|interface|enum|record|@interface) .*");

  private static List<String> findings(Iterable<Source> sources, Map<String, Pattern> forbidden) {
    var found = new ArrayList<String>();
    for (var source : sources) {
      forbidden.forEach((what, pattern) -> {
        if (pattern.matcher(source.text()).find()) {
          found.add(source.path() + ": " + what);
        }
      });
    }
    return found;
  }

  /** Whether the first public type has a comment right above it or above its annotations. */
  private static boolean isDocumented(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (PUBLIC_TYPE.matcher(lines.get(i)).matches()) {
        int above = i - 1;
        while (above > 0 && lines.get(above).matches("[@)}\\s].*(?<!\\*/)")) {
          above--;
        }
        return lines.get(above).endsWith("*/");
      }
    }
    return true;
  }

  @Test
  void theSourcesAreFound() {
    assertFalse(Source.main(".java").isEmpty());
  }

  @Test
  void mainCodeIsFinished() {
    assertEquals(List.of(), findings(Source.main(".java"), NOT_IN_MAIN));
  }

  @Test
  void testsNeitherSleepNorStandAside() {
    var tests =
        Source.tests(".java").stream()
            .filter(source -> !source.path().endsWith("SourcesTest.java"))
            .toList();
    assertEquals(List.of(), findings(tests, NOT_IN_TESTS));
  }

  @Test
  void everyPublicTypeSaysWhatItIs() {
    var silent = new ArrayList<String>();
    for (var source : Source.main(".java")) {
      var name = source.path().substring(source.path().lastIndexOf('/') + 1);
      if (!name.equals("package-info.java") && !isDocumented(source.text().lines().toList())) {
        silent.add(source.path());
      }
    }
    assertEquals(List.of(), silent);
  }

  @Test
  void everyPackageSaysWhatItIs() {
    var silent = new ArrayList<String>();
    var sources = Source.main(".java");
    var documented =
        sources.stream()
            .filter(source -> source.path().endsWith("/package-info.java"))
            .map(Source::folder)
            .toList();
    sources.stream()
        .map(Source::folder)
        .distinct()
        .filter(folder -> !documented.contains(folder))
        .forEach(silent::add);
    assertEquals(List.of(), silent);
  }
}
