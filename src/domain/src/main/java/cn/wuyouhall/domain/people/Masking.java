package cn.wuyouhall.domain.people;

import java.util.regex.Pattern;

/**
 * Personal data made fit to be seen. Names keep their first and last character (张*, 张*三, 欧**娜), in
 * Latin letters the first of each word (J*** S****), numbers their end. Characters are counted as
 * people see them, so rare ones outside the basic plane are one each.
 */
public final class Masking {
  private static final String STAR = "*";

  /** With its accents; a name in these has no single characters that could be shown alone. */
  private static final Pattern LATIN =
      Pattern.compile("[\\u0020-\\u024F]*[A-Za-z\\u00C0-\\u024F][\\u0020-\\u024F]*");

  private static final Pattern FIRST_LETTER_KEPT = Pattern.compile("(?<=\\S)\\S");

  private Masking() {}

  /**
   * A natural person's name: all but the first and the last character hidden; of two, the second.
   */
  public static String name(String name) {
    if (LATIN.matcher(name).matches()) {
      return FIRST_LETTER_KEPT.matcher(name.strip()).replaceAll(STAR);
    }
    int[] characters = name.strip().codePoints().toArray();
    int length = characters.length;
    if (length < 2) {
      return STAR.repeat(length);
    }
    String first = Character.toString(characters[0]);
    return length == 2
        ? first + STAR
        : first + STAR.repeat(length - 2) + Character.toString(characters[length - 1]);
  }

  /** A person's name masked; an organisation's is public and stays. */
  public static String name(Person person) {
    return person.organisation() ? person.name() : name(person.name());
  }

  /**
   * A document number on anything public: the last four characters only; a short one not at all.
   */
  public static String number(String number) {
    return hidden(number, 0, 4);
  }

  /**
   * A document number before a clerk or guide, who must compare it with a card: the first six and
   * the last four.
   */
  public static String numberAtDesk(String number) {
    return number.length() < 15 ? number(number) : hidden(number, 6, 4);
  }

  /** A phone number: 138****1234; a landline keeps its last four digits. */
  public static String phone(String phone) {
    return phone.matches("1\\d{10}") ? hidden(phone, 3, 4) : hidden(phone, 0, 4);
  }

  private static String hidden(String text, int head, int tail) {
    int hidden = text.length() - head - tail;
    return hidden < 4
        ? STAR.repeat(text.length())
        : text.substring(0, head) + STAR.repeat(hidden) + text.substring(text.length() - tail);
  }
}
