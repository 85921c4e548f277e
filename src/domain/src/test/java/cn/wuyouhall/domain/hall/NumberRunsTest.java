package cn.wuyouhall.domain.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberRunsTest {
  @Test
  void threeAndMoreAreDrawnTogether() {
    assertEquals(List.of(), NumberRuns.of(List.of(), "-"));
    assertEquals(List.of("4", "5"), NumberRuns.of(List.of(4, 5), "-"));
    assertEquals(List.of("1-6", "15"), NumberRuns.of(List.of(1, 2, 3, 4, 5, 6, 15), "-"));
    assertEquals(List.of("3", "10", "14–16"), NumberRuns.of(List.of(3, 10, 14, 15, 16), "–"));
  }
}
