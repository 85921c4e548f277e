package cn.wuyouhall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.ui.Background;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes while it is being read. */
class RereadTest {
  private final List<String> told = new ArrayList<>();
  private int readings;
  private Reread<Integer> reread;

  private int read() {
    readings++;
    if (readings == 1) {
      reread.now();
      reread.now();
    }
    if (readings == 3) {
      throw new IllegalStateException("a test's failure");
    }
    return readings;
  }

  @Test
  void newsDuringAReadingAreReadOnceMoreAndAFailureEndsNothing() {
    reread =
        new Reread<>(
            Background.sameThread(),
            this::read,
            seen -> told.add("seen " + seen),
            () -> told.add("lost"));
    reread.now();
    assertEquals(List.of("seen 1", "seen 2"), told);
    reread.now();
    reread.now();
    assertEquals(List.of("seen 1", "seen 2", "lost", "seen 4"), told);
  }
}
