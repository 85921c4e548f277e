package cn.wuyouhall.domain.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a query is found in an item in pieces and in any order: pairs of neighbouring
 * characters, the same pairs by sound, and single characters, each counting more the fewer items
 * have it. Built once, then read by any thread.
 */
final class PairIndex {
  private static final double BY_SOUND = 0.6;
  private static final double SINGLE = 0.4;

  private final Map<String, Set<Integer>> entries = new HashMap<>();
  private int size;

  /** Adds a text of an entry; entries count from 0. */
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
      double single = SINGLE * rarity(query.letter(i));
      asked += single;
      entries.getOrDefault(query.letter(i), Set.of()).forEach(entry -> found[entry] += single);
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
    Set<Integer> literal = entries.getOrDefault(pair(query, i), Set.of());
    Set<Integer> bySound = new HashSet<>();
    for (String sound : query.soundsOfPair(i)) {
      bySound.addAll(entries.getOrDefault(sound, Set.of()));
    }
    bySound.removeAll(literal);
    // A pair that nobody has still was asked for, but says little: most are the seam between two
    // words.
    double weight =
        literal.isEmpty() && bySound.isEmpty() ? 1 : rarity(literal.size() + bySound.size());
    literal.forEach(entry -> found[entry] += weight);
    bySound.forEach(entry -> found[entry] += weight * BY_SOUND);
    return weight;
  }

  private double rarity(String key) {
    Set<Integer> having = entries.get(key);
    return having == null ? 1 : rarity(having.size());
  }

  private double rarity(int having) {
    return Math.log((size + 1.0) / having);
  }

  private void put(String key, int entry) {
    entries.computeIfAbsent(key, k -> new HashSet<>()).add(entry);
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
