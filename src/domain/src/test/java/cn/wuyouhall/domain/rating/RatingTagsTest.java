package cn.wuyouhall.domain.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.rating.RatingTags.Tag;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatingTagsTest {
  private static final Tag BEST = new Tag("510", new Name("一窗受理一次办结", ""), true);
  private static final Tag MORE = new Tag("513", new Name("可以全程网上办理", ""), false);
  private static final Tag WORST = new Tag("108", new Name("在办事指南之外增加新的审批条件", ""), true);

  @Test
  void aTagBelongsToItsGradeOnly() {
    RatingTags tags =
        new RatingTags(
            Map.of(
                Grade.VERY_SATISFIED, List.of(BEST, MORE),
                Grade.VERY_DISSATISFIED, List.of(WORST)));
    assertEquals(List.of(BEST), tags.atOnce(Grade.VERY_SATISFIED));
    assertTrue(tags.fit(Grade.VERY_SATISFIED, List.of("513", "510")));
    assertTrue(tags.fit(Grade.SATISFIED, List.of()));
    assertFalse(tags.fit(Grade.VERY_SATISFIED, List.of("510", "108")));
    assertEquals(List.of(), tags.of(Grade.SATISFIED));
  }

  @Test
  void oneCodeUnderTwoGradesIsWrongData() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new RatingTags(
                Map.of(Grade.SATISFIED, List.of(BEST), Grade.DISSATISFIED, List.of(BEST))));
  }
}
