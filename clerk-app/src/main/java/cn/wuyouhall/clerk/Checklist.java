package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.AcceptanceRules;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The questions of an item, then its materials, worked through from above: what was answered, how
 * each material stands, and the row that has the keys. FX thread.
 */
final class Checklist {
  private final Map<String, Boolean> answers = new HashMap<>();
  private final Map<String, MaterialMark> marks = new HashMap<>();
  private final IntegerProperty row = new SimpleIntegerProperty(this, "row");
  private Optional<Item> item = Optional.empty();

  /** Another item begins anew. */
  void begin(Item chosen) {
    if (item.map(now -> !now.code().equals(chosen.code())).orElse(true)) {
      begin(chosen, Map.of(), Map.of());
    }
  }

  /** An item with what is known of it. */
  void begin(Item chosen, Map<String, Boolean> answered, Map<String, MaterialMark> marked) {
    item = Optional.of(chosen);
    answers.clear();
    answers.putAll(answered);
    marks.clear();
    marks.putAll(marked);
    row.set(firstOpen());
  }

  private int firstOpen() {
    List<Item.Situation> asked = questions();
    List<Material> listed = materials();
    return IntStream.range(0, asked.size())
        .filter(i -> answer(asked.get(i)).isEmpty())
        .findFirst()
        .orElseGet(() ->
            asked.size()
                + IntStream.range(0, listed.size())
                    .filter(i -> mark(listed.get(i)).isEmpty())
                    .findFirst()
                    .orElse(0));
  }

  /** The questions that decide which materials are asked for. */
  List<Item.Situation> questions() {
    return item.map(Item::situations).orElse(List.of());
  }

  /** The materials that apply now, in the order of the guide. */
  List<Material> materials() {
    return item.map(chosen -> AcceptanceRules.asked(chosen, answers)).orElse(List.of());
  }

  /** The question that has the keys. */
  Optional<Item.Situation> question() {
    return at(questions(), row.get());
  }

  /** The material that has the keys. */
  Optional<Material> material() {
    return at(materials(), row.get() - questions().size());
  }

  private static <T> Optional<T> at(List<T> rows, int index) {
    return index >= 0 && index < rows.size() ? Optional.of(rows.get(index)) : Optional.empty();
  }

  /** Answers the question that has the keys and hands them on. */
  void answer(boolean yes) {
    question()
        .ifPresent(asked -> {
          answers.put(asked.flag(), yes);
          move(1);
        });
  }

  /** What was answered; empty while nobody has. */
  Optional<Boolean> answer(Item.Situation asked) {
    return Optional.ofNullable(answers.get(asked.flag()));
  }

  /** Marks the material that has the keys and hands them on. */
  void mark(MaterialMark mark) {
    material()
        .ifPresent(listed -> {
          marks.put(listed.id(), mark);
          move(1);
        });
  }

  /** How a material stands; empty while nobody has looked at it. */
  Optional<MaterialMark> mark(Material listed) {
    return Optional.ofNullable(marks.get(listed.id()));
  }

  /** Gives the keys to a row so many further down. */
  void move(int by) {
    go(row.get() + by);
  }

  /** Gives the keys to this row: questions first, from 0. */
  void go(int to) {
    row.set(Math.clamp(to, 0, Math.max(0, questions().size() + materials().size() - 1)));
  }

  /** Materials marked, of those that apply. */
  int marked() {
    return (int) materials().stream().filter(listed -> mark(listed).isPresent()).count();
  }

  /** Whether every question is answered and every material that applies is marked. */
  boolean isDone() {
    return item.isPresent()
        && questions().stream().allMatch(asked -> answer(asked).isPresent())
        && marked() == materials().size();
  }

  Map<String, Boolean> answers() {
    return answers;
  }

  Map<String, MaterialMark> marks() {
    return marks;
  }

  /** The row that has the keys: questions first, from 0. */
  ReadOnlyIntegerProperty rowProperty() {
    return row;
  }
}
