package cn.wuyouhall.domain.hall;

import java.util.Locale;

/**
 * A name or sentence in the hall's two languages.
 *
 * @param zh Chinese, never blank
 * @param en English; blank when there is none, and the Chinese is shown instead
 */
public record Name(String zh, String en) {
  /** The name in the language of {@code locale}. */
  public String in(Locale locale) {
    return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) || en.isBlank() ? zh : en;
  }
}
