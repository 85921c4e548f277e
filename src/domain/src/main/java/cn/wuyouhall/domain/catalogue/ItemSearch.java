package cn.wuyouhall.domain.catalogue;

import cn.wuyouhall.domain.catalogue.SearchText.Found;
import cn.wuyouhall.domain.catalogue.SearchText.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The search over a catalogue, as clerks and citizens type: part of a name, an everyday word,
 * initials (sfz), whole syllables (shenfenzheng), both mixed with characters, a code or its tail,
 * several words in any order, and other characters of the same sound. Built once per version of the
 * catalogue, then immutable and safe from any thread; a search looks at every item and takes a
 * millisecond or two for 1,733.
 *
 * <p>Ranking is a sum of plain parts: how the words were found (exactly, at the beginning, inside,
 * by sound, scattered), where (name, everyday word, code, errand, scene, department), how much of
 * that text they cover, and a small standing of the item itself, so that what people come for daily
 * stands above its rare variants. Equal scores keep the order of the catalogue.
 */
public final class ItemSearch {
  /** Words around a question that say nothing about what is asked. */
  private static final List<String> PHRASES =
      List.of(
          "怎么办理", "如何办理", "怎么办", "怎么", "如何", "在哪里", "在哪儿", "在哪", "哪里", "我要", "我想", "想要", "想", "要",
          "需要什么材料", "需要什么", "什么材料", "办理", "申请", "一下", "吗", "呢", "去", "给", "我", "的", "了", "办个", "办");

  /** Share of a query's pieces below which they are noise. */
  private static final double LEAST_SHARE = 0.35;

  /** What is typed beyond this says nothing more; a scanner's stray text may be of any length. */
  private static final int LONGEST_QUERY = 40;

  /** Names of an item's rarer forms; the plain or first one is meant where nothing is said. */
  private static final Pattern VARIANT =
      Pattern.compile("变更|延续|注销|补证|补办|补发|遗失|换证|撤销|备查|年度|复审|恢复|终止|停业|歇业");

  private final SearchText.Reader reader;
  private final List<Entry> entries = new ArrayList<>();
  private final PairIndex pairs = new PairIndex();

  /** Where a query was found. */
  public enum Field {
    NAME,
    ENGLISH,
    WORD,
    CODE,
    ERRAND,
    SCENE,
    DEPARTMENT;

    /** Whether it says what the item is about in the citizen's own words. */
    private boolean tells() {
      return this == NAME || this == WORD || this == ERRAND || this == SCENE;
    }
  }

  /**
   * One hit.
   *
   * @param item the item
   * @param field the kind of text in which the query was found best
   * @param text that text as shown
   * @param spans the parts of {@code text} that matched, in order, without overlaps
   * @param score only to be compared with scores of the same search
   */
  public record Hit(Item item, Field field, String text, List<Span> spans, double score) {
    public Hit {
      spans = List.copyOf(spans);
    }
  }

  /** A half-open span of a text, in UTF-16 units. */
  public record Span(int from, int until) {}

  private record Line(Field field, SearchText text, double weight) {}

  private record Entry(Item item, Line code, double standing, List<Line> lines) {}

  private record Match(double score, Line line, Found found, SearchText part) {}

