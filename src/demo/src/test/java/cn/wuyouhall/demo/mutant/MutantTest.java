package cn.wuyouhall.demo.mutant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.demo.check.Checker;
import cn.wuyouhall.demo.check.Evidence;
import cn.wuyouhall.demo.check.Rule;
import cn.wuyouhall.demo.check.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker passes the program as it is and catches each mutant by the rule that is meant. */
class MutantTest {
  /** Rules that cannot hold either where the meant one does not. */
  private static final Map<Mutant, Set<Rule>> FALL_WITH_IT =
      Map.of(
          Mutant.DOUBLE_ISSUE, Set.of(Rule.PAPERS),
          Mutant.UNSEALED_GRADE, Set.of(Rule.RATINGS),
          Mutant.TWO_WINDOWS, Set.of(Rule.STATES),
          Mutant.SKIPPED_INVITATION, Set.of(Rule.RATINGS),
          Mutant.TICKET_LOST, Set.of(Rule.PAPERS, Rule.INVITATIONS));

  @TempDir static Path folder;
  private static Evidence good;

  @BeforeAll
  static void playOnce() {
    good = Mutant.playGood(folder.resolve("good"));
  }

  @Test
  void theProgramAsItIsKeepsEveryRule() {
    Verdict verdict = new Checker().examine(good);
    assertTrue(verdict.holds(), verdict::table);
    assertTrue(
        verdict.findings().stream().allMatch(finding -> finding.looked() > 0),
        () -> "a rule that looked at nothing proves nothing\n" + verdict.table());
    assertTrue(verdict.json().startsWith("{"), verdict::json);
  }

  @Test
  void theSealsOpenForTheSupervisorsOnly() {
    Evidence wrong = good.withPhrase("0000-0000-0000-0000-0000-0000-0000-0000");
    assertEquals(Set.of(Rule.GRADES_SEALED), new Checker().examine(wrong).broken());
  }

  @ParameterizedTest
  @EnumSource
  void isCaught(Mutant mutant) throws IOException {
    Path own = folder.resolve(mutant.name());
    Evidence evidence;
    if (mutant.spoilsFiles()) {
      copy(folder.resolve("good"), own);
      evidence = mutant.spoil(own);
    } else {
      evidence = mutant.play(own);
    }
    Verdict verdict = new Checker().examine(evidence);
    Set<Rule> expected = EnumSet.of(mutant.meant());
    expected.addAll(FALL_WITH_IT.getOrDefault(mutant, Set.of()));
    assertEquals(expected, verdict.broken(), verdict::table);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copy);
        } else if (Files.isRegularFile(path) && !Files.isSymbolicLink(path)) {
          Files.copy(path, copy);
        }
      }
    }
  }
}
