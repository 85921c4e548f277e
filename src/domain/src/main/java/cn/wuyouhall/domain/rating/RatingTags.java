package cn.wuyouhall.domain.rating;

import cn.wuyouhall.domain.hall.Name;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tags a citizen may add to a grade, from the national indicator list: each belongs to one
 * grade, some are shown at once and the others behind "more". Immutable.
 */
public final class RatingTags {
  private final Map<Grade, List<Tag>> byGrade = new EnumMap<>(Grade.class);

  /**
   * A tag.
   *
   * @param code three digits, as every peer knows it
   * @param name as shown
   * @param atOnce whether it is shown at once
   */
  public record Tag(String code, Name name, boolean atOnce) {}

  /**
   * Tags of these grades, in the order shown.
   *
   * @throws IllegalArgumentException when one code stands under two grades: the data is wrong
   */
  public RatingTags(Map<Grade, List<Tag>> byGrade) {
    Set<String> codes = new HashSet<>();
    byGrade.forEach((grade, tags) -> {
      for (Tag tag : tags) {
        if (!codes.add(tag.code())) {
          throw new IllegalArgumentException("tag " + tag.code() + " stands twice");
        }
      }
      this.byGrade.put(grade, List.copyOf(tags));
    });
  }

  /** The tags of a grade, all of them, in order. */
  public List<Tag> of(Grade grade) {
    return byGrade.getOrDefault(grade, List.of());
  }

  /** The tags of a grade that are shown at once. */
  public List<Tag> atOnce(Grade grade) {
    return of(grade).stream().filter(Tag::atOnce).toList();
  }

  /** Whether every one of these codes belongs to this grade, which is what a rating may carry. */
  public boolean fit(Grade grade, List<String> codes) {
    Set<String> known = new HashSet<>();
    of(grade).forEach(tag -> known.add(tag.code()));
    return known.containsAll(codes);
  }
}
