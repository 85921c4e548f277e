package cn.wuyouhall.station;

import cn.wuyouhall.domain.devices.Voice;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.hall.Window;
import cn.wuyouhall.domain.queue.Announcement;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.HallUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The voice of the hall: claims each call once and speaks it to its end. A call nobody spoke within
 * a minute is stale and is dropped from the voice, never from the board. One thread.
 */
public final class AnnounceCalls {
  private static final Duration STALE = Duration.ofMinutes(1);

  private final HallQueue queue;
  private final Voice voice;
  private final Supplier<HallRules> rules;
  private final String station;
  private final InstantSource clock;

  AnnounceCalls(
      HallQueue queue,
      Voice voice,
      Supplier<HallRules> rules,
      String station,
      InstantSource clock) {
    this.queue = queue;
    this.voice = voice;
    this.rules = rules;
    this.station = station;
    this.clock = clock;
  }

  /** Speaks what waits; returns how many calls were spoken. Blocks while speaking. */
  public int turn() {
    int spoken = 0;
    try {
      for (String zone : zones()) {
        Optional<Announcement> next =
            queue.claimAnnouncement(zone, station, clock.instant(), STALE);
        while (next.isPresent()) {
          voice.speak(next.get());
          spoken++;
          next = queue.claimAnnouncement(zone, station, clock.instant(), STALE);
        }
      }
    } catch (HallUnavailable away) {
      return spoken;
    }
    return spoken;
  }

  private List<String> zones() {
    return rules.get().windows().stream().map(Window::zone).distinct().toList();
  }
}
