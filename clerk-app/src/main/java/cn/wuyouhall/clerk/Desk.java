package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.HallQueue.Current;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.rating.RatingBox.Progress;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.station.Cases;
import cn.wuyouhall.station.Links;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.WindowCalls;
import cn.wuyouhall.station.WindowCalls.Outcome;
import cn.wuyouhall.ui.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The window as its clerk sees it: who is called, who waits, what the last key came to, how
 * everything stands. One wish at a time: while one is on its way, further keys change nothing. FX
 * thread; every job goes through the background.
 */
final class Desk {
  private static final int WAITING_SHOWN = 60;
  private static final int CASES_OF_A_DAY = 300;
  private static final int RECENT_ITEMS = 5;

  private final Around around;
  private final Session clerk;
  private final WindowCalls calls;
  private final ObjectProperty<Optional<Current>> current =
      new SimpleObjectProperty<>(this, "current", Optional.empty());
  private final ObjectProperty<List<Ticket>> waiting =
      new SimpleObjectProperty<>(this, "waiting", List.of());
  private final ObjectProperty<List<Ticket>> held =
      new SimpleObjectProperty<>(this, "held", List.of());
  private final ObjectProperty<Optional<Visit>> visit =
      new SimpleObjectProperty<>(this, "visit", Optional.empty());
  private final ObjectProperty<Optional<Last>> last =
      new SimpleObjectProperty<>(this, "last", Optional.empty());
  private final ObjectProperty<Optional<TicketNumber>> undoable =
      new SimpleObjectProperty<>(this, "undoable", Optional.empty());
  private final ObjectProperty<Links> links =
      new SimpleObjectProperty<>(
          this, "links", new Links(true, Optional.empty(), 0, 0, 0, Map.of()));
  private final ObjectProperty<Optional<Instant>> hallAwaySince =
      new SimpleObjectProperty<>(this, "hallAwaySince", Optional.empty());
  private final StringProperty sentence = new SimpleStringProperty(this, "sentence", "");
  private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
  private final ObjectProperty<List<String>> recentItems =
      new SimpleObjectProperty<>(this, "recentItems", List.of());
  private final IntegerProperty today = new SimpleIntegerProperty(this, "today");
  private Optional<Person> card = Optional.empty();
  private boolean endConfirmed;
  private boolean casesChanged = true;
  private boolean reading;
  private boolean readAgain;

  /** The last visit ended here, and what may be known of its rating: never the grade. */
  record Last(TicketNumber number, UUID visit, Optional<Progress> rating) {}

  private record OfToday(int count, List<String> items) {}

  private record Seen(
      Optional<Current> current,
      List<Ticket> waiting,
      List<Ticket> held,
      boolean hallThere,
      Links links,
      Optional<OfToday> ofToday,
      Optional<Progress> rating) {}

  /** The desk of a window; {@link #refresh} reads what is there. */
  Desk(Around around, Session clerk, WindowCalls calls) {
    this.around = around;
    this.clerk = clerk;
    this.calls = calls;
  }

  /** Reads everything that changes by itself; asked for again meanwhile, it reads once more. */
  void refresh() {
    if (reading) {
      readAgain = true;
      return;
    }
    reading = true;
    boolean casesToo = casesChanged;
    casesChanged = false;
    Optional<UUID> lastVisit = last.get().map(Last::visit);
    around
        .work()
        .run(() -> read(lastVisit, casesToo))
        .then(seen -> {
          show(seen);
          readOnce();
        })
        .otherwise(failure -> readOnce());
  }

  private void readOnce() {
    reading = false;
    if (readAgain) {
      readAgain = false;
      refresh();
    }
  }

  private Seen read(Optional<UUID> lastVisit, boolean casesToo) {
    Links now = around.station().links();
    LocalDate day = HallTime.day(around.station().clock().instant());
    List<Cases.Row> rows =
        casesToo ? around.station().cases().ofThisStation(clerk, CASES_OF_A_DAY) : List.of();
    List<String> items =
        rows.stream().map(row -> row.record().itemCode()).distinct().limit(RECENT_ITEMS).toList();
    int cases =
        (int)
            rows.stream()
                .filter(row -> HallTime.day(row.record().at()).equals(day))
                .filter(row -> row.record().kind() != CaseRecord.Kind.NOTICE)
                .count();
    try {
      return new Seen(
          calls.current(clerk),
          calls.waiting(clerk, WAITING_SHOWN),
          calls.held(clerk),
          true,
          now,
          casesToo ? Optional.of(new OfToday(cases, items)) : Optional.empty(),
          lastVisit.flatMap(around.station().ratingProgress()::ofVisit));
    } catch (HallUnavailable away) {
      return new Seen(
          current.get(), waiting.get(), held.get(), false, now, Optional.empty(), Optional.empty());
    }
  }

