package cn.wuyouhall.virtual;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of one command, and the device that a last word {@code @NAME} picks. */
final class Words {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final List<String> words;
  private final String rest;
  private final String device;

  /** A refusal in words. */
  static final class Refused extends Exception {
    Refused(String why) {
      super(why);
    }
  }

  Words(String line) {
    String text = line.strip();
    int at = text.lastIndexOf(" @");
    boolean names = at > 0 && text.indexOf(' ', at + 1) < 0;
    device = names ? text.substring(at + 2) : "";
    text = names ? text.substring(0, at).strip() : text;
    words = Arrays.asList(text.split("\\s+"));
    int blank = text.indexOf(' ');
    rest = blank < 0 ? "" : text.substring(blank + 1).strip();
  }

  /** The device's name, empty for the first of its kind. */
  String device() {
    return device;
  }

  /** All behind the first word, as it was written. */
  String rest() {
    return rest;
  }

  /** A word, empty where there is none. */
  String get(int i) {
    return i < words.size() ? words.get(i) : "";
  }

  int number(int i, int otherwise) throws Refused {
    if (i >= words.size()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(words.get(i));
    } catch (NumberFormatException e) {
      throw new Refused("not a number: " + words.get(i));
    }
  }

  /** How long an awaiting command may wait. */
  Duration wait(int i) throws Refused {
    Duration asked = Duration.ofMillis(number(i, 10_000));
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  <E extends Enum<E>> E oneOf(int i, Class<E> type) throws Refused {
    List<E> values = List.of(type.getEnumConstants());
    return values.stream()
        .filter(value -> word(value).equals(get(i)))
        .findFirst()
        .orElseThrow(() ->
            new Refused("one of " + String.join(", ", values.stream().map(Words::word).toList())));
  }

  /** A value as commands and answers write it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Refuses when what was awaited did not come. */
  static void awaited(boolean came, String otherwise) throws Refused {
    if (!came) {
      throw new Refused("in time it did not come to that: " + otherwise);
    }
  }
}
