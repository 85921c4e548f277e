package cn.wuyouhall.domain.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How much of a query is found in an item in pieces and in any order: pairs of neighbouring
 * characters, the same pairs by sound, and single characters, each counting more the fewer items
 * have it. Built once, then read by any thread.
 */
final class PairIndex {
  private static final double BY_SOUND = 0.6;
  private static final double SINGLE = 0.4;

  private static final Entries NONE = new Entries();

  private final Map<String, Entries> having = new HashMap<>();
  private int size;

  /** Entries in rising order, each once; most keys have one or two. */
  private static final class Entries {
    private int[] numbers = {};
    private int count;

    void add(int entry) {
      if (count > 0 && numbers[count - 1] == entry) {
        return;
      }
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count + 1 + count / 2);
      }
      numbers[count++] = entry;
    }

    IntStream all() {
      return Arrays.stream(numbers, 0, count);
    }
  }

  /** Adds a text of an entry; entries count from 0 and come in order. */
  void add(int entry, SearchText text) {
    size = Math.max(size, entry + 1);
    for (int i = 0; i < text.length(); i++) {
      put(text.letter(i), entry);
      if (i + 1 < text.length()) {
        put(pair(text, i), entry);
        text.soundsOfPair(i).forEach(sound -> put(sound, entry));
      }
    }
  }

  /** For every entry the share of {@code query} it has, from 0 to 1. */
  double[] shares(SearchText query) {
    double[] found = new double[size];
    double asked = 0;
    for (int i = 0; i < query.length(); i++) {
      Entries literal = having(query.letter(i));
      double single = SINGLE * (literal.count == 0 ? 1 : rarity(literal.count));
      asked += single;
      literal.all().forEach(entry -> found[entry] += single);
      if (i + 1 < query.length()) {
        asked += addPair(query, i, found);
      }
    }
    for (int entry = 0; asked > 0 && entry < size; entry++) {
      found[entry] /= asked;
    }
    return found;
  }

  private double addPair(SearchText query, int i, double[] found) {
    Entries literal = having(pair(query, i));
    BitSet bySound = new BitSet(size);
    for (String sound : query.soundsOfPair(i)) {
      having(sound).all().forEach(bySound::set);
    }
    literal.all().forEach(bySound::clear);
    // A pair that nobody has still was asked for, but says little: most are the seam between two
    // words.
    int both = literal.count + bySound.cardinality();
    double weight = both == 0 ? 1 : rarity(both);
    literal.all().forEach(entry -> found[entry] += weight);
    bySound.stream().forEach(entry -> found[entry] += weight * BY_SOUND);
    return weight;
  }

  private Entries having(String key) {
    return having.getOrDefault(key, NONE);
  }

  private double rarity(int entries) {
    return Math.log((size + 1.0) / entries);
  }

  private void put(String key, int entry) {
    having.computeIfAbsent(key, k -> new Entries()).add(entry);
  }

  private static String pair(SearchText text, int i) {
    return text.letter(i) + text.letter(i + 1);
  }

  /** The spans of {@code text} that share a pair with {@code query}, by character or by sound. */
  static List<ItemSearch.Span> spans(SearchText text, SearchText query) {
    Set<String> asked = new HashSet<>();
    for (int q = 0; q + 1 < query.length(); q++) {
      asked.add(pair(query, q));
      asked.addAll(query.soundsOfPair(q));
    }
    List<ItemSearch.Span> spans = new ArrayList<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      if (asked.contains(pair(text, i))
          || text.soundsOfPair(i).stream().anyMatch(asked::contains)) {
        spans.add(text.span(i, i + 2));
      }
    }
    return spans;
  }
}
