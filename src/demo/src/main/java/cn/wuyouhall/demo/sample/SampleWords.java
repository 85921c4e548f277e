package cn.wuyouhall.demo.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The everyday words of generated items, by a part of their name. */
final class SampleWords {
  private final Map<String, List<String>> byPart = new LinkedHashMap<>();

  SampleWords() {
    for (String[] row : SampleFiles.rows("words.txt")) {
      byPart.computeIfAbsent(row[0], part -> new ArrayList<>()).addAll(List.of(row[1].split(" ")));
    }
  }

  /** The words of an item with this name; empty for most. */
  Set<String> of(String name) {
    Set<String> words = new LinkedHashSet<>();
    byPart.forEach((part, some) -> {
      if (name.contains(part)) {
        words.addAll(some);
      }
    });
    return words;
  }

  Set<String> parts() {
    return byPart.keySet();
  }
}
