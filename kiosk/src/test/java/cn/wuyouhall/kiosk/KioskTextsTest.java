package cn.wuyouhall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every text of the kiosk and the board is used by a screen, and every one a screen names exists.
 */
class KioskTextsTest {
  private static final Pattern IN_FXML = Pattern.compile("\"%([a-z][A-Za-z0-9.-]*)\"");
  private static final Pattern IN_JAVA =
      Pattern.compile("\\.(?:get|count|bound)\\(\\s*\"([a-z][A-Za-z0-9.-]*)\"");

  private static final Path GUIDE = Path.of("cn", "wuyouhall", "kiosk", "guide");

  /** What the guide's desk, or everything but it, is written in. */
  private static String sources(boolean guide) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.getParent().endsWith(GUIDE) == guide) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }

  @Test
  void everyKeyThatAScreenNamesExists() throws IOException {
    assertEquals(Set.of(), missing(Texts.of("kiosk", "board"), sources(false)));
    assertEquals(Set.of(), missing(Texts.of("guide"), sources(true)));
  }

  private static Set<String> missing(Texts texts, String sources) {
    Set<String> keys = texts.keys(Texts.CHINESE);
    Set<String> missing = new TreeSet<>();
    for (Pattern pattern : List.of(IN_FXML, IN_JAVA)) {
      pattern
          .matcher(sources)
          .results()
          .map(found -> found.group(1))
          .filter(key -> !key.endsWith(".") && !keys.contains(key))
          .forEach(missing::add);
    }
    return missing;
  }

  @Test
  void everyKeyIsUsed() throws IOException {
    String sources = sources(false);
    Set<String> unused = new TreeSet<>(Texts.of("kiosk", "board").keys(Texts.CHINESE));
    unused.removeAll(Texts.of().keys(Texts.CHINESE));
    unused.removeIf(key ->
        sources.contains("\"" + key + "\"")
            || sources.contains("\"%" + key + "\"")
            || putTogether(key));
    assertEquals(Set.of(), unused);
  }

  /** Keys made of a fixed part and the name of a value. */
  private static boolean putTogether(String key) {
    return key.startsWith("trouble.") && key.split("\\.").length == 3
        || key.startsWith("weekday.")
        || key.equals("search.empty.how")
        || key.equals("search.none.how");
  }
}