  /**
   * Builds the index. Takes some hundred milliseconds for 1,733 items, most of it in {@code
   * pinyin}.
   */
  public ItemSearch(Catalogue catalogue, Pinyin pinyin) {
    reader = new SearchText.Reader(pinyin);
    Map<String, List<String>> errands = new HashMap<>();
    catalogue.errands().forEach(e -> e.items().forEach(code -> add(errands, code, e.name().zh())));
    Map<String, List<String>> scenes = new HashMap<>();
    catalogue.scenes().forEach(s -> s.items().forEach(code -> add(scenes, code, s.name().zh())));
    for (Item item : catalogue.items()) {
      List<Line> lines = new ArrayList<>();
      lines.add(line(Field.NAME, item.name().zh(), 1));
      if (!item.name().en().isBlank()) {
        lines.add(line(Field.ENGLISH, item.name().en(), 0.9));
      }
      item.words().forEach(word -> lines.add(line(Field.WORD, word, 1)));
      List<String> itsErrands = errands.getOrDefault(item.code(), List.of());
      itsErrands.forEach(errand -> lines.add(line(Field.ERRAND, errand, 0.85)));
      scenes
          .getOrDefault(item.code(), List.of())
          .forEach(scene -> lines.add(line(Field.SCENE, scene, 0.6)));
      catalogue
          .department(item.department())
          .ifPresent(d -> lines.add(line(Field.DEPARTMENT, d.name().zh(), 0.4)));
      entries.add(
          new Entry(
              item,
              line(Field.CODE, item.code(), 1),
              standing(item, !itsErrands.isEmpty()),
              List.copyOf(lines)));
    }
    for (int i = 0; i < entries.size(); i++) {
      for (Line line : entries.get(i).lines()) {
        if (line.field().tells()) {
          pairs.add(i, line.text());
        }
      }
    }
  }

