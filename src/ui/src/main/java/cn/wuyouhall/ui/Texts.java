package cn.wuyouhall.ui;

import cn.wuyouhall.domain.hall.Name;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of the screens, in Chinese and English, switchable while the program runs. Reads {@code
 * cn/wuyouhall/texts/NAME_zh_CN.properties} and {@code NAME_en.properties} (UTF-8); a later bundle
 * wins over an earlier one. Reading is safe from any thread; {@link #show} belongs to the FX
 * thread.
 *
 * <p>{@code {0}}, {@code {1}} … stand for arguments, written as they are: quotes need no doubling
 * and numbers get no thousands mark. {@link #count} takes the text under {@code KEY.one} for one of
 * something, where the language has it.
 */
public final class Texts {
  /** Chinese as shown in the hall. */
  public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  /** English. */
  public static final Locale ENGLISH = Locale.ENGLISH;

  private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

  private final Map<Locale, Map<String, String>> words = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<Locale> locale;
  private Consumer<String> missing = key -> LOG.error("text missing: {}", key);

  private Texts(Locale first, List<String> bundles) {
    words.put(CHINESE, read("zh_CN", bundles));
    words.put(ENGLISH, read("en", bundles));
    locale = new ReadOnlyObjectWrapper<>(this, "locale", first);
  }

  /**
   * Texts of {@code common} and these bundles, in Chinese at first. A missing key is logged and
   * shown as itself.
   */
  public static Texts of(String... bundles) {
    List<String> all = new ArrayList<>(List.of("common"));
    all.addAll(List.of(bundles));
    return new Texts(CHINESE, all);
  }

  /** The same, but a missing key throws {@link IllegalArgumentException}: for tests. */
  public static Texts strict(String... bundles) {
    Texts texts = of(bundles);
    texts.missing =
        key -> {
          throw new IllegalArgumentException("text missing: " + key);
        };
    return texts;
  }

  private static Map<String, String> read(String language, List<String> bundles) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String bundle : bundles) {
      String path = "/cn/wuyouhall/texts/" + bundle + "_" + language + ".properties";
      try (InputStream in = Texts.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IllegalArgumentException("no texts at " + path);
        }
        java.util.Properties properties = new java.util.Properties();
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        properties.forEach((key, text) -> all.put((String) key, (String) text));
      } catch (IOException e) {
        throw new UncheckedIOException(path, e);
      }
    }
    return all;
  }

  /** The language now shown; either {@link #CHINESE} or {@link #ENGLISH}. */
  public ReadOnlyObjectProperty<Locale> localeProperty() {
    return locale.getReadOnlyProperty();
  }

  /** The language now shown. */
  public Locale locale() {
    return locale.get();
  }

  /** Switches every bound text to Chinese or English. FX thread. */
  public void show(Locale language) {
    locale.set(isChinese(language) ? CHINESE : ENGLISH);
  }

  /** Whether Chinese is shown. */
  public boolean isChinese() {
    return isChinese(locale());
  }

  private static boolean isChinese(Locale language) {
    return CHINESE.getLanguage().equals(language.getLanguage());
  }

  /** The text under {@code key} in the language now shown, with its arguments filled in. */
  public String get(String key, Object... arguments) {
    return in(locale(), key, arguments);
  }

  /** The text under {@code key} in a certain language. */
  public String in(Locale language, String key, Object... arguments) {
    Optional<String> text = find(language, key);
    if (text.isEmpty()) {
      missing.accept(key);
      return key;
    }
    return fill(text.get(), arguments);
  }

  /** The text for {@code n} things: {@code KEY.one} for one where there is such a text. */
  public String count(String key, long n) {
    return n == 1 && find(locale(), key + ".one").isPresent() ? get(key + ".one", n) : get(key, n);
  }

  /** The name in the language now shown. */
  public String of(Name name) {
    return name.in(locale());
  }

  /** Whether there is a text under {@code key} in the language now shown. */
  public boolean has(String key) {
    return find(locale(), key).isPresent();
  }

  /** A text that follows the language; arguments stay as they are. FX thread. */
  public StringBinding bound(String key, Object... arguments) {
    return Bindings.createStringBinding(() -> get(key, arguments), locale);
  }

  /** All keys of a language, sorted. */
  public Set<String> keys(Locale language) {
    return new TreeSet<>(words.get(isChinese(language) ? CHINESE : ENGLISH).keySet());
  }

  private Optional<String> find(Locale language, String key) {
    return Optional.ofNullable(words.get(isChinese(language) ? CHINESE : ENGLISH).get(key));
  }

  private static String fill(String text, Object... arguments) {
    if (arguments.length == 0) {
      return text;
    }
    Matcher matcher = ARGUMENT.matcher(text);
    return matcher.replaceAll(found -> {
      int index = Integer.parseInt(found.group(1));
      String value = index < arguments.length ? String.valueOf(arguments[index]) : found.group();
      return Matcher.quoteReplacement(value);
    });
  }
}
