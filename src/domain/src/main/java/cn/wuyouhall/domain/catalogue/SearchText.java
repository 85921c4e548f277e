package cn.wuyouhall.domain.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A text made ready to be searched: its letters, digits and Chinese characters without whatever
 * stands between them, each character with all its readings. Readings are matched per character and
 * never multiplied out, so a long name full of ambiguous characters costs no more than any other.
 * Immutable.
 */
final class SearchText {
  private static final String[] NONE = {};

  private final String shown;
  private final char[] chars;
  private final String[][] readings;
  private final int[] places;
  private final SearchSieve sieve;

  private SearchText(String shown, char[] chars, String[][] readings, int[] places) {
    this.shown = shown;
    this.chars = chars;
    this.readings = readings;
    this.places = places;
    this.sieve = new SearchSieve(chars, readings);
  }

  /** Prepares texts, looking each character up once. Any thread. */
  static final class Reader {
    private final Pinyin pinyin;
    private final Map<Character, String[]> known = new ConcurrentHashMap<>();

    Reader(Pinyin pinyin) {
      this.pinyin = pinyin;
    }

    SearchText read(String text) {
      char[] chars = new char[text.length()];
      int[] places = new int[text.length()];
      int length = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = folded(text.charAt(i));
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
          chars[length] = c;
          places[length++] = i;
        }
      }
      String[][] readings = new String[length][];
      for (int i = 0; i < length; i++) {
        readings[i] = known.computeIfAbsent(chars[i], this::look);
      }
      return new SearchText(
          text, Arrays.copyOf(chars, length), readings, Arrays.copyOf(places, length));
    }

    private String[] look(char c) {
      return c < 0x80 ? NONE : pinyin.readings(c).toArray(String[]::new);
    }
  }

  /** How a part of a query was found in a text; the better ways first. */
  enum Way {
    /** The characters themselves. */
    LITERAL,
    /** Whole syllables (shenfenzheng), alone or mixed with characters. */
    SYLLABLES,
    /** Initials (sfz), alone or mixed with syllables. */
    INITIALS,
    /** Other characters of the same sound. */
    SOUND,
    /** The characters or initials in order, with others between them (社保登记 in 社会保险登记). */
    SCATTERED
  }

  /**
   * A place where a part of a query was found.
   *
   * @param way how
   * @param from index of its first character among the searchable ones
   * @param until index after its last
   * @param slips characters matched by sound only, or characters passed over
   */
  record Found(Way way, int from, int until, int slips) {}

  String shown() {
    return shown;
  }

  int length() {
    return chars.length;
  }

  /** Whether it holds Latin letters only. */
  boolean isOfLetters() {
    for (char c : chars) {
      if (!isLetter(c)) {
        return false;
      }
    }
    return true;
  }

  /** The searchable character at a place, as a key. */
  String letter(int i) {
    return String.valueOf(chars[i]);
  }

  /**
   * The sounds of two neighbouring characters, every reading with every other; none where either
   * has none.
   */
  List<String> soundsOfPair(int i) {
    List<String> sounds = new ArrayList<>();
    for (String first : readings[i]) {
      for (String second : readings[i + 1]) {
        sounds.add(first + " " + second);
      }
    }
    return sounds;
  }

  /** Where the searchable characters {@code from} to {@code until} stand in the text as shown. */
  ItemSearch.Span span(int from, int until) {
    return new ItemSearch.Span(places[from], places[until - 1] + 1);
  }

  /** Where what was found of {@code part} stands in the text as shown. */
  List<ItemSearch.Span> spans(Found found, SearchText part) {
    if (found.way() != Way.SCATTERED) {
      return List.of(span(found.from(), found.until()));
    }
    List<ItemSearch.Span> spans = new ArrayList<>();
    int q = 0;
    for (int i = found.from(); i < found.until() && q < part.chars.length; i++) {
      if (oneOf(i, part, q)) {
        spans.add(span(i, i + 1));
        q++;
      }
    }
    return spans;
  }

  /** The best place at which all of {@code part} is found without gaps. */
  Optional<Found> find(SearchText part) {
    if (part.chars.length == 0 || !sieve.mayHold(part.chars, part.readings)) {
      return Optional.empty();
    }
    Found best = null;
    int[] now = new int[part.chars.length + 1];
    int[] next = new int[part.chars.length + 1];
    for (int from = 0; from < chars.length; from++) {
      if (starts(from, part)) {
        Found found = findAt(from, part, now, next);
        if (found != null && (best == null || better(found, best))) {
          best = found;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** How many letters of {@code part}, from its first on, are found without gaps somewhere. */
  int longestStart(SearchText part) {
    if (!sieve.mayHold(part.chars, part.readings)) {
      return 0;
    }
    int longest = 0;
    int[] now = new int[part.chars.length + 1];
    int[] next = new int[part.chars.length + 1];
    for (int from = 0; from < chars.length; from++) {
      if (!starts(from, part)) {
        continue;
      }
      Arrays.fill(now, Integer.MAX_VALUE);
      now[0] = 0;
      for (int i = from; i < chars.length && advance(i, part, now, next); i++) {
        for (int q = part.chars.length; q > longest; q--) {
          longest = now[q] == Integer.MAX_VALUE ? longest : q;
        }
      }
    }
    return longest;
  }

  /**
   * The most compact place at which the characters of {@code part} stand in order with others
   * between them; letters stand for initials. Only for parts of two characters or three letters and
   * more.
   */
  Optional<Found> findScattered(SearchText part) {
    if (!sieve.mayHoldScattered(part.chars)) {
      return Optional.empty();
    }
    Found best = null;
    for (int from = 0; from + part.chars.length <= chars.length; from++) {
      if (!oneOf(from, part, 0)) {
        continue;
      }
      int q = 1;
      int i = from + 1;
      for (; i < chars.length && q < part.chars.length; i++) {
        if (oneOf(i, part, q)) {
          q++;
        }
      }
      if (q < part.chars.length) {
        break;
      }
      Found found = new Found(Way.SCATTERED, from, i, i - from - q);
      if (best == null || found.slips() < best.slips()) {
        best = found;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean starts(int i, SearchText part) {
    char q = part.chars[0];
    if (chars[i] == q) {
      return true;
    }
    if (isLetter(q)) {
      for (String reading : readings[i]) {
        if (reading.charAt(0) == q) {
          return true;
        }
      }
      return false;
    }
    return sameSound(readings[i], part.readings[0]);
  }

  private boolean oneOf(int i, SearchText part, int q) {
    if (chars[i] == part.chars[q]) {
      return true;
    }
    if (isLetter(part.chars[q])) {
      for (String reading : readings[i]) {
        if (reading.charAt(0) == part.chars[q]) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Walks the text from one place, keeping for every prefix of the part the cheapest way to have
   * matched it. The cost holds three counts: characters matched by sound, by initial, by syllable.
   */
  private Found findAt(int from, SearchText part, int[] now, int[] next) {
    int whole = part.chars.length;
    Arrays.fill(now, Integer.MAX_VALUE);
    now[0] = 0;
    Found best = null;
    int bestCost = Integer.MAX_VALUE;
    for (int i = from; i < chars.length && advance(i, part, now, next); i++) {
      if (now[whole] < bestCost) {
        bestCost = now[whole];
        best = new Found(way(bestCost), from, i + 1, bestCost >> 20);
      }
    }
    return best;
  }

  /** One character of the text further; false when no prefix of the part goes on there. */
  private boolean advance(int i, SearchText part, int[] now, int[] next) {
    Arrays.fill(next, Integer.MAX_VALUE);
    boolean alive = false;
    for (int q = 0; q < part.chars.length; q++) {
      if (now[q] != Integer.MAX_VALUE) {
        alive |= step(i, part, q, now[q], next);
      }
    }
    System.arraycopy(next, 0, now, 0, now.length);
    return alive;
  }

  private boolean step(int i, SearchText part, int q, int cost, int[] next) {
    char wanted = part.chars[q];
    boolean moved = false;
    if (chars[i] == wanted) {
      moved = put(next, q + 1, cost);
    } else if (isLetter(wanted)) {
      for (String reading : readings[i]) {
        if (reading.charAt(0) != wanted) {
          continue;
        }
        int same = common(reading, part.chars, q);
        boolean typed = same == reading.length() || (same > 1 && q + same == part.chars.length);
        if (typed) {
          moved |= put(next, q + same, cost + 1);
        }
        moved |= put(next, q + 1, cost + (1 << 10));
        if (same >= 2 && reading.charAt(1) == 'h') {
          moved |= put(next, q + 2, cost + (1 << 10));
        }
      }
    } else if (sameSound(readings[i], part.readings[q])) {
      moved = put(next, q + 1, cost + (1 << 20));
    }
    return moved;
  }

  private static boolean put(int[] next, int q, int cost) {
    next[q] = Math.min(next[q], cost);
    return true;
  }

  private static Way way(int cost) {
    if (cost >> 20 > 0) {
      return Way.SOUND;
    }
    if ((cost >> 10 & 0x3ff) > 0) {
      return Way.INITIALS;
    }
    return cost > 0 ? Way.SYLLABLES : Way.LITERAL;
  }

  private static boolean better(Found one, Found other) {
    int ways = one.way().compareTo(other.way());
    return ways != 0 ? ways < 0 : one.slips() < other.slips();
  }

  private static int common(String reading, char[] typed, int q) {
    int n = 0;
    while (n < reading.length() && q + n < typed.length && reading.charAt(n) == typed[q + n]) {
      n++;
    }
    return n;
  }

  private static boolean sameSound(String[] some, String[] others) {
    for (String one : some) {
      for (String other : others) {
        if (one.equals(other)) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static char folded(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      c = (char) (c - 0xFEE0);
    }
    return Character.toLowerCase(c);
  }

  /** Splits a query at everything that is neither letter nor digit. */
  static List<String> words(String query) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < query.length(); i++) {
      char c = folded(query.charAt(i));
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '\'') {
        if (c != '\'') {
          word.append(c);
        }
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
