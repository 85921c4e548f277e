package cn.wuyouhall.demo.mutant;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.demo.check.Checker;
import cn.wuyouhall.demo.check.Evidence;
import cn.wuyouhall.demo.check.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker passes the program as it is and catches each mutant by the rule that is meant. */
class MutantTest {
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
    assertTrue(verdict.broken().contains(mutant.meant()), verdict::table);
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
