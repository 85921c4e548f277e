package cn.wuyouhall.demo.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the names become items, so that every type has exactly its count. */
final class SampleSelection {
  private final Set<String> named;
  private final SampleWords words;

  /** {@code named}: what scenes and errands name; never dropped. */
  SampleSelection(Set<String> named, SampleWords words) {
    this.named = named;
    this.words = words;
  }

  /** The names kept, in the order of the file. {@code counts} says how many of each type. */
  List<SampleName> choose(List<SampleName> names, Map<String, Integer> counts) {
    Map<String, List<SampleName>> byType = new HashMap<>();
    names.forEach(name -> byType.computeIfAbsent(name.type(), t -> new ArrayList<>()).add(name));
    Set<SampleName> kept = new HashSet<>();
    counts.forEach((type, count) -> kept.addAll(ofType(type, byType.get(type), count)));
    return names.stream().filter(kept::contains).toList();
  }

  private List<SampleName> ofType(String type, List<SampleName> names, int count) {
    if (names.size() < count) {
      throw new IllegalStateException(
          "type %s needs %d names, names.txt has %d".formatted(type, count, names.size()));
    }
    Set<String> dropped = wholeBases(type, names);
    List<SampleName> order = new SampleDraw("names of type " + type).shuffled(names);
    order.sort(Comparator.comparingInt(name -> rank(name, dropped)));
    List<SampleName> kept = order.subList(0, count);
    if (order.subList(count, order.size()).stream().anyMatch(n -> named.contains(n.name()))) {
      throw new IllegalStateException("a named item does not fit in type " + type);
    }
    return kept;
  }

  /** A third of the licences nobody has a word for go whole, so that others keep their variants. */
  private Set<String> wholeBases(String type, List<SampleName> names) {
    Set<String> dropped = new HashSet<>();
    if (type.equals("01")) {
      Set<String> popular = new HashSet<>();
      Set<String> others = new HashSet<>();
      names.forEach(name -> (isPopular(name) ? popular : others).add(name.base()));
      others.removeAll(popular);
      SampleDraw draw = new SampleDraw("licences dropped whole");
      others.stream().sorted().filter(base -> draw.onceIn(3)).forEach(dropped::add);
    }
    return dropped;
  }

  private boolean isPopular(SampleName name) {
    return named.contains(name.name()) || !words.of(name.name()).isEmpty();
  }

  private int rank(SampleName name, Set<String> dropped) {
    if (named.contains(name.name())) {
      return 0;
    }
    if (dropped.contains(name.base())) {
      return name.variant() == 0 ? 5 : 6;
    }
    boolean known = !words.of(name.name()).isEmpty();
    if (name.variant() == 0) {
      return known ? 1 : 3;
    }
    return known ? 2 : 4;
  }
}