  /**
   * The best hits for a query, best first.
   *
   * @param query as typed; blank finds nothing, and what stands beyond the 40th character is not
   *     read
   * @param most how many at most
   */
  public List<Hit> search(String query, int most) {
    String typed = query.substring(0, Math.min(query.length(), LONGEST_QUERY));
    List<SearchText> words = SearchText.words(typed).stream().map(reader::read).toList();
    if (words.isEmpty() || most <= 0) {
      return List.of();
    }
    Asked asked = asked(words);
    double[] shares = pairs.shares(asked.whole());
    List<Ranked> ranked = new ArrayList<>();
    List<Entry> missed = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Ranked found = rank(entries.get(i), asked, shares[i]);
      if (found == null || isScattered(found.matches())) {
        missed.add(entries.get(i));
      }
      if (found != null) {
        ranked.add(found);
      }
    }
    boolean little = entries.size() - missed.size() < most;
    if (little && asked.whole().length() > 3 && asked.whole().isOfLetters()) {
      ranked = better(ranked, runTogether(missed, asked.whole()));
    }
    // The sort is stable: equal scores keep the order of the catalogue.
    ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
    return ranked.stream().limit(most).map(found -> hit(found, asked)).toList();
  }

  /** Both lists, each entry once, with its better score. */
  private static List<Ranked> better(List<Ranked> some, List<Ranked> others) {
    Map<String, Ranked> best = new LinkedHashMap<>();
    some.forEach(ranked -> best.put(ranked.entry().item().code(), ranked));
    others.forEach(ranked ->
        best.merge(ranked.entry().item().code(), ranked, (a, b) -> a.score() >= b.score() ? a : b));
    return new ArrayList<>(best.values());
  }

  /** An entry with its score; without matches where the query was only found in pieces. */
  private record Ranked(Entry entry, double score, List<Match> matches) {}

  /** A query taken apart: its words, the same without empty phrases, and all of it in one. */
  private record Asked(List<SearchText> words, List<SearchText> core, SearchText whole) {}

  private Asked asked(List<SearchText> words) {
    List<SearchText> core =
        words.stream()
            .map(word -> withoutPhrases(word.shown()))
            .filter(word -> !word.isEmpty())
            .map(reader::read)
            .toList();
    StringBuilder whole = new StringBuilder();
    (core.isEmpty() ? words : core).forEach(word -> whole.append(word.shown()));
    boolean same =
        core.stream()
            .map(SearchText::shown)
            .toList()
            .equals(words.stream().map(SearchText::shown).toList());
    return new Asked(words, same ? List.of() : core, reader.read(whole.toString()));
  }

  private static String withoutPhrases(String word) {
    String left = word;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (String phrase : PHRASES) {
        if (left.startsWith(phrase) || left.endsWith(phrase)) {
          left =
              left.startsWith(phrase)
                  ? left.substring(phrase.length())
                  : left.substring(0, left.length() - phrase.length());
          changed = true;
          break;
        }
      }
    }
    return left;
  }

  private static Ranked rank(Entry entry, Asked asked, double share) {
    List<Match> matches = all(entry, asked.words());
    double score = total(matches);
    if (!asked.core().isEmpty()) {
      List<Match> core = all(entry, asked.core());
      if (total(core) - 15 > score) {
        matches = core;
        score = total(core) - 15;
      }
    }
    double pieces = pieces(entry, asked.whole(), share);
    if (pieces > score) {
      matches = List.of();
      score = pieces;
    }
    return score == 0 ? null : new Ranked(entry, score + entry.standing(), matches);
  }

  /**
   * The score of a query found in pieces: its share of pairs, and more where a whole everyday word
   * stands in it (身份证丢了 in 我身份证丢了咋办). Below any whole match in good order; 0 where too little is
   * found.
   */
  private static double pieces(Entry entry, SearchText whole, double share) {
    if (whole.length() < 3 || share < LEAST_SHARE) {
      return 0;
    }
    int told = 0;
    for (Line line : entry.lines()) {
      int length = line.text().length();
      if (line.field().tells() && length > told && length > 1 && length <= whole.length()) {
        boolean stands =
            whole.find(line.text()).filter(found -> found.way() == Way.LITERAL).isPresent();
        told = stands ? length : told;
      }
    }
    return 120 + 400 * share + 200.0 * told / whole.length();
  }

  /**
   * Letters run together from two parts of an item: sfzbb. Only asked when little else is found.
   */
  private List<Ranked> runTogether(List<Entry> missed, SearchText typed) {
    List<SearchText> heads = new ArrayList<>();
    List<SearchText> tails = new ArrayList<>();
    for (int cut = 0; cut <= typed.length(); cut++) {
      heads.add(reader.read(typed.shown().substring(0, cut)));
      tails.add(reader.read(typed.shown().substring(cut)));
    }
    List<Ranked> found = new ArrayList<>();
    for (Entry entry : missed) {
      int longest = 0;
      for (Line line : entry.lines()) {
        longest =
            line.field().tells() ? Math.max(longest, line.text().longestStart(typed)) : longest;
      }
      int cut = Math.min(longest, typed.length() - 2);
      List<Match> matches =
          cut < 2 ? List.of() : all(entry, List.of(heads.get(cut), tails.get(cut)));
      if (!matches.isEmpty() && !isScattered(matches)) {
        found.add(new Ranked(entry, total(matches) / 2 + entry.standing(), matches));
      }
    }
    return found;
  }

  private static boolean isScattered(List<Match> matches) {
    return matches.stream().anyMatch(match -> match.found().way() == Way.SCATTERED);
  }

  /** Every word's best match; none when a word is found nowhere. */
  private static List<Match> all(Entry entry, List<SearchText> words) {
    List<Match> matches = new ArrayList<>();
    for (SearchText word : words) {
      Match best = best(entry, word);
      if (best == null) {
        return List.of();
      }
      matches.add(best);
    }
    return matches;
  }

  private static double total(List<Match> matches) {
    double sum = 0;
    for (Match match : matches) {
      sum += match.score();
    }
    return matches.isEmpty() ? 0 : sum / matches.size();
  }

  private static Match best(Entry entry, SearchText word) {
    Match best = code(entry, word);
    for (Line line : entry.lines()) {
      Optional<Found> found = line.text().find(word);
      if (found.isEmpty() && word.length() > 2 && line.field() != Field.DEPARTMENT) {
        found = line.text().findScattered(word);
      }
      if (found.isPresent() && sensible(found.get(), word)) {
        double score = score(line, found.get(), word);
        if (best == null || score > best.score()) {
          best = new Match(score, line, found.get(), word);
        }
      }
    }
    return best;
  }

  /**
   * A single character by sound says nothing, nor does a word scattered over more than twice its
   * length.
   */
  private static boolean sensible(Found found, SearchText word) {
    return switch (found.way()) {
      case SOUND -> word.length() > 1;
      case SCATTERED -> found.slips() <= word.length() + 1;
      case LITERAL, SYLLABLES, INITIALS -> true;
    };
  }

  private static double score(Line line, Found found, SearchText word) {
    double length = line.text().length();
    double covered = (found.until() - found.from()) / length;
    double base =
        switch (found.way()) {
          case LITERAL -> 700;
          case SYLLABLES -> 680;
          case INITIALS -> 600;
          case SOUND -> 560 - 40.0 * found.slips() / (found.until() - found.from());
          // Scattered initials are found in nearly every long name.
          case SCATTERED -> (word.isOfLetters() ? 320 : 420) - 20.0 * found.slips();
        };
    double score = base + 120 * covered;
    if (found.way() != Way.SCATTERED) {
      score += found.from() == 0 ? 30 : 0;
      score += covered == 1 ? 120 : 0;
    }
    return score * line.weight();
  }

  /**
   * A code: whole, its beginning, its tail, or any part of four characters and more with a digit in
   * it.
   */
  private static Match code(Entry entry, SearchText word) {
    String typed = word.shown();
    if (typed.length() < 3 || typed.chars().noneMatch(Character::isDigit)) {
      return null;
    }
    String code = entry.item().code().toLowerCase(Locale.ROOT);
    int at = code.endsWith(typed) ? code.length() - typed.length() : code.indexOf(typed);
    if (at < 0 || (typed.length() < 4 && at + typed.length() < code.length())) {
      return null;
    }
    boolean tail = at + typed.length() == code.length();
    double score = typed.length() == code.length() ? 1000 : tail ? 850 : at == 0 ? 700 : 650;
    return new Match(score, entry.code(), new Found(Way.LITERAL, at, at + typed.length(), 0), word);
  }

  private static double standing(Item item, boolean everyday) {
    double standing = everyday ? 30 : 0;
    standing += 4.0 * Math.min(item.words().size(), 5);
    standing -= VARIANT.matcher(item.name().zh()).find() ? 12 : 0;
    standing += item.comprehensive() ? 8 : 0;
    standing += item.mobile() ? 8 : 0;
    return standing;
  }

  private static Hit hit(Ranked found, Asked asked) {
    Item item = found.entry().item();
    if (found.matches().isEmpty()) {
      Line line = found.entry().lines().getFirst();
      List<Span> spans = PairIndex.spans(line.text(), asked.whole());
      for (Line each : found.entry().lines()) {
        List<Span> its = PairIndex.spans(each.text(), asked.whole());
        if (each.field().tells() && its.size() > spans.size()) {
          line = each;
          spans = its;
        }
      }
      return new Hit(item, line.field(), line.text().shown(), merged(spans), found.score());
    }
    Match first =
        found.matches().stream().max(Comparator.comparingDouble(Match::score)).orElseThrow();
    List<Span> spans = new ArrayList<>();
    for (Match match : found.matches()) {
      if (match.line().equals(first.line())) {
        spans.addAll(match.line().text().spans(match.found(), match.part()));
      }
    }
    Line line = first.line();
    return new Hit(item, line.field(), line.text().shown(), merged(spans), found.score());
  }

  private static List<Span> merged(List<Span> spans) {
    List<Span> sorted = spans.stream().sorted(Comparator.comparingInt(Span::from)).toList();
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      if (!merged.isEmpty() && merged.getLast().until() >= span.from()) {
        Span last = merged.removeLast();
        merged.add(new Span(last.from(), Math.max(last.until(), span.until())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  private Line line(Field field, String text, double weight) {
    return new Line(field, reader.read(text), weight);
  }

  private static void add(Map<String, List<String>> lists, String code, String name) {
    lists.computeIfAbsent(code, c -> new ArrayList<>()).add(name);
  }
}