  private void show(Seen seen) {
    links.set(seen.links());
    seen.ofToday()
        .ifPresent(cases -> {
          today.set(cases.count());
          recentItems.set(cases.items());
        });
    boolean away = !seen.hallThere() || !seen.links().hallThere();
    if (away != hallAwaySince.get().isPresent()) {
      hallAwaySince.set(away ? Optional.of(around.station().clock().instant()) : Optional.empty());
    }
    waiting.set(seen.waiting());
    held.set(seen.held());
    seat(seen.current());
    if (seen.rating().isPresent()) {
      last.set(last.get().map(one -> new Last(one.number(), one.visit(), seen.rating())));
    }
    visit.get().ifPresent(Visit::refreshMarks);
  }

  private void seat(Optional<Current> now) {
    boolean serving = now.filter(c -> c.ticket().state() == TicketState.SERVING).isPresent();
    if (serving) {
      Current one = now.orElseThrow();
      if (visit.get().filter(v -> v.id().equals(one.visit())).isEmpty()) {
        visit.set(Optional.of(new Visit(around, clerk, one, card, this::caseTaken)));
        card = Optional.empty();
      }
    } else if (visit.get().isPresent()) {
      visit.get().get().activeProperty().get().keepNow();
      visit.set(Optional.empty());
    }
    current.set(now);
  }

  private void caseTaken() {
    casesChanged = true;
    refresh();
  }

  /** F2. */
  void callNext() {
    wish(
        () -> calls.callNext(clerk),
        done -> {
          card = Optional.empty();
          last.set(Optional.empty());
          undoable.set(Optional.of(done.ticket().number()));
        });
  }

  /** The undo bar's key, for the seconds the hall's rules give. */
  void takeBack() {
    wish(() -> calls.takeBack(clerk), done -> {});
  }

  /** How long a call can be taken back. */
  Duration undoTime() {
    return around.station().rules().calls().undo();
  }

  /** F3. */
  void recall() {
    wish(
        () -> calls.recall(clerk),
        done ->
            sentence.set(
                around.texts().get("call.again", done.ticket().number(), done.ticket().calls())));
  }

  /** F7. */
  void here() {
    wish(() -> calls.serve(clerk), done -> {});
  }

  /** F4. */
  void noShow() {
    wish(
        () -> calls.noShow(clerk),
        done -> sentence.set(around.texts().get("call.missed", done.ticket().number())));
  }

  /** F5. */
  void hold() {
    visit.get().ifPresent(now -> now.activeProperty().get().keepNow());
    wish(
        () -> calls.hold(clerk),
        done -> sentence.set(around.texts().get("call.held", done.ticket().number())));
  }

  /** Calls a ticket back that was set aside. */
  void callBack(Ticket ticket) {
    wish(() -> calls.callBack(clerk, ticket.id()), done -> last.set(Optional.empty()));
  }

  /**
   * F10. With a case begun and not taken in, the first time says so and the second one ends the
   * visit without it.
   */
  void endVisit() {
    long open = visit.get().map(Visit::open).orElse(0L);
    if (open > 0 && !endConfirmed) {
      endConfirmed = true;
      sentence.set(around.texts().count("end.open", open));
      return;
    }
    Optional<UUID> ending = visit.get().map(Visit::id);
    wish(
        () -> {
          Outcome outcome = calls.finish(clerk);
          if (outcome instanceof Outcome.Done && ending.isPresent()) {
            around.station().drafts().forget(clerk, ending.get());
          }
          return outcome;
        },
        done ->
            last.set(
                Optional.of(new Last(done.ticket().number(), done.visit(), Optional.empty()))));
  }

