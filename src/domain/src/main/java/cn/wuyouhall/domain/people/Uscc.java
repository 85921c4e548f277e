package cn.wuyouhall.domain.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unified social credit code of organisations (统一社会信用代码, GB 32100): 18 characters without I, O,
 * S, V, Z, the last one a check. Live catalogues carry departments whose code does not fit its
 * check: there a fault is a warning; what a person types is refused.
 */
public final class Uscc {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;

  /** Department of registration, kind, six digits of region, nine of the organisation, check. */
  private static final Pattern SHAPE =
      Pattern.compile("[1-9ANY][0-9A-HJ-NPQRTUWXY]\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");

  private static final Pattern RUN = Pattern.compile("[0-9A-Za-z]{18,}");

  private Uscc() {}

  /** What is wrong with a code. */
  public enum Fault {
    /** Not 18 characters. */
    LENGTH,
    /** A character the code does not use (I, O, S, V, Z or none at all). */
    CHARACTER,
    /** The last character does not fit the others: mistyped. */
    CHECK
  }

  /**
   * What is wrong with a code as typed (small letters, full width and spaces are forgiven); empty
   * when nothing is.
   */
  public static Optional<Fault> fault(String typed) {
    String code = tidy(typed);
    if (code.length() != LENGTH) {
      return Optional.of(Fault.LENGTH);
    }
    if (!code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
      return Optional.of(Fault.CHARACTER);
    }
    return checkCharacter(code.substring(0, LENGTH - 1)) == code.charAt(LENGTH - 1)
        ? Optional.empty()
        : Optional.of(Fault.CHECK);
  }

  /** The code as it is stored: upper case, narrow, without spaces. It may still be faulty. */
  public static String tidy(String typed) {
    return IdentityNumber.tidy(typed);
  }

  /**
   * The check character of the first 17.
   *
   * @throws IllegalArgumentException when they are not 17 characters of the code's alphabet
   */
  public static char checkCharacter(String first17) {
    if (first17.length() != LENGTH - 1) {
      throw new IllegalArgumentException("17 characters are needed");
    }
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < first17.length(); i++) {
      int value = ALPHABET.indexOf(first17.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("not a character of the code");
      }
      sum += value * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  /**
   * The first code in a text, as on a business licence's QR code, which may hold a web address, a
   * vendor's token or the code alone. Only what fits its check counts. A run of exactly 18 letters
   * and digits goes before a part of a longer one. The text is only read: no address in it is ever
   * opened.
   */
  public static Optional<String> findIn(String text) {
    Optional<String> inside = Optional.empty();
    Matcher runs = RUN.matcher(text);
    while (runs.find()) {
      String run = runs.group().toUpperCase(Locale.ROOT);
      if (run.length() == LENGTH && isCode(run)) {
        return Optional.of(run);
      }
      for (int i = 0; inside.isEmpty() && i + LENGTH <= run.length(); i++) {
        String part = run.substring(i, i + LENGTH);
        inside = isCode(part) ? Optional.of(part) : Optional.empty();
      }
    }
    return inside;
  }

  private static boolean isCode(String text) {
    return SHAPE.matcher(text).matches() && fault(text).isEmpty();
  }
}
