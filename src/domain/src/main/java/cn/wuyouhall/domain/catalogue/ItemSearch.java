package cn.wuyouhall.domain.catalogue;

import cn.wuyouhall.domain.catalogue.SearchText.Found;
import cn.wuyouhall.domain.catalogue.SearchText.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  private final SearchText.Reader reader;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Double> rarity = new HashMap<>();

  /** Where a query was found. */
  public enum Field {
    NAME,
    ENGLISH,
    WORD,
    CODE,
    ERRAND,
    SCENE,
    DEPARTMENT
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
    measureRarity();
  }

  /**
   * The best hits for a query, best first.
   *
   * @param query as typed; blank finds nothing
   * @param most how many at most
   */
  public List<Hit> search(String query, int most) {
    List<SearchText> words = SearchText.words(query).stream().map(reader::read).toList();
    if (words.isEmpty() || most <= 0) {
      return List.of();
    }
    Asked asked = asked(words);
    List<Hit> hits = new ArrayList<>();
    for (Entry entry : entries) {
      Hit hit = hit(entry, asked);
      if (hit != null) {
        hits.add(hit);
      }
    }
    // The sort is stable: equal scores keep the order of the catalogue.
    hits.sort(Comparator.comparingDouble(Hit::score).reversed());
    return List.copyOf(hits.subList(0, Math.min(most, hits.size())));
  }

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

  private Hit hit(Entry entry, Asked asked) {
    List<Match> matches = all(entry, asked.words());
    double score = total(matches);
    if (!asked.core().isEmpty()) {
      List<Match> core = all(entry, asked.core());
      if (total(core) - 15 > score) {
        matches = core;
        score = total(core) - 15;
      }
    }
    Match told = told(entry, asked.whole());
    if (told != null && told.score() > score) {
      matches = List.of(told);
      score = told.score();
    }
    if (matches.isEmpty()) {
      Cover cover = cover(entry, asked.whole());
      return cover == null ? null : cover.hit(entry);
    }
    return shown(entry, matches, score + entry.standing());
  }

  /** Every word's best match; none when a word is found nowhere. */
  private List<Match> all(Entry entry, List<SearchText> words) {
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

  private Match best(Entry entry, SearchText word) {
    Match best = code(entry, word);
    for (Line line : entry.lines()) {
      Optional<Found> found = line.text().find(word);
      if (found.isEmpty() && word.length() > 2 && line.field() != Field.DEPARTMENT) {
        found = line.text().findScattered(word);
      }
      if (found.isPresent() && sensible(found.get(), word)) {
        double score = score(line, found.get());
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

  private static double score(Line line, Found found) {
    double length = line.text().length();
    double covered = (found.until() - found.from()) / length;
    double base =
        switch (found.way()) {
          case LITERAL -> 700;
          case SYLLABLES -> 680;
          case INITIALS -> 600;
          case SOUND -> 560 - 40.0 * found.slips() / (found.until() - found.from());
          case SCATTERED -> 420 - 20.0 * found.slips();
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

  /** An everyday word or the whole name that stands inside what was asked: 身份证丢了 in 我的身份证丢了怎么补. */
  private static Match told(Entry entry, SearchText whole) {
    Match best = null;
    for (Line line : entry.lines()) {
      int length = line.text().length();
      boolean telling =
          line.field() == Field.WORD || line.field() == Field.NAME || line.field() == Field.ERRAND;
      if (!telling || length < 2 || length >= whole.length()) {
        continue;
      }
      Optional<Found> found = whole.find(line.text());
      if (found.isPresent() && found.get().way() == Way.LITERAL) {
        double score = (520 + 250.0 * length / whole.length()) * line.weight();
        if (best == null || score > best.score()) {
          best = new Match(score, line, new Found(Way.LITERAL, 0, length, 0), line.text());
        }
      }
    }
    return best;
  }

  private record Cover(double score, Line line, List<Span> spans) {
    Hit hit(Entry entry) {
      return new Hit(
          entry.item(), line.field(), line.text().shown(), spans, score + entry.standing());
    }
  }

  /**
   * How much of a query of characters is found in pieces, in any order, rare pieces counting more:
   * the last resort, always below any whole match.
   */
  private Cover cover(Entry entry, SearchText whole) {
    if (whole.length() < 3) {
      return null;
    }
    Cover best = null;
    for (Line line : entry.lines()) {
      if (line.field() == Field.DEPARTMENT || line.field() == Field.ENGLISH) {
        continue;
      }
      double found = 0;
      double asked = 0;
      List<Span> spans = new ArrayList<>();
      int covered = 0;
      for (int q = 0; q + 1 < whole.length(); q++) {
        double weight = rarity.getOrDefault(pair(whole, q), 1.0);
        asked += weight;
        Found run = pairIn(line.text(), whole, q);
        if (run != null) {
          found += run.slips() == 0 ? weight : weight * 0.6;
          covered += 2;
          spans.addAll(line.text().spans(run, whole));
        }
      }
      double share = asked == 0 ? 0 : found / asked;
      if (share >= 0.3) {
        double score =
            (100 + 280 * share + 40.0 * Math.min(1, (double) covered / line.text().length()))
                * line.weight();
        if (best == null || score > best.score()) {
          best = new Cover(score, line, merged(spans));
        }
      }
    }
    return best;
  }

  private static Found pairIn(SearchText text, SearchText whole, int q) {
    Found heard = null;
    for (int i = 0; i + 1 < text.length(); i++) {
      boolean first = text.at(i) == whole.at(q);
      boolean second = text.at(i + 1) == whole.at(q + 1);
      if (first && second) {
        return new Found(Way.LITERAL, i, i + 2, 0);
      }
      if (heard == null && text.soundsAt(i, whole, q) && text.soundsAt(i + 1, whole, q + 1)) {
        heard = new Found(Way.SOUND, i, i + 2, 1);
      }
    }
    return heard;
  }

  private void measureRarity() {
    Map<String, Integer> items = new HashMap<>();
    for (Entry entry : entries) {
      Set<String> pairs = new HashSet<>();
      for (Line line : entry.lines()) {
        for (int i = 0; i + 1 < line.text().length(); i++) {
          pairs.add(pair(line.text(), i));
        }
      }
      pairs.forEach(pair -> items.merge(pair, 1, Integer::sum));
    }
    items.forEach((pair, count) -> rarity.put(pair, Math.log((entries.size() + 1.0) / count)));
  }

  private static String pair(SearchText text, int i) {
    return "" + text.at(i) + text.at(i + 1);
  }

  private static double standing(Item item, boolean everyday) {
    double standing = everyday ? 30 : 0;
    standing += item.words().isEmpty() ? 0 : 20;
    standing += item.comprehensive() ? 8 : 0;
    standing += item.mobile() ? 8 : 0;
    return standing;
  }

  private static Hit shown(Entry entry, List<Match> matches, double score) {
    Match first = matches.getFirst();
    for (Match match : matches) {
      first = match.score() > first.score() ? match : first;
    }
    Line line = first.line();
    List<Span> spans = new ArrayList<>();
    for (Match match : matches) {
      if (!match.line().equals(line)) {
        continue;
      }
      spans.addAll(line.text().spans(match.found(), match.part()));
    }
    return new Hit(entry.item(), line.field(), line.text().shown(), merged(spans), score);
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
