package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.HallQueue.Current;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.rating.RatingBox.Progress;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.WindowCalls;
import cn.wuyouhall.station.WindowCalls.Outcome;
import cn.wuyouhall.ui.Failure;
import cn.wuyouhall.ui.Sentence;
import cn.wuyouhall.ui.UiTimers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;

/**
 * The window as its clerk works it: who is called or before it, what keys, card and scanner do,
 * what the last of them came to. One wish at a time: while one is on its way, further keys change
 * nothing. FX thread; every job goes through the background.
 */
final class Desk {
  /** How long the second F10 is waited for. */
  private static final Duration END_ASKED = Duration.ofSeconds(15);

  private final Around around;
  private final Session clerk;
  private final WindowCalls calls;
  private final Outlook outlook;
  private final Sentence sentence;
  private final ObjectProperty<Optional<Current>> current =
      new SimpleObjectProperty<>(this, "current", Optional.empty());
  private final ObjectProperty<Optional<Visit>> visit =
      new SimpleObjectProperty<>(this, "visit", Optional.empty());
  private final ObjectProperty<Optional<Last>> last =
      new SimpleObjectProperty<>(this, "last", Optional.empty());
  private final ObjectProperty<Optional<TicketNumber>> undoable =
      new SimpleObjectProperty<>(this, "undoable", Optional.empty());
  private Optional<Laid> laid = Optional.empty();
  private Optional<UiTimers.Timer> endAsked = Optional.empty();
  private boolean saysNobody;
  private boolean busy;

  /** The last visit ended here, and what may be known of its rating: never the grade. */
  record Last(TicketNumber number, UUID visit, Optional<Progress> rating) {}

  /** Whose card was laid for a visit before it began. */
  private record Laid(UUID visit, Person person) {}

  /** The desk of a window; {@link #refresh} reads what is there. */
  Desk(Around around, Session clerk, WindowCalls calls) {
    this.around = around;
    this.clerk = clerk;
    this.calls = calls;
    this.sentence = new Sentence(around.texts());
    this.outlook = new Outlook(around, clerk, calls, () -> last.get().map(Last::visit), this::seen);
  }

  /** Reads everything that changes by itself. */
  void refresh() {
    outlook.refresh();
    visit.get().ifPresent(Visit::refreshMarks);
  }

  private void seen(Outlook.Seen now) {
    if (saysNobody && !outlook.waitingProperty().get().isEmpty()) {
      saysNobody = false;
      sentence.clear();
    }
    seat(now.current());
    if (now.rating().isPresent() && last.get().map(Last::visit).equals(now.of())) {
      last.set(last.get().map(one -> new Last(one.number(), one.visit(), now.rating())));
    }
  }

  private void seat(Optional<Current> now) {
    Optional<Current> serving = now.filter(c -> c.ticket().state() == TicketState.SERVING);
    boolean same = visit.get().map(Visit::id).equals(serving.map(Current::visit));
    if (!same) {
      visit.get().ifPresent(before -> before.activeProperty().get().keepNow());
      visit.set(serving.map(this::begin));
    }
    if (!now.equals(current.get())) {
      current.set(now);
    }
  }

  private Visit begin(Current now) {
    Optional<Person> card = laid.filter(one -> one.visit().equals(now.visit())).map(Laid::person);
    return new Visit(around, clerk, now, card, outlook::casesChanged);
  }

