package cn.wuyouhall.domain.cases;

import cn.wuyouhall.domain.cases.Decision.Code;
import cn.wuyouhall.domain.cases.Decision.Kind;
import cn.wuyouhall.domain.cases.Decision.Reason;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a case may be accepted. The answer names every reason at once, since the applicant must
 * be told of everything in one go (行政许可法 art. 32), and depends on nothing but the intake: no clerk
 * can ask for more than the guide does.
 */
public final class AcceptanceRules {
  private AcceptanceRules() {}

  /**
   * What the rules say about an intake. A question without an answer comes first: until then nobody
   * knows which materials are asked for.
   */
  public static Decision decide(Intake intake) {
    Item item = intake.item();
    if (intake.organisation() ? !item.enterprises() : !item.persons()) {
      return new Decision(Kind.REFUSE, List.of(new Reason(Code.NOT_ELIGIBLE, "")));
    }
    List<Reason> unanswered =
        item.situations().stream()
            .map(Item.Situation::flag)
            .filter(flag -> !intake.answers().containsKey(flag))
            .map(flag -> new Reason(Code.UNANSWERED, flag))
            .toList();
    if (!unanswered.isEmpty()) {
      return new Decision(Kind.UNDECIDED, unanswered);
    }
    List<Material> asked = asked(intake);
    List<Reason> unmarked =
        asked.stream()
            .filter(material -> material.required() && !intake.marks().containsKey(material.id()))
            .map(material -> new Reason(Code.UNMARKED, material.id()))
            .toList();
    if (!unmarked.isEmpty()) {
      return new Decision(Kind.UNDECIDED, unmarked);
    }
    List<Reason> problems = new ArrayList<>();
    List<Reason> conditions = new ArrayList<>();
    for (Material material : asked) {
      MaterialMark mark = intake.marks().get(material.id());
      if (mark != null) {
        problems.addAll(problems(material, mark, intake));
        conditions.addAll(conditions(material, mark));
      }
    }
    if (!problems.isEmpty()) {
      return new Decision(Kind.NOTICE, problems);
    }
    boolean deferred = conditions.stream().anyMatch(reason -> reason.code() == Code.DEFERRED);
    return new Decision(deferred ? Kind.ACCEPT_DEFERRED : Kind.ACCEPT, conditions);
  }

  /** {@link #asked(Item, Map)} of an intake. */
  public static List<Material> asked(Intake intake) {
    return asked(intake.item(), intake.answers());
  }

  /**
   * The materials that the answers so far call for, required or not, in the order of the guide: the
   * list a clerk works through.
   *
   * @param answers flag of a situation to whether it holds
   */
  public static List<Material> asked(Item item, Map<String, Boolean> answers) {
    return item.materials().stream()
        .filter(m -> m.when().isBlank() || answers.getOrDefault(m.when(), false))
        .toList();
  }

  /** Why a mark is not possible for a material of this applicant; empty when it is. */
  public static Optional<Code> refusal(Material material, MaterialMark mark, Intake intake) {
    return mark == MaterialMark.MISSING
        ? Optional.empty()
        : problems(material, mark, intake).stream().map(Reason::code).findFirst();
  }

  private static List<Reason> problems(Material material, MaterialMark mark, Intake intake) {
    List<Reason> found = new ArrayList<>();
    switch (mark) {
      case VERIFIED -> add(!material.electronic(), Code.NOT_VERIFIABLE, material, found);
      case ORIGINAL -> {}
      case COPY ->
          add(
              material.originals() > 0 && material.copies() == 0,
              Code.ORIGINAL_NEEDED,
              material,
              found);
      case DEFERRED -> {
        boolean open = material.deferrable() && !material.main() && !intake.item().immediate();
        add(!open, Code.NOT_DEFERRABLE, material, found);
        add(intake.barred(), Code.CREDIT_BARRED, material, found);
      }
      case COMMITTED -> {
        add(!material.commitment(), Code.NOT_COMMITTABLE, material, found);
        add(intake.barred(), Code.CREDIT_BARRED, material, found);
      }
      case MISSING -> add(material.required(), Code.MATERIAL_MISSING, material, found);
    }
    return found;
  }

  private static List<Reason> conditions(Material material, MaterialMark mark) {
    return switch (mark) {
      case DEFERRED -> List.of(new Reason(Code.DEFERRED, material.id()));
      case COMMITTED -> List.of(new Reason(Code.COMMITTED, material.id()));
      case VERIFIED, ORIGINAL, COPY, MISSING -> List.of();
    };
  }

  private static void add(boolean holds, Code code, Material material, List<Reason> found) {
    if (holds) {
      found.add(new Reason(code, material.id()));
    }
  }
}
