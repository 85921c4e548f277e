package cn.wuyouhall.domain.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.catalogue.TimeLimit;
import cn.wuyouhall.domain.hall.Name;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceRulesTest {
  /**
   * Identity card: main, on line. Licence: copy. Site: deferrable. Staff: commitment. Proxy: only
   * by agent.
   */
  private static final List<Material> MATERIALS =
      List.of(
          material("id", true, "", true, 1, 0, true, false, 0, false),
          material("licence", true, "", false, 0, 1, true, false, 0, false),
          material("site", true, "", false, 1, 1, false, true, 10, false),
          material("staff", true, "", false, 1, 0, false, false, 0, true),
          material("proxy", true, "agent", false, 1, 0, false, false, 0, false),
          material("plan", false, "", false, 1, 0, false, false, 0, false));

  @ParameterizedTest(name = "{0} {1} → {2} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        // organisation, agent, barred, immediate as letters; marks by material; kind; reasons
        "-|id=2 licence=3 site=2 staff=2|ACCEPT|",
        "-|id=1 licence=1 site=3 staff=2 plan=6|ACCEPT|",
        "-|id=1 licence=2 site=4 staff=5|ACCEPT_DEFERRED|DEFERRED:site COMMITTED:staff",
        "-|id=1 licence=3 site=2 staff=5|ACCEPT|COMMITTED:staff",
        "-|id=1 licence=3|UNDECIDED|UNMARKED:site UNMARKED:staff",
        "a|id=1 licence=3 site=2 staff=2|UNDECIDED|UNMARKED:proxy",
        "a|id=1 licence=3 site=2 staff=2 proxy=3|NOTICE|ORIGINAL_NEEDED:proxy",
        "-|id=1 licence=3 site=2 staff=2 proxy=6|ACCEPT|",
        "-|id=3 licence=6 site=1 staff=4|NOTICE|"
            + "ORIGINAL_NEEDED:id MATERIAL_MISSING:licence NOT_VERIFIABLE:site NOT_DEFERRABLE:staff",
        "-|id=4 licence=5 site=2 staff=2|NOTICE|NOT_DEFERRABLE:id NOT_COMMITTABLE:licence",
        "-|id=1 licence=3 site=2 staff=2 plan=3|NOTICE|ORIGINAL_NEEDED:plan",
        "-|id=1 licence=3 site=2 staff=2 plan=4|NOTICE|NOT_DEFERRABLE:plan",
        "b|id=1 licence=3 site=4 staff=5|NOTICE|CREDIT_BARRED:site CREDIT_BARRED:staff",
        "b|id=4 licence=5 site=2 staff=2|NOTICE|"
            + "NOT_DEFERRABLE:id CREDIT_BARRED:id NOT_COMMITTABLE:licence CREDIT_BARRED:licence",
        "b|id=1 licence=3 site=2 staff=2|ACCEPT|",
        "i|id=1 licence=3 site=4 staff=2|NOTICE|NOT_DEFERRABLE:site",
        "o|id=1 licence=3 site=2 staff=2|REFUSE|NOT_ELIGIBLE:",
        "o|id=1|REFUSE|NOT_ELIGIBLE:",
      })
  void table(String flags, String marks, Decision.Kind kind, String reasons) {
    Intake intake =
        new Intake(
            item(flags.contains("i")),
            flags.contains("o"),
            Map.of("agent", flags.contains("a")),
            flags.contains("b"),
            marks(marks));
    assertEquals(new Decision(kind, reasons(reasons)), AcceptanceRules.decide(intake));
  }

  @Test
  void aKeyIsGreyExactlyWhereItsMarkWouldBeAProblem() {
    Intake free = new Intake(item(false), false, Map.of(), false, Map.of());
    Intake barred = new Intake(item(false), false, Map.of(), true, Map.of());
    Material site = MATERIALS.get(2);
    Material staff = MATERIALS.get(3);
    assertEquals(Optional.empty(), AcceptanceRules.refusal(site, MaterialMark.DEFERRED, free));
    assertEquals(
        Optional.of(Decision.Code.CREDIT_BARRED),
        AcceptanceRules.refusal(site, MaterialMark.DEFERRED, barred));
    assertEquals(
        Optional.of(Decision.Code.NOT_DEFERRABLE),
        AcceptanceRules.refusal(staff, MaterialMark.DEFERRED, free));
    assertEquals(Optional.empty(), AcceptanceRules.refusal(staff, MaterialMark.COMMITTED, free));
    assertEquals(
        Optional.of(Decision.Code.CREDIT_BARRED),
        AcceptanceRules.refusal(staff, MaterialMark.COMMITTED, barred));
  }

  @Test
  void aQuestionNobodyAnsweredIsNotANo() {
    Intake unasked =
        new Intake(
            item(false), false, Map.of(), false, marks("id=1 licence=3 site=2 staff=2 plan=1"));
    assertEquals(
        new Decision(
            Decision.Kind.UNDECIDED,
            List.of(new Decision.Reason(Decision.Code.UNANSWERED, "agent"))),
        AcceptanceRules.decide(unasked));
    assertEquals(Map.of("agent", true), item(false).answers(Set.of("agent")));
    assertEquals(Map.of("agent", false), item(false).answers(Set.of("other")));
  }

  @Property(tries = 500)
  void whatIsAcceptedHasEveryRequiredMaterialInHandOrPromised(@ForAll("intakes") Intake intake) {
    Decision decision = AcceptanceRules.decide(intake);
    if (decision.kind().accepts()) {
      for (Material material : AcceptanceRules.asked(intake)) {
        MaterialMark mark = intake.marks().get(material.id());
        assertTrue(
            !material.required() || (mark != null && mark != MaterialMark.MISSING), material.id());
      }
    } else {
      assertFalse(decision.reasons().isEmpty());
    }
    assertEquals(
        decision.kind() == Decision.Kind.ACCEPT_DEFERRED,
        decision.kind().accepts()
            && intake.marks().containsValue(MaterialMark.DEFERRED)
            && decision.reasons().stream().anyMatch(r -> r.code() == Decision.Code.DEFERRED));
  }

  @Provide
  Arbitrary<Intake> intakes() {
    Arbitrary<Map<String, MaterialMark>> marks =
        Arbitraries.maps(
            Arbitraries.of(MATERIALS.stream().map(Material::id).toList()),
            Arbitraries.of(MaterialMark.class));
    return marks.flatMap(some ->
        Arbitraries.integers()
            .between(0, 7)
            .map(bits ->
                new Intake(
                    item((bits & 1) != 0),
                    false,
                    Map.of("agent", (bits & 2) != 0),
                    (bits & 4) != 0,
                    some)));
  }

  private static Map<String, MaterialMark> marks(String text) {
    Map<String, MaterialMark> marks = new HashMap<>();
    for (String mark : text.split(" ", -1)) {
      String[] parts = mark.split("=", 2);
      marks.put(parts[0], MaterialMark.ofKey(Integer.parseInt(parts[1])).orElseThrow());
    }
    return marks;
  }

  private static List<Decision.Reason> reasons(String text) {
    if (text == null) {
      return List.of();
    }
    return List.of(text.split(" ", -1)).stream()
        .map(reason -> reason.split(":", 2))
        .map(parts -> new Decision.Reason(Decision.Code.valueOf(parts[0]), parts[1]))
        .toList();
  }

  private static Material material(
      String id,
      boolean required,
      String when,
      boolean main,
      int originals,
      int copies,
      boolean electronic,
      boolean deferrable,
      int deferDays,
      boolean commitment) {
    return new Material(
        id,
        id,
        required,
        when,
        main,
        originals,
        copies,
        electronic,
        deferrable,
        deferDays,
        commitment,
        "",
        "");
  }

  static Item item(boolean immediate) {
    TimeLimit limit = new TimeLimit(immediate ? 0 : 8, TimeLimit.Unit.WORKING_DAY);
    assertEquals(MATERIALS.size(), new HashSet<>(MATERIALS).size());
    return new Item(
        "code",
        "",
        "",
        new Name("小餐饮经营许可", ""),
        "01",
        "market",
        "enterprise",
        true,
        false,
        true,
        true,
        List.of(),
        true,
        false,
        limit,
        limit,
        immediate,
        "",
        List.of(),
        List.of(),
        List.of(),
        MATERIALS,
        List.of(new Item.Situation("agent", new Name("代办？", "By an agent?"))),
        "");
  }
}
