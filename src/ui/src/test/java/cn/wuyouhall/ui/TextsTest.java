package cn.wuyouhall.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.hall.Name;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.beans.binding.StringBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @Test
  void aBoundTextFollowsTheLanguage() {
    Texts texts = Texts.strict();
    StringBinding code = texts.bound("failure.code", "62F3");
    assertEquals(texts.in(Texts.CHINESE, "failure.code", "62F3"), code.get());
    assertTrue(code.get().matches("\\P{ASCII}.*62F3"), code.get());
    texts.show(Texts.ENGLISH);
    assertEquals("Error code 62F3", code.get());
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
  @ValueSource(strings = {"common", "kiosk", "board", "clerk", "guide", "cli", "codes", "sandbox"})
  void bothLanguagesHaveTheSameKeysAndArguments(String bundle) {
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
