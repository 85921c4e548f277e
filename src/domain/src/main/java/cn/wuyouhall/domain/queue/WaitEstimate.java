package cn.wuyouhall.domain.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a citizen will wait, as a range in steps of five minutes: a figure to plan by, never a
 * promise. It knows what the day so far knows, and says less the less that is.
 *
 * @param fromMinutes the shorter end, a multiple of 5
 * @param untilMinutes the longer end, a multiple of 5 and at least 5 above
 */
public record WaitEstimate(int fromMinutes, int untilMinutes) {
  /** Visits of the day below which the usual time is taken instead. */
  public static final int ENOUGH = 5;

  /** What a visit usually takes, until the day has shown its own. */
  public static final Duration USUAL = Duration.ofMinutes(9);

  private static final int STEP = 5;
  private static final double SHORTEST = 1;
  private static final double LONGEST = 60;

  /** Spread of a visit's length as a share of its mean, where the day has shown none. */
  private static final double USUAL_SPREAD = 0.6;

  /**
   * The estimate.
   *
   * @param ahead tickets that will be called before this one
   * @param openWindows windows that serve its line now, occupied or not
   * @param serviceTimes lengths of the line's last visits today; the shortest and longest are
   *     trimmed to 1 and 60 minutes, since a key forgotten at noon says nothing about the work
   * @return empty when no window is open: then nothing honest can be said
   */
  public static Optional<WaitEstimate> of(int ahead, int openWindows, List<Duration> serviceTimes) {
    if (openWindows < 1) {
      return Optional.empty();
    }
    List<Double> minutes =
        serviceTimes.stream()
            .map(time -> Math.clamp(time.toMillis() / 60_000.0, SHORTEST, LONGEST))
            .toList();
    double mean = USUAL.toMinutes();
    double spread = mean * USUAL_SPREAD;
    if (minutes.size() >= ENOUGH) {
      mean = mean(minutes);
      spread = spread(minutes, mean);
    }
    // The people ahead, whose visits spread with the root of their number; and at the longer end
    // half a visit's share
    // more, for those who are at the windows already.
    double middle = ahead * mean / openWindows;
    double doubt = Math.sqrt(ahead) * spread / openWindows;
    int from = (int) Math.floor((middle - doubt) / STEP) * STEP;
    int until = (int) Math.ceil((middle + doubt + mean / openWindows / 2) / STEP) * STEP;
    from = Math.max(0, from);
    return Optional.of(new WaitEstimate(from, Math.max(until, from + STEP)));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  private static double spread(List<Double> values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.size() - 1));
  }
}
