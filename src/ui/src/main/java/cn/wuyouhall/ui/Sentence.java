package cn.wuyouhall.ui;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;

/** What a screen has to say now; it follows the language, as everything else does. FX thread. */
public final class Sentence {
  private final Texts texts;
  private final ObjectProperty<Supplier<String>> said =
      new SimpleObjectProperty<>(this, "said", Sentence::nothing);
  private final StringBinding words;

  /** Nothing to say yet. */
  public Sentence(Texts texts) {
    this.texts = texts;
    this.words = Bindings.createStringBinding(() -> said.get().get(), said, texts.localeProperty());
  }

  /** Says the text under this key. */
  public void say(String key, Object... arguments) {
    say(() -> texts.get(key, arguments));
  }

  /** Says what this gives in the language shown. */
  public void say(Supplier<String> sentence) {
    said.set(sentence);
  }

  /** Says that something failed that nobody expected, under {@code sentence.failure}. */
  public void failed(Failure failure) {
    say("sentence.failure", failure.code());
  }

  /** Says nothing any more. */
  public void clear() {
    said.set(Sentence::nothing);
  }

  private static String nothing() {
    return "";
  }

  /** The words; blank for nothing. */
  public ObservableStringValue words() {
    return words;
  }
}
