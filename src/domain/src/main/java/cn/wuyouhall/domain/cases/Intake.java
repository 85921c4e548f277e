package cn.wuyouhall.domain.cases;

import cn.wuyouhall.domain.catalogue.Item;
import java.util.Map;

/**
 * What the clerk has before them when the rules are asked.
 *
 * @param item the item applied for
 * @param organisation whether the applicant is an organisation
 * @param answers flag of a situation to whether it holds; a question nobody answered is not in it
 * @param barred whether the applicant is under credit repair, which bars deferral and commitment
 * @param marks material id to mark; a material without a mark is not in it
 */
public record Intake(
    Item item,
    boolean organisation,
    Map<String, Boolean> answers,
    boolean barred,
    Map<String, MaterialMark> marks) {
  public Intake {
    answers = Map.copyOf(answers);
    marks = Map.copyOf(marks);
  }
}
