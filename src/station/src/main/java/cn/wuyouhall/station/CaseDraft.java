package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.Intake;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.people.Person;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A case being taken in at the window, as it stands on the screen.
 *
 * @param caseId UUIDv7 given when the item was chosen; the case keeps it
 * @param visit the visit it belongs to
 * @param item the item
 * @param applicant the applicant as entered so far; blank parts are not known yet
 * @param situations flags that hold
 * @param marks material id to mark
 */
public record CaseDraft(
    UUID caseId,
    UUID visit,
    Item item,
    Person applicant,
    Set<String> situations,
    Map<String, MaterialMark> marks) {
  public CaseDraft {
    situations = Set.copyOf(situations);
    marks = Map.copyOf(marks);
  }

  /** What the rules are asked; nobody is barred until a credit list says so. */
  public Intake intake() {
    return new Intake(item, applicant.organisation(), situations, false, marks);
  }
}