  private void wish(Callable<Outcome> job, java.util.function.Consumer<Outcome.Done> done) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    around
        .work()
        .run(job)
        .then(outcome -> {
          busy.set(false);
          answered(outcome, done);
        })
        .otherwise(failure -> {
          busy.set(false);
          failed(failure);
        });
  }

  private void answered(Outcome outcome, java.util.function.Consumer<Outcome.Done> done) {
    sentence.set(Words.sentence(around.texts(), outcome));
    if (outcome instanceof Outcome.Done well) {
      endConfirmed = false;
      undoable.set(Optional.empty());
      done.accept(well);
    }
    refresh();
  }

  private void failed(Failure failure) {
    sentence.set(around.texts().get("sentence.failure", failure.code()));
  }

  /** What the card reader says. */
  void onCard(CardEvent event) {
    if (visit.get().isPresent()) {
      visit.get().get().cardLaid(event);
    } else if (event instanceof CardEvent.Read read && isCalled()) {
      meet(
          () -> calls.cardLaid(clerk, read.card().number()),
          () -> {
            card = Optional.of(read.card().holder());
            String who = Words.masked(read.card().holder());
            return around
                .texts()
                .get(
                    current.get().flatMap(c -> c.ticket().holder()).isPresent()
                        ? "card.not-theirs"
                        : "card.check",
                    who);
          },
          read.card().holder());
    } else if (event instanceof CardEvent.Unreadable) {
      sentence.set(around.texts().get("card.unreadable"));
    }
  }

  /** What the scanner says. */
  void onScan(Scan scan) {
    switch (scan) {
      case Scan.Text(String text) when isCalled() ->
          meet(() -> calls.scanned(clerk, text), () -> around.texts().get("scan.not-theirs"), null);
      case Scan.Text text -> sentence.set(around.texts().get("scan.not-now"));
      case Scan.Damaged() -> sentence.set(around.texts().get("scan.damaged"));
    }
  }

  private void meet(
      Callable<Optional<Outcome>> job, java.util.function.Supplier<String> otherwise, Person who) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    around
        .work()
        .run(job)
        .then(outcome -> {
          busy.set(false);
          if (outcome.isPresent()) {
            card = Optional.ofNullable(who);
            answered(outcome.get(), done -> {});
          } else {
            sentence.set(otherwise.get());
          }
        })
        .otherwise(failure -> {
          busy.set(false);
          failed(failure);
        });
  }

  private boolean isCalled() {
    return current.get().filter(c -> c.ticket().state() == TicketState.CALLED).isPresent();
  }

  /** Why the keys of a called ticket are not possible now; blank when they are. */
  String whyNotCalled() {
    return isCalled() ? "" : why(c -> "call.already-here");
  }

  /** Why nothing can be set aside now; blank when it can. */
  String whyNotHold() {
    return current.get().isPresent() ? "" : around.texts().get("call.first");
  }

  /** Why nobody can be called now; blank when the next one can. */
  String whyNotNext() {
    return current.get().isEmpty() ? "" : around.texts().get("call.busy");
  }

  /** Why the visit cannot be ended now; blank when it can. */
  String whyNotEnd() {
    return visit.get().isPresent() ? "" : why(c -> "call.not-here");
  }

  private String why(Function<Current, String> key) {
    return around.texts().get(current.get().map(key).orElse("call.first"));
  }

  Session clerk() {
    return clerk;
  }

  int window() {
    return calls.window();
  }

  ReadOnlyObjectProperty<Optional<Current>> currentProperty() {
    return current;
  }

  ReadOnlyObjectProperty<List<Ticket>> waitingProperty() {
    return waiting;
  }

  ReadOnlyObjectProperty<List<Ticket>> heldProperty() {
    return held;
  }

  ReadOnlyObjectProperty<Optional<Visit>> visitProperty() {
    return visit;
  }

  ReadOnlyObjectProperty<Optional<Last>> lastProperty() {
    return last;
  }

  /** The number just called, while the call can be taken back. */
  ReadOnlyObjectProperty<Optional<TicketNumber>> undoableProperty() {
    return undoable;
  }

  ReadOnlyObjectProperty<Links> linksProperty() {
    return links;
  }

  ReadOnlyObjectProperty<Optional<Instant>> hallAwaySinceProperty() {
    return hallAwaySince;
  }

  StringProperty sentenceProperty() {
    return sentence;
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }

  /** Codes of the items taken in here lately, newest first. */
  ReadOnlyObjectProperty<List<String>> recentItemsProperty() {
    return recentItems;
  }

  /** Cases taken in at this station today. */
  ReadOnlyIntegerProperty todayProperty() {
    return today;
  }
}
