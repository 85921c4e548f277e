package cn.wuyouhall.domain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WaitEstimateTest {
  @Test
  void theUsualTimeUntilTheDayHasShownItsOwn() {
    List<Duration> few = minutes(60, 60, 60, 60);
    assertEquals(Optional.of(new WaitEstimate(15, 30)), WaitEstimate.of(7, 3, few));
    assertEquals(Optional.of(new WaitEstimate(0, 5)), WaitEstimate.of(0, 3, List.of()));
  }

  @Test
  void theDaysOwnTimeFromFiveVisitsOn() {
    assertEquals(
        Optional.of(new WaitEstimate(20, 25)), WaitEstimate.of(8, 2, minutes(5, 5, 5, 5, 5)));
    assertEquals(
        Optional.of(new WaitEstimate(10, 30)), WaitEstimate.of(8, 2, minutes(1, 2, 5, 7, 10)));
  }

  @Test
  void aForgottenKeySaysNothingAboutTheWork() {
    assertEquals(
        WaitEstimate.of(4, 1, minutes(8, 8, 8, 8, 60)),
        WaitEstimate.of(4, 1, minutes(8, 8, 8, 8, 300)));
  }

  @Test
  void withoutAWindowNothingIsSaid() {
    assertEquals(Optional.empty(), WaitEstimate.of(3, 0, List.of()));
  }

  @Property(tries = 500)
  void alwaysARangeInFivesThatGrowsWithThoseAhead(
      @ForAll @IntRange(max = 200) int ahead,
      @ForAll @IntRange(min = 1, max = 12) int windows,
      @ForAll @Size(max = 30) List<@IntRange(max = 200) Integer> times) {
    List<Duration> served = times.stream().map(Duration::ofMinutes).toList();
    WaitEstimate one = WaitEstimate.of(ahead, windows, served).orElseThrow();
    WaitEstimate more = WaitEstimate.of(ahead + 1, windows, served).orElseThrow();
    assertTrue(one.fromMinutes() >= 0 && one.untilMinutes() - one.fromMinutes() >= 5);
    assertEquals(0, one.fromMinutes() % 5 + one.untilMinutes() % 5);
    assertTrue(more.untilMinutes() >= one.untilMinutes());
  }

  private static List<Duration> minutes(int... minutes) {
    return Stream.of(java.util.Arrays.stream(minutes).boxed().toArray(Integer[]::new))
        .map(Duration::ofMinutes)
        .toList();
  }
}
