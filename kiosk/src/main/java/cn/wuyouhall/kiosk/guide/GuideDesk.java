package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.station.GuideTickets.Found;
import cn.wuyouhall.station.GuideTickets.LineNow;
import cn.wuyouhall.station.GuideTickets.Look;
import cn.wuyouhall.station.GuideTickets.Settled;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.UiTimers;
import cn.wuyouhall.ui.controls.StatusStrip.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The guide desk without a node: the hall at a glance, the line chosen, the ticket looked at, the
 * card laid, what the last key came to. One wish at a time: while one is on its way further keys
 * change nothing. FX thread.
 */
final class GuideDesk {
  private static final Duration AGAIN = Duration.ofSeconds(20);
  private static final Duration CARD_KEPT = Duration.ofSeconds(60);

  private final Around around;
  private final Texts texts;
  private final Session guide;
  private final ReadOnlyObjectWrapper<Optional<Look>> look =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Instant>> awaySince =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<DeviceState> printer =
      new ReadOnlyObjectWrapper<>(new DeviceState(DeviceState.Health.GOOD, "", Optional.empty()));
  private final ReadOnlyObjectWrapper<Optional<String>> line =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Person>> card =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<Ticket>> found = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Ticket>> ticket =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<IssueOutcome.Issued>> issued =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<IssueOutcome.DidPaperCome>> asked =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final UiTimers.Timer again;
  private Optional<UiTimers.Timer> cardKept = Optional.empty();
  private boolean reading;
  private boolean readAgain;

  private record Seen(Optional<Look> look, DeviceState printer, Optional<Ticket> ticket) {}

  /** The desk of this person; {@link #refresh} reads what is there. */
  GuideDesk(Around around, Session guide) {
    this.around = around;
    this.texts = around.texts();
    this.guide = guide;
    this.again = around.timers().every(AGAIN, this::refresh);
  }

  /** The person is gone: nothing is read any more. */
  void close() {
    again.stop();
    cardKept.ifPresent(UiTimers.Timer::stop);
  }

