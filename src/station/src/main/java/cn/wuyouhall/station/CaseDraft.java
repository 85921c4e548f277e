package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.Intake;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.people.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A case being taken in at the window, as it stands on the screen.
 *
 * @param caseId UUIDv7 given when the item was chosen; the case keeps it
 * @param visit the visit it belongs to
 * @param item the item
 * @param applicant the applicant as entered so far; blank parts are not known yet
 * @param answers flag of each situation answered so far to whether it holds
 * @param marks material id to mark
 */
public record CaseDraft(
    UUID caseId,
    UUID visit,
    Item item,
    Person applicant,
    Map<String, Boolean> answers,
    Map<String, MaterialMark> marks) {
  public CaseDraft {
    answers = Map.copyOf(answers);
    marks = Map.copyOf(marks);
  }

  /** Flags of the situations that hold, sorted. */
  public List<String> situations() {
    return answers.keySet().stream().filter(answers::get).sorted().toList();
  }

  /** The same with other marks. */
  public CaseDraft marked(Map<String, MaterialMark> others) {
    return new CaseDraft(caseId, visit, item, applicant, answers, others);
  }

  /** What the rules are asked; nobody is barred until a credit list says so. */
  public Intake intake() {
    return new Intake(item, applicant.organisation(), answers, false, marks);
  }
}
