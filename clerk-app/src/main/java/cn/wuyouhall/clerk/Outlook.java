package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.queue.HallQueue.Current;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.rating.RatingBox.Progress;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.station.Cases;
import cn.wuyouhall.station.Links;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.WindowCalls;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What a window sees of the hall without touching a key: who waits and who is on hold, how
 * everything stands, what was taken in today. Read again with each news; a part that did not change
 * is not drawn again. FX thread.
 */
final class Outlook {
  /** The most tickets read of those waiting: where so many are, there may be more. */
  static final int WAITING_READ = 60;

  private static final int CASES_READ = 300;
  private static final int RECENT_ITEMS = 5;

  private final Around around;
  private final Session clerk;
  private final WindowCalls calls;
  private final Supplier<Optional<UUID>> rated;
  private final Consumer<Seen> seen;
  private final ObjectProperty<List<Ticket>> waiting =
      new SimpleObjectProperty<>(this, "waiting", List.of());
  private final ObjectProperty<List<Ticket>> held =
      new SimpleObjectProperty<>(this, "held", List.of());
  private final ObjectProperty<Links> links =
      new SimpleObjectProperty<>(
          this, "links", new Links(true, Optional.empty(), 0, 0, 0, Map.of()));
  private final ObjectProperty<Optional<Instant>> hallAwaySince =
      new SimpleObjectProperty<>(this, "hallAwaySince", Optional.empty());
  private final ObjectProperty<Today> today =
      new SimpleObjectProperty<>(this, "today", new Today(LocalDate.MIN, 0, List.of()));
  private final ObjectProperty<Instant> minute =
      new SimpleObjectProperty<>(this, "minute", Instant.EPOCH);
  private boolean casesChanged = true;
  private boolean reading;
  private boolean readAgain;

  /**
   * What was taken in here.
   *
   * @param day the day that is counted
   * @param cases accepted on it
   * @param items codes of the items taken in lately, newest first
   */
  record Today(LocalDate day, int cases, List<String> items) {}

  /**
   * One reading of the hall.
   *
   * @param current who the window has
   * @param of the visit whose rating was asked about
   * @param rating what may be known of it: never the grade
   */
  record Seen(Optional<Current> current, Optional<UUID> of, Optional<Progress> rating) {}

  private record Queue(List<Ticket> waiting, List<Ticket> held, Seen seen) {}

  private record Reading(Links links, Optional<Today> today, Optional<Queue> queue) {}

  /**
   * Nothing read yet.
   *
   * @param rated the visit whose rating is of interest
   * @param seen told after each reading the hall answered
   */
  Outlook(
      Around around,
      Session clerk,
      WindowCalls calls,
      Supplier<Optional<UUID>> rated,
      Consumer<Seen> seen) {
    this.around = around;
    this.clerk = clerk;
    this.calls = calls;
    this.rated = rated;
    this.seen = seen;
  }

  /** Reads everything that changes by itself; asked for again meanwhile, it reads once more. */
  void refresh() {
    if (reading) {
      readAgain = true;
      return;
    }
    reading = true;
    LocalDate day = HallTime.day(around.station().clock().instant());
    boolean cases = casesChanged || !day.equals(today.get().day());
    casesChanged = false;
    Optional<UUID> visit = rated.get();
    around
        .work()
        .run(() -> read(visit, cases ? Optional.of(day) : Optional.empty()))
        .then(found -> {
          show(found);
          readOnce();
        })
        .otherwise(failure -> {
          casesChanged |= cases;
          readOnce();
        });
  }

  /** The same, after a case was taken in here. */
  void casesChanged() {
    casesChanged = true;
    refresh();
  }

  private void readOnce() {
    reading = false;
    if (readAgain) {
      readAgain = false;
      refresh();
    }
  }

  private Reading read(Optional<UUID> visit, Optional<LocalDate> day) {
    Links now = around.station().links();
    Optional<Today> counted = day.map(this::count);
    try {
      return new Reading(
          now,
          counted,
          Optional.of(
              new Queue(
                  calls.waiting(clerk, WAITING_READ),
                  calls.held(clerk),
                  new Seen(
                      calls.current(clerk),
                      visit,
                      visit.flatMap(around.station().ratingProgress()::ofVisit)))));
    } catch (HallUnavailable away) {
      return new Reading(now, counted, Optional.empty());
    }
  }

  private Today count(LocalDate day) {
    List<CaseRecord> records =
        around.station().cases().ofThisStation(clerk, CASES_READ).stream()
            .map(Cases.Row::record)
            .toList();
    long cases =
        records.stream()
            .filter(one -> HallTime.day(one.at()).equals(day))
            .filter(one -> one.kind() != CaseRecord.Kind.NOTICE)
            .count();
    return new Today(
        day,
        (int) cases,
        records.stream().map(CaseRecord::itemCode).distinct().limit(RECENT_ITEMS).toList());
  }

  private void show(Reading found) {
    Instant now = around.station().clock().instant();
    renew(links, found.links());
    found.today().ifPresent(counted -> renew(today, counted));
    boolean away = found.queue().isEmpty() || !found.links().hallThere();
    if (away != hallAwaySince.get().isPresent()) {
      hallAwaySince.set(away ? Optional.of(now) : Optional.empty());
    }
    found
        .queue()
        .ifPresent(queue -> {
          renew(waiting, queue.waiting());
          renew(held, queue.held());
          seen.accept(queue.seen());
        });
    renew(minute, now.truncatedTo(ChronoUnit.MINUTES));
  }

  private static <T> void renew(ObjectProperty<T> shown, T now) {
    if (!shown.get().equals(now)) {
      shown.set(now);
    }
  }

  ReadOnlyObjectProperty<List<Ticket>> waitingProperty() {
    return waiting;
  }

  ReadOnlyObjectProperty<List<Ticket>> heldProperty() {
    return held;
  }

  ReadOnlyObjectProperty<Links> linksProperty() {
    return links;
  }

  ReadOnlyObjectProperty<Optional<Instant>> hallAwaySinceProperty() {
    return hallAwaySince;
  }

  ReadOnlyObjectProperty<Today> todayProperty() {
    return today;
  }

  /** The minute of the last reading: what is counted in minutes is drawn again with it. */
  ReadOnlyObjectProperty<Instant> minuteProperty() {
    return minute;
  }
}
