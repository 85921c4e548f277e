package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.CaseRegister;
import cn.wuyouhall.domain.cases.CaseRegister.Registered;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.cases.HallOutbox.Parcel;
import cn.wuyouhall.domain.cases.HallOutbox.StatusEntry;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.journal.StationJournal.Entry;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.rating.RatingBox;
import cn.wuyouhall.platform.CaseEventBody;
import cn.wuyouhall.platform.Delivery;
import cn.wuyouhall.platform.DeliveryResult;
import cn.wuyouhall.platform.PlatformClient;
import cn.wuyouhall.platform.Reading;
import cn.wuyouhall.platform.contract.StatusPage;
import cn.wuyouhall.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what this station did to the hall, and what the hall owes to the province. Both legs are
 * in order within a case, may be repeated at any point and take effect once: the journal id is the
 * key all the way. Any station's courier carries for all.
 *
 * <p>Runs on a thread of its own; wakes when something was saved, when the hall changes, and on a
 * slow tick.
 */
final class Courier implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int BATCH = 64;
  private static final int STATUS_PAGE = 200;
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration STATUS_EVERY = Duration.ofSeconds(15);

  private final StationJournal journal;
  private final CaseRegister register;
  private final RatingBox ratings;
  private final HallOutbox outbox;
  private final Optional<PlatformClient> platform;
  private final CaseJson cases;
  private final RatingJson ratingJson;
  private final InstantSource clock;
  private final InstantSource wall;
  private final Runnable news;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean closed;
  private volatile Optional<Instant> platformAwaySince = Optional.empty();
  private Instant statusAgain = Instant.MIN;

  Courier(
      StationJournal journal,
      CaseRegister register,
      RatingBox ratings,
      HallOutbox outbox,
      Optional<PlatformClient> platform,
      CaseJson cases,
      RatingJson ratingJson,
      InstantSource clock,
      InstantSource wall,
      Runnable news) {
    this.journal = journal;
    this.register = register;
    this.ratings = ratings;
    this.outbox = outbox;
    this.platform = platform;
    this.cases = cases;
    this.ratingJson = ratingJson;
    this.clock = clock;
    this.wall = wall;
    this.news = news;
  }

  /** Something may have to be carried; returns at once. */
  void wake() {
    wake.release();
  }

  /** Ends the loop after the call under way. */
  void close() {
    closed = true;
    wake.release();
  }

  /** Since when the province has not answered; empty while it does or nothing was tried. */
  Optional<Instant> platformAwaySince() {
    return platformAwaySince;
  }

  @Override
  public void run() {
    while (!closed) {
      try {
        turn();
        if (wake.tryAcquire(1, TimeUnit.SECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException fault) {
        LOG.error("courier turn failed [COURIER]", fault);
      }
    }
  }

  /**
   * One round: everything saved here to the hall, everything due to the province, its status back.
   */
  void turn() {
    try {
      toHall();
      if (platform.isPresent()) {
        toProvince(platform.get());
        status(platform.get());
      }
    } catch (HallUnavailable away) {
      LOG.warn("hall database away, carried later [HALL_AWAY]");
    } catch (StoreException notKept) {
      LOG.error("journal not readable or writable [{}]", notKept.code());
    }
  }

  private void toHall() {
    boolean carried = false;
    for (Entry entry : journal.undelivered(BATCH)) {
      if (closed) {
        return;
      }
      deliver(entry);
      carried = true;
    }
    if (carried) {
      journal
          .head()
          .ifPresent(head ->
              register.noteHead(
                  head.station(), head.incarnation(), head.seq(), head.hash(), clock.instant()));
      news.run();
    }
  }

  private void deliver(Entry entry) {
    byte[] payload = journal.payload(entry.id()).orElse(new byte[0]);
    if (entry.kind().equals(RatingJson.KIND)) {
      RatingJson.Ended ended = ratingJson.read(payload);
      ratings.end(
          entry.id(),
          ended.invitation(),
          ended.outcome(),
          ended.body(),
          entry.station(),
          ended.at());
      journal.delivered(entry.id(), clock.instant());
    } else if (entry.kind().startsWith("case.")) {
      switch (register.register(entry.id(), cases.read(payload), clock.instant())) {
        case Registered.Versioned done -> journal.delivered(entry.id(), clock.instant());
        case Registered.Clash clash -> {
          LOG.warn("hall refused entry {} [{}]", entry.id(), clash.code());
          journal.refused(entry.id(), clash.code(), clock.instant());
        }
      }
    }
    // An entry of a kind this program does not know stays: a newer program carries it.
  }

  private void toProvince(PlatformClient client) {
    String carrier = journal.identity().station();
    while (!closed) {
      Optional<Parcel> claimed = outbox.claim(carrier, wall.instant(), LEASE);
      if (claimed.isEmpty()) {
        return;
      }
      Parcel parcel = claimed.get();
      byte[] body =
          outbox.freeze(
              parcel.id(),
              parcel
                  .body()
                  .orElseGet(
                      () -> CaseEventBody.encode(parcel.event().orElseThrow(), parcel.version())));
      switch (client.deliver(Delivery.of(parcel, body))) {
        case DeliveryResult.Delivered got -> {
          outbox.delivered(parcel.id(), got.provincialNo(), got.receivedAt(), got.replay());
          reached();
        }
        case DeliveryResult.Refused no -> {
          LOG.warn("province refused parcel {} [{}]", parcel.id(), no.code());
          outbox.refused(parcel.id(), no.code(), no.message(), clock.instant());
          reached();
        }
        case DeliveryResult.TryLater later -> {
          Duration pause =
              later.after().orElseGet(() -> pauseAfter(parcel.attempts(), parcel.id()));
          outbox.later(parcel.id(), later.failure().code(), wall.instant().plus(pause));
          missed(later.failure().code());
          return;
        }
      }
      news.run();
    }
  }

  /**
   * Doubling from a second, with a spread by the parcel's id so that stations do not knock
   * together.
   */
  private static Duration pauseAfter(int attempts, UUID id) {
    long seconds = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(attempts, 10));
    long spread = Math.floorMod(id.getLeastSignificantBits(), 1000L);
    return Duration.ofMillis(seconds * 1000 + spread);
  }

  private void status(PlatformClient client) {
    Instant now = wall.instant();
    if (now.isBefore(statusAgain)) {
      return;
    }
    statusAgain = now.plus(STATUS_EVERY);
    switch (client.status(outbox.statusCursor(), STATUS_PAGE)) {
      case Reading.Read<StatusPage>(StatusPage page) -> {
        reached();
        if (!page.entries().isEmpty()) {
          List<StatusEntry> entries =
              page.entries().stream()
                  .map(e -> new StatusEntry(e.caseId(), e.provincialNo(), e.stage(), e.at()))
                  .toList();
          outbox.applyStatus(entries, page.cursor());
          news.run();
        }
      }
      case Reading.NotRead<StatusPage> none -> missed(none.failure().code());
    }
  }

  private void reached() {
    if (platformAwaySince.isPresent()) {
      LOG.info("province answers again");
      platformAwaySince = Optional.empty();
      news.run();
    }
  }

  private void missed(String code) {
    if (platformAwaySince.isEmpty()) {
      LOG.warn("province does not answer, kept and sent later [{}]", code);
      platformAwaySince = Optional.of(clock.instant());
      news.run();
    }
  }
}