  /** Reads everything that changes by itself; asked for again meanwhile, it reads once more. */
  void refresh() {
    if (reading) {
      readAgain = true;
      return;
    }
    reading = true;
    Optional<Ticket> shown = ticket.get();
    around
        .work()
        .run(() -> read(shown))
        .then(seen -> {
          show(seen, shown);
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

  private Seen read(Optional<Ticket> shown) {
    DeviceState printerNow = around.jobs().printer();
    try {
      Look now = around.jobs().look(guide);
      Optional<Ticket> newer =
          shown.flatMap(one ->
              around.jobs().find(guide, one.number().shown()) instanceof Found.Tickets there
                  ? there.tickets().stream().filter(t -> t.id().equals(one.id())).findFirst()
                  : Optional.empty());
      return new Seen(Optional.of(now), printerNow, newer);
    } catch (HallUnavailable away) {
      return new Seen(Optional.empty(), printerNow, Optional.empty());
    }
  }

  private void show(Seen seen, Optional<Ticket> shown) {
    printer.set(seen.printer());
    boolean away = seen.look().isEmpty();
    if (away != awaySince.get().isPresent()) {
      awaySince.set(away ? Optional.of(around.clock().instant()) : Optional.empty());
    }
    if (!away) {
      look.set(seen.look());
    }
    if (seen.ticket().isPresent() && ticket.get().equals(shown)) {
      ticket.set(seen.ticket());
    }
  }

  // Lines and numbers

  /** The line with this key, from 1; chosen again it stays. */
  void choose(int key) {
    List<LineNow> lines = look.get().map(Look::lines).orElse(List.of());
    if (key >= 1 && key <= lines.size()) {
      line.set(Optional.of(lines.get(key - 1).line().id()));
      issued.set(Optional.empty());
    }
  }

  /** The line chosen, as it stands now. */
  Optional<LineNow> chosen() {
    return look.get()
        .flatMap(now ->
            now.lines().stream()
                .filter(one -> Optional.of(one.line().id()).equals(line.get()))
                .findFirst());
  }

  /** F2: a number in the chosen line, for the person whose card was laid if one was. */
  void issue() {
    Optional<LineNow> wanted = chosen();
    if (wanted.isEmpty() || !whyNotIssue().isBlank()) {
      return;
    }
    Optional<Person> holder = card.get();
    wish(
        () -> around.jobs().issue(guide, wanted.get().line().id(), holder),
        outcome -> answered(outcome, Optional.empty()));
  }

  /** Why no number can be given out now; blank when one can. */
  String whyNotIssue() {
    Optional<String> notNow = whyNothing();
    if (notNow.isPresent()) {
      return notNow.get();
    }
    return chosen()
        .map(now -> GuideWords.closed(texts, now))
        .orElseGet(() -> texts.get("why.no-line"));
  }

  // Tickets

  /** Looks a ticket up by what was typed. */
  void lookUp(String text) {
    if (!text.isBlank()) {
      wish(() -> around.jobs().find(guide, text), this::show);
    }
  }

  /** Looks at a ticket that was offered. */
  void select(Ticket one) {
    ticket.set(Optional.of(one));
    said.set(Said.NOTHING);
    issued.set(Optional.empty());
  }

  /** The ticket that waits for a guide with this key, from 1. */
  void selectWanting(int key) {
    List<Ticket> wanting = look.get().map(Look::wanting).orElse(List.of());
    if (key >= 1 && key <= wanting.size()) {
      found.set(List.of());
      select(wanting.get(key - 1));
    }
  }

  private void show(Found answer) {
    switch (answer) {
      case Found.Tickets(List<Ticket> tickets) -> {
        found.set(tickets.size() > 1 ? tickets : List.of());
        select(
            tickets.stream().min(Comparator.comparing(one -> one.state().isFinal())).orElseThrow());
      }
      case Found.Nothing() -> nothing("find.nothing");
      case Found.NotUnderstood() -> nothing("find.not-understood");
      case Found.HallAway() -> nothing("why.away");
    }
  }

  private void nothing(String key) {
    found.set(List.of());
    ticket.set(Optional.empty());
    say(Tone.WARN, texts.get(key));
  }

  /** F3: a new number in this ticket's place. */
  void replace() {
    ticket
        .get()
        .filter(one -> whyNotReplace().isBlank())
        .ifPresent(one ->
            wish(
                () -> around.jobs().replace(guide, one.id()),
                outcome -> answered(outcome, Optional.of(one))));
  }

  /** F9: this ticket's paper is in the citizen's hand. */
  void confirm() {
    ticket
        .get()
        .filter(one -> whyNotConfirm().isBlank())
        .ifPresent(one ->
            wish(
                () -> around.jobs().confirm(guide, one.id()),
                outcome -> settled(outcome, "done.confirmed")));
  }

  /** F4: this ticket is void. */
  void takeBack() {
    ticket
        .get()
        .filter(one -> whyNotTakeBack().isBlank())
        .ifPresent(one ->
            wish(
                () -> around.jobs().takeBack(guide, one.id()),
                outcome -> settled(outcome, "done.void")));
  }

  /** Why the ticket cannot be replaced now; blank when it can. */
  String whyNotReplace() {
    return why(one -> one.state() == TicketState.VOID || one.unconfirmed(), "why.valid");
  }

  /** Why the ticket cannot be confirmed now; blank when it can. */
  String whyNotConfirm() {
    return why(Ticket::unconfirmed, "why.confirmed");
  }

  /** Why the ticket cannot be taken back now; blank when it can. */
  String whyNotTakeBack() {
    return why(one -> one.state() == TicketState.WAITING || one.unconfirmed(), "why.not-waiting");
  }

  private String why(java.util.function.Predicate<Ticket> allowed, String otherwise) {
    Optional<String> notNow = whyNothing();
    if (notNow.isPresent()) {
      return notNow.get();
    }
    return ticket.get().filter(allowed).isPresent() ? "" : texts.get(otherwise);
  }

  private Optional<String> whyNothing() {
    if (awaySince.get().isPresent()) {
      return Optional.of(texts.get("why.away"));
    }
    return asked.get().map(question -> texts.get("why.asked"));
  }

  /** The answer to "did the paper come out?". */
  void paperCame(boolean came) {
    asked
        .get()
        .ifPresent(question ->
            wish(
                () -> around.jobs().answer(guide, question, came),
                outcome -> {
                  asked.set(Optional.empty());
                  answered(outcome, Optional.empty());
                }));
  }

  // Answers

  private void answered(IssueOutcome outcome, Optional<Ticket> replaced) {
    switch (outcome) {
      case IssueOutcome.Issued done -> {
        wipe();
        issued.set(Optional.of(done));
        replaced.ifPresent(old ->
            say(Tone.QUIET, texts.get("done.replaced", old.number(), done.ticket().number())));
      }
      case IssueOutcome.DidPaperCome question -> asked.set(Optional.of(question));
      case IssueOutcome.NoPaper(Ticket none, String code) -> {
        select(none);
        say(Tone.BAD, texts.get("issue.no-paper", none.number(), trouble(code)));
      }
      case IssueOutcome.Unconfirmed(Ticket unsure, String code) -> {
        select(unsure);
        say(Tone.WARN, texts.get("issue.unconfirmed", unsure.number()));
      }
      case IssueOutcome.AlreadyWaiting waiting -> {
        select(waiting.ticket());
        say(Tone.WARN, already(waiting.ticket(), replaced));
      }
      case IssueOutcome.Closed closed ->
          say(
              Tone.WARN,
              closed
                  .opens()
                  .map(time -> texts.get("line.opens", GuideWords.clock(time)))
                  .orElseGet(() -> texts.get("line.closed")));
      case IssueOutcome.SecondTap() -> say(Tone.QUIET, texts.get("issue.second-tap"));
      case IssueOutcome.HallAway() -> say(Tone.WARN, texts.get("why.away"));
      case IssueOutcome.NotSaved(String code) -> say(Tone.BAD, texts.get("issue.not-saved", code));
    }
  }

  private String already(Ticket there, Optional<Ticket> replaced) {
    boolean itself = replaced.filter(old -> old.id().equals(there.id())).isPresent();
    if (itself) {
      return texts.get("why.valid");
    }
    return replaced
        .map(old -> texts.get("issue.replaced-before", old.number(), there.number()))
        .orElseGet(() -> texts.get("issue.already", there.number()));
  }

  private String trouble(String code) {
    return texts.has("device." + code) ? texts.get("device." + code) : code;
  }

  private void settled(Settled outcome, String done) {
    switch (outcome) {
      case Settled.Done(Ticket now) -> {
        select(now);
        say(Tone.QUIET, texts.get(done, now.number()));
      }
      case Settled.Refused refused -> say(Tone.WARN, texts.get("refused." + refused.reason()));
      case Settled.HallAway() -> say(Tone.WARN, texts.get("why.away"));
      case Settled.NotSaved(String code) -> say(Tone.BAD, texts.get("issue.not-saved", code));
    }
  }

  private <T> void wish(Callable<T> job, Consumer<T> show) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    said.set(Said.NOTHING);
    around
        .work()
        .<T>run(job)
        .then(answer -> {
          busy.set(false);
          show.accept(answer);
          refresh();
        })
        .otherwise(failure -> {
          busy.set(false);
          say(Tone.BAD, texts.get("issue.failure", failure.code()));
        });
  }

  private void say(Tone tone, String text) {
    said.set(new Said(tone, text));
  }

  // Cards and codes

  /** What the card reader says: the holder of the next number, and of the tickets they have. */
  void onCard(CardEvent event) {
    switch (event) {
      case CardEvent.Read(var laid) -> {
        Person holder = laid.holder();
        card.set(Optional.of(holder));
        cardKept.ifPresent(UiTimers.Timer::stop);
        cardKept = Optional.of(around.timers().after(CARD_KEPT, this::dropCard));
        wish(() -> around.jobs().findOf(guide, holder), this::showOf);
      }
      case CardEvent.Unreadable unreadable -> say(Tone.WARN, texts.get("card.unreadable"));
      case CardEvent.Lifted() -> {
        // the person stays until the number is printed, Esc, or a minute has passed
      }
    }
  }

  private void showOf(Found answer) {
    if (answer instanceof Found.Nothing) {
      found.set(List.of());
      ticket.set(Optional.empty());
      say(Tone.QUIET, texts.get("card.no-ticket"));
    } else {
      show(answer);
    }
  }

  /** The person whose card was laid is forgotten. */
  void dropCard() {
    card.set(Optional.empty());
    cardKept.ifPresent(UiTimers.Timer::stop);
  }

  /** What the scanner says. */
  void onScan(Scan scan) {
    switch (scan) {
      case Scan.Text(String text) -> lookUp(text);
      case Scan.Damaged() -> say(Tone.WARN, texts.get("scan.damaged"));
    }
  }

  /** Esc: the desk is free for the next person. */
  void clear() {
    wipe();
    issued.set(Optional.empty());
    line.set(Optional.empty());
    said.set(Said.NOTHING);
  }

  private void wipe() {
    dropCard();
    found.set(List.of());
    ticket.set(Optional.empty());
  }

  // What the page shows

  Session guide() {
    return guide;
  }

  ReadOnlyObjectProperty<Optional<Look>> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /** Since when the hall database has not answered. */
  ReadOnlyObjectProperty<Optional<Instant>> awaySinceProperty() {
    return awaySince.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<DeviceState> printerProperty() {
    return printer.getReadOnlyProperty();
  }

  /** The id of the line chosen. */
  ReadOnlyObjectProperty<Optional<String>> lineProperty() {
    return line.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Person>> cardProperty() {
    return card.getReadOnlyProperty();
  }

  /** The tickets of one person, where there are several. */
  ReadOnlyObjectProperty<List<Ticket>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** The ticket looked at. */
  ReadOnlyObjectProperty<Optional<Ticket>> ticketProperty() {
    return ticket.getReadOnlyProperty();
  }

  /** The number just printed. */
  ReadOnlyObjectProperty<Optional<IssueOutcome.Issued>> issuedProperty() {
    return issued.getReadOnlyProperty();
  }

  /** The question "did the paper come out?", while it stands. */
  ReadOnlyObjectProperty<Optional<IssueOutcome.DidPaperCome>> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Said> saidProperty() {
    return said.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
