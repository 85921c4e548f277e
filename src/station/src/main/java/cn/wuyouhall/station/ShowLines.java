package cn.wuyouhall.station;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.Line;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.queue.HallView;
import cn.wuyouhall.domain.queue.WaitEstimate;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.domain.work.BlockingWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The hall's lines as a citizen or the guide sees them before choosing. Blocks. */
public final class ShowLines {
  private static final int VISITS_FOR_ESTIMATE = 20;
  private static final Duration FRESH = Duration.ofSeconds(15);

  private final HallQueue queue;
  private final Supplier<HallRules> rules;
  private final Supplier<Set<Integer>> staffed;
  private final InstantSource clock;
  private volatile Basis basis = new Basis(Instant.MIN, Set.of());

  /** Over these rules; {@code staffed} reads the windows where a clerk is signed in. */
  ShowLines(
      HallQueue queue,
      Supplier<HallRules> rules,
      Supplier<Set<Integer>> staffed,
      InstantSource clock) {
    this.queue = queue;
    this.rules = rules;
    this.staffed = staffed;
    this.clock = clock;
  }

  /**
   * A line on offer.
   *
   * @param line the line
   * @param ahead people waiting
   * @param estimate estimated wait of the next number
   * @param windows windows that serve it, in hall order
   * @param open whether a number can be taken now
   * @param opens when it opens again today, where it is closed and does
   */
  public record Offer(
      Line line,
      int ahead,
      WaitEstimate estimate,
      List<Integer> windows,
      boolean open,
      Optional<LocalTime> opens) {}

  /** All lines in the order of the hall's rules; closed ones stay in it and say when they open. */
  public List<Offer> offers() {
    BlockingWork.refuseOnUiThread();
    HallRules now = rules.get();
    HallView view = queue.view(clock.instant());
    LocalTime time = HallTime.local(clock.instant()).toLocalTime();
    return now.lines().stream()
        .sorted(Comparator.comparingInt(Line::order))
        .map(line -> {
          int ahead =
              view.lines().stream()
                  .filter(row -> row.line().equals(line.id()))
                  .mapToInt(HallView.LineRow::waiting)
                  .findFirst()
                  .orElse(0);
          return new Offer(
              line,
              ahead,
              waitOf(line.id(), ahead),
              now.windowsOf(line.id()),
              now.openAt(time),
              now.openAt(time) ? Optional.empty() : now.opensAfter(time));
        })
        .toList();
  }

  /**
   * The estimated wait with this many people ahead; while no clerk is signed in, as if one window
   * were open.
   */
  WaitEstimate waitOf(String line, int ahead) {
    Instant now = clock.instant();
    Basis known = basis;
    if (now.isAfter(known.readAt().plus(FRESH))) {
      known = new Basis(now, orNothing(staffed, Set.of()));
      basis = known;
    }
    long windows = rules.get().windowsOf(line).stream().filter(known.staffed()::contains).count();
    List<Duration> times =
        known
            .times()
            .computeIfAbsent(
                line,
                id -> orNothing(() -> queue.serviceTimes(id, VISITS_FOR_ESTIMATE), List.of()));
    return WaitEstimate.of(ahead, Math.max(1, (int) windows), times).orElseThrow();
  }

  /** A ticket that is already given is not held up for its estimate: the usual time stands in. */
  private static <T> T orNothing(Supplier<T> read, T nothing) {
    try {
      return read.get();
    } catch (HallUnavailable away) {
      return nothing;
    }
  }

  /**
   * What estimates rest on: windows where a clerk is signed in, and times of service by line. Read
   * again when it is no longer fresh, since a ticket must not wait for it.
   */
  private record Basis(Instant readAt, Set<Integer> staffed, Map<String, List<Duration>> times) {
    Basis(Instant readAt, Set<Integer> staffed) {
      this(readAt, staffed, new ConcurrentHashMap<>());
    }
  }
}
