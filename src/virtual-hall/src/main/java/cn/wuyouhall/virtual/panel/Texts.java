package cn.wuyouhall.virtual.panel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The panel's texts in one language. */
record Texts(ResourceBundle bundle) {
  /** English for an English locale, else Chinese. */
  static Texts in(Locale locale) {
    Locale known = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    return new Texts(
        ResourceBundle.getBundle(
            "cn.wuyouhall.virtual.texts.panel",
            known,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /** The text of that key, with its blanks filled. */
  String get(String key, Object... blanks) {
    String text = bundle.getString(key);
    return blanks.length == 0
        ? text.replace("''", "'")
        : new MessageFormat(text, bundle.getLocale()).format(blanks);
  }
}
