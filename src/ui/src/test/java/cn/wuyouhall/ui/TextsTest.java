package cn.wuyouhall.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.wuyouhall.domain.hall.Name;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.beans.binding.StringBinding;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @Test
  void aBoundTextFollowsTheLanguage() {
    Texts texts = Texts.strict();
    StringBinding seconds = texts.bound("seconds", 5);
    assertEquals("5 秒", seconds.get());
    texts.show(Texts.ENGLISH);
    assertEquals("5 s", seconds.get());
  }

  @Test
  void aMissingKeyIsLoudInTests() {
    Texts texts = Texts.strict();
    assertThrows(IllegalArgumentException.class, () -> texts.get("no.such.key"));
    assertEquals("no.such.key", Texts.of().get("no.such.key"));
  }

  @Test
  void aNameWithoutEnglishStaysChinese() {
    Texts texts = Texts.strict();
    texts.show(Texts.ENGLISH);
    assertEquals("社会事务", texts.of(new Name("社会事务", "")));
    assertEquals("Social affairs", texts.of(new Name("社会事务", "Social affairs")));
  }

  /** Both languages say everything, with the same arguments. */
  @ParameterizedTest
  @ValueSource(strings = {"common", "kiosk", "board", "clerk", "pad"})
  void bothLanguagesHaveTheSameKeysAndArguments(String bundle) {
    Assumptions.assumeTrue(
        Texts.class.getResource("/cn/wuyouhall/texts/" + bundle + "_zh_CN.properties") != null);
    Texts texts = Texts.strict(bundle);
    Set<String> english = new TreeSet<>(texts.keys(Texts.ENGLISH));
    english.removeIf(key -> key.endsWith(".one"));
    assertEquals(texts.keys(Texts.CHINESE), english);
    for (String key : english) {
      assertEquals(
          arguments(texts.in(Texts.CHINESE, key)), arguments(texts.in(Texts.ENGLISH, key)), key);
    }
  }

  private static Set<String> arguments(String text) {
    Set<String> found = new TreeSet<>();
    Pattern.compile("\\{\\d}").matcher(text).results().forEach(m -> found.add(m.group()));
    return found;
  }
}
