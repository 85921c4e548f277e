package cn.wuyouhall.domain.catalogue;

import cn.wuyouhall.domain.hall.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A service item (事项) in one version of the catalogue.
 *
 * @param code handling code (业务办理项编码), 33 characters; the key everywhere
 * @param implementationCode 31 characters
 * @param basicCode 12 characters
 * @param name official name; English blank when there is none
 * @param type two digits: 01 licence, 05 payment, 07 confirmation, 10 other, 20 public service …
 * @param department id of the department responsible
 * @param subCentre id of the sub-centre it is handled in
 * @param comprehensive whether comprehensive windows accept it, or only the department's own
 * @param mobile whether it can be applied for in the mini-program
 * @param authorised whether the bureau's own approval group may approve it
 * @param towns whether towns and villages may accept it too
 * @param words everyday words people use for it
 * @param persons whether natural persons may apply
 * @param enterprises whether organisations may apply
 * @param legalLimit limit set by law
 * @param promisedLimit limit promised
 * @param immediate whether it is decided on the spot (即办件)
 * @param fee as shown
 * @param conditions conditions, one sentence each
 * @param process steps, one sentence each
 * @param basis legal basis, one entry each
 * @param materials in the order of the guide
 * @param situations questions that decide which conditional materials apply
 * @param result what the applicant gets
 */
public record Item(
    String code,
    String implementationCode,
    String basicCode,
    Name name,
    String type,
    String department,
    String subCentre,
    boolean comprehensive,
    boolean mobile,
    boolean authorised,
    boolean towns,
    List<String> words,
    boolean persons,
    boolean enterprises,
    TimeLimit legalLimit,
    TimeLimit promisedLimit,
    boolean immediate,
    String fee,
    List<String> conditions,
    List<String> process,
    List<String> basis,
    List<Material> materials,
    List<Situation> situations,
    String result) {
  public Item {
    words = List.copyOf(words);
    conditions = List.copyOf(conditions);
    process = List.copyOf(process);
    basis = List.copyOf(basis);
    materials = List.copyOf(materials);
    situations = List.copyOf(situations);
  }

  /** Every question answered: yes for these flags, no for the others. */
  public Map<String, Boolean> answers(Set<String> yes) {
    Map<String, Boolean> answers = new HashMap<>();
    situations.forEach(situation -> answers.put(situation.flag(), yes.contains(situation.flag())));
    return answers;
  }

  /** A question whose yes switches on the materials with this flag. */
  public record Situation(String flag, Name question) {}
}