  /** F2. */
  void callNext() {
    wish(
        () -> calls.callNext(clerk),
        done -> {
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
        done -> sentence.say("call.again", done.ticket().number(), done.ticket().calls()));
  }

  /** F7. */
  void here() {
    wish(() -> calls.serve(clerk), done -> {});
  }

  /** F4. */
  void noShow() {
    wish(() -> calls.noShow(clerk), done -> sentence.say("call.missed", done.ticket().number()));
  }

  /** F5. */
  void hold() {
    visit.get().ifPresent(now -> now.activeProperty().get().keepNow());
    wish(() -> calls.hold(clerk), done -> sentence.say("call.held", done.ticket().number()));
  }

  /** Calls a ticket back that was set aside. */
  void callBack(Ticket ticket) {
    wish(() -> calls.callBack(clerk, ticket.id()), done -> last.set(Optional.empty()));
  }

  /**
   * F10. With a case begun and not taken in, the first time says so; the second one, soon after,
   * ends the visit without it.
   */
  void endVisit() {
    Optional<Visit> ending = visit.get();
    long open = ending.map(Visit::open).orElse(0L);
    if (open > 0 && endAsked.isEmpty()) {
      sentence.say(() -> around.texts().count("end.open", open));
      endAsked = Optional.of(around.timers().after(END_ASKED, this::askAgain));
      return;
    }
    wish(
        () -> calls.finish(clerk),
        done -> {
          ending.ifPresent(Visit::end);
          last.set(Optional.of(new Last(done.ticket().number(), done.visit(), Optional.empty())));
        });
  }

  private void askAgain() {
    endAsked = Optional.empty();
    sentence.clear();
  }

  private void wish(Callable<Outcome> job, Consumer<Outcome.Done> done) {
    ask(job, outcome -> answered(outcome, done));
  }

  private <T> void ask(Callable<T> job, Consumer<T> answer) {
    if (busy) {
      return;
    }
    busy = true;
    around
        .work()
        .run(job)
        .then(outcome -> {
          busy = false;
          answer.accept(outcome);
        })
        .otherwise(failure -> {
          busy = false;
          failed(failure);
        });
  }

  private void answered(Outcome outcome, Consumer<Outcome.Done> done) {
    endAsked.ifPresent(UiTimers.Timer::stop);
    endAsked = Optional.empty();
    saysNobody = outcome instanceof Outcome.NobodyWaiting;
    sentence.say(() -> Words.sentence(around.texts(), outcome));
    if (outcome instanceof Outcome.Done well) {
      undoable.set(Optional.empty());
      done.accept(well);
    }
    refresh();
  }

  /** Something failed that nobody expected. */
  void failed(Failure failure) {
    sentence.failed(failure);
  }

  /** What the card reader says. */
  void onCard(CardEvent event) {
    if (visit.get().isPresent()) {
      visit.get().get().cardLaid(event);
    } else if (event instanceof CardEvent.Read read && isCalled()) {
      Current called = current.get().orElseThrow();
      Person who = read.card().holder();
      meet(
          () -> calls.cardLaid(clerk, read.card().number()),
          called.ticket().holder().isPresent() ? "card.not-theirs" : "card.check",
          Optional.of(new Laid(called.visit(), who)));
    } else if (event instanceof CardEvent.Unreadable) {
      sentence.say("card.unreadable");
    }
  }

  /** What the scanner says. */
  void onScan(Scan scan) {
    switch (scan) {
      case Scan.Text(String text) when isCalled() ->
          meet(() -> calls.scanned(clerk, text), "scan.not-theirs", Optional.empty());
      case Scan.Text text -> sentence.say("scan.not-now");
      case Scan.Damaged() -> sentence.say("scan.damaged");
    }
  }

  /**
   * Somebody came before the window with a card or a code.
   *
   * @param otherwise what is said when it is not the one called
   * @param who whose card it is, where it is one; the clerk decides whether that is who came
   */
  private void meet(Callable<Optional<Outcome>> job, String otherwise, Optional<Laid> who) {
    ask(
        job,
        outcome -> {
          laid = outcome.isPresent() ? who : who.or(() -> laid);
          outcome.ifPresentOrElse(
              came -> answered(came, done -> {}),
              () -> sentence.say(otherwise, who.map(Laid::person).map(Words::masked).orElse("")));
        });
  }

  private boolean isCalled() {
    return current.get().filter(c -> c.ticket().state() == TicketState.CALLED).isPresent();
  }

  /** Why the keys of a called ticket are not possible now; blank when they are. */
  String whyNotCalled() {
    return isCalled() ? "" : why("call.already-here");
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
    return visit.get().isPresent() ? "" : why("call.not-here");
  }

  private String why(String withSomebody) {
    return around.texts().get(current.get().isPresent() ? withSomebody : "call.first");
  }

  Session clerk() {
    return clerk;
  }

  int window() {
    return calls.window();
  }

  /** What it sees of the hall. */
  Outlook outlook() {
    return outlook;
  }

  ReadOnlyObjectProperty<Optional<Current>> currentProperty() {
    return current;
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

  ObservableStringValue sentenceProperty() {
    return sentence.words();
  }
}
