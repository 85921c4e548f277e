package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.CaseRecord;
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
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
  private static final String UNREADABLE = "UNREADABLE";
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
  private final ProvinceKey provinceKey;
  private final CaseJson cases;
  private final RatingJson ratingJson;
  private final InstantSource clock;
  private final InstantSource wall;
  private final Runnable news;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean closed;
  private volatile Optional<Instant> platformAwaySince = Optional.empty();
  private final Set<UUID> strange = new HashSet<>();
  private boolean hallAway;
  private Instant statusAgain = Instant.MIN;
  private Instant provinceAgain = Instant.MIN;

  Courier(
      StationJournal journal,
      CaseRegister register,
      RatingBox ratings,
      HallOutbox outbox,
      Optional<PlatformClient> platform,
      ProvinceKey provinceKey,
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
    this.provinceKey = provinceKey;
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
      } catch (RuntimeException fault) {
        LOG.error("courier turn failed [COURIER]", fault);
      }
      try {
        if (wake.tryAcquire(1, TimeUnit.SECONDS)) {
          wake.drainPermits();
        }
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  /**
   * One round: everything saved here to the hall, everything due to the province, its status back.
   */
  void turn() {
    try {
      toHall();
      // Before the parcels: a province that does not answer holds up one request, not the pad.
      provinceKey.refresh(platform);
      // A province that names a time is left alone until then, whatever waits.
      if (platform.isPresent() && !wall.instant().isBefore(provinceAgain)) {
        toProvince(platform.get());
        status(platform.get());
      }
      hallAway = false;
    } catch (HallUnavailable away) {
      if (!hallAway) {
        LOG.warn("hall database away, carried later [{}]", away.code().orElse("HALL_AWAY"));
      }
      hallAway = true;
    } catch (StoreException notKept) {
      LOG.error("journal not readable or writable [{}]", notKept.code());
    }
  }

  private void toHall() {
    boolean carried = false;
    for (Entry entry : journal.undelivered(BATCH + strange.size())) {
      if (closed) {
        return;
      }
      carried |= deliver(entry);
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

  /** Whether the entry no longer waits. One of a kind not known here stays for a newer program. */
  private boolean deliver(Entry entry) {
    boolean rating = entry.kind().equals(RatingJson.KIND);
    if (!rating && !entry.kind().startsWith("case.")) {
      if (strange.add(entry.id())) {
        LOG.warn("entry {} is of a kind a newer program carries [UNKNOWN_KIND]", entry.id());
      }
      return false;
    }
    Optional<String> fault = rating ? endRating(entry) : register(entry);
    if (fault.isEmpty()) {
      journal.delivered(entry.id(), clock.instant());
    } else {
      LOG.warn("entry {} not taken by the hall [{}]", entry.id(), fault.get());
      journal.refused(entry.id(), fault.get(), clock.instant());
    }
    return true;
  }

  private Optional<String> endRating(Entry entry) {
    Optional<RatingJson.Ended> kept = read(entry, ratingJson::read);
    if (kept.isEmpty()) {
      return Optional.of(UNREADABLE);
    }
    RatingJson.Ended ended = kept.get();
    boolean taken =
        ratings.end(
            entry.id(),
            ended.invitation(),
            ended.outcome(),
            ended.body(),
            entry.station(),
            ended.at());
    return taken ? Optional.empty() : Optional.of("ALREADY_ENDED");
  }

  private Optional<String> register(Entry entry) {
    Optional<CaseRecord> event = read(entry, cases::read);
    if (event.isEmpty()) {
      return Optional.of(UNREADABLE);
    }
    return switch (register.register(entry.id(), event.get(), clock.instant())) {
      case Registered.Versioned done -> Optional.empty();
      case Registered.Clash clash -> Optional.of(clash.code());
    };
  }

  /** What was kept; empty where it was damaged, so that it holds up nothing that comes after it. */
  private <T> Optional<T> read(Entry entry, Function<byte[], T> shape) {
    try {
      return journal.payload(entry.id()).map(shape);
    } catch (UncheckedIOException damaged) {
      return Optional.empty();
    } catch (StoreException notOpened) {
      if (notOpened.reason() == StoreException.Code.WRONG_KEY) {
        return Optional.empty();
      }
      throw notOpened;
    }
  }

  private void toProvince(PlatformClient client) {
    String carrier = journal.identity().station();
    while (!closed) {
      Optional<Parcel> claimed = outbox.claim(carrier, wall.instant(), LEASE);
      if (claimed.isEmpty()) {
        return;
      }
      Parcel parcel = claimed.get();
      Optional<byte[]> written = write(parcel);
      if (written.isEmpty()) {
        outbox.refused(parcel.id(), UNREADABLE, "", clock.instant());
        continue;
      }
      byte[] body = outbox.freeze(parcel.id(), written.get());
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
          later.after().ifPresent(asked -> provinceAgain = wall.instant().plus(asked));
          missed(later.failure().code());
          return;
        }
      }
      news.run();
    }
  }

  /** A parcel's bytes; empty where its event cannot be written, so that other lanes go on. */
  private static Optional<byte[]> write(Parcel parcel) {
    if (parcel.body().isPresent()) {
      return parcel.body();
    }
    try {
      return parcel.event().map(event -> CaseEventBody.encode(event, parcel.version()));
    } catch (RuntimeException notWritable) {
      LOG.error("parcel {} cannot be written for the province [{}]", parcel.id(), UNREADABLE);
      return Optional.empty();
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
