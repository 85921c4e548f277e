package cn.wuyouhall.domain.cases;

import cn.wuyouhall.domain.catalogue.Item;
import java.util.Map;
import java.util.Set;

/**
 * What the clerk has before them when the rules are asked.
 *
 * @param item the item applied for
 * @param organisation whether the applicant is an organisation
 * @param situations flags of the situations that hold
 * @param barred whether the applicant is under credit repair, which bars deferral and commitment
 * @param marks material id to mark; a material without a mark is not in it
 */
public record Intake(
    Item item,
    boolean organisation,
    Set<String> situations,
    boolean barred,
    Map<String, MaterialMark> marks) {
  public Intake {
    situations = Set.copyOf(situations);
    marks = Map.copyOf(marks);
  }
}
