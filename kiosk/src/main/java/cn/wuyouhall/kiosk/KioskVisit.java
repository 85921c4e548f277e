package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.catalogue.Catalogue.Errand;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.people.IdCard;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.WaitEstimate;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.kiosk.KioskJobs.Wish;
import cn.wuyouhall.kiosk.Page.Kind;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.station.ShowLines.Offer;
import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.Failure;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.UiTimers;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * One citizen's way through the kiosk, without a node: which page is shown, who is here, what was
 * typed, and how long until everything is wiped. FX thread.
 */
public final class KioskVisit {
  private static final Duration SECOND_TAP = Duration.ofSeconds(2);

  /** Time to read why a card failed once it is taken away. */
  private static final Duration CARD_TROUBLE = Duration.ofSeconds(8);

  private static final Duration SUCCESS = Duration.ofSeconds(20);
  private static final int LARGE_TYPE_FACTOR = 2;
  private static final int ELDER = 65;

  private final KioskJobs jobs;
  private final Background work;
  private final UiTimers timers;
  private final Texts texts;
  private final InstantSource clock;
  private final HallNow hall;
  private final TypedSearch typing;

  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(new Page.Idle());
  private final ReadOnlyObjectWrapper<Optional<IdCard>> card =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper cardOnPlate = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper cardToTake = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper asksStillThere = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper secondsLeft = new ReadOnlyIntegerWrapper();
  private final BooleanProperty large = new SimpleBooleanProperty(this, "large");
  private final BooleanProperty declared = new SimpleBooleanProperty(this, "declared");

  private UiTimers.Timer idle;
  private UiTimers.Timer countdown;
  private UiTimers.Timer guard;
  private boolean justTook;
  private Optional<Item> wanted = Optional.empty();

  /** A kiosk with nobody before it. */
  public KioskVisit(
      KioskJobs jobs, Background work, UiTimers timers, Texts texts, InstantSource clock) {
    this.jobs = jobs;
    this.work = work;
    this.timers = timers;
    this.texts = texts;
    this.clock = clock;
    this.hall = new HallNow(jobs, work);
    this.typing = new TypedSearch(jobs, work);
    cardToTake.bind(
        Bindings.createBooleanBinding(
            () -> cardOnPlate.get() && !cardInUse(page.get()), cardOnPlate, page));
    work.unexplained(failure -> trouble(Kind.FAILURE, "", Optional.empty(), failure.code()));
  }

  // What the pages show

  /** The page now shown. */
  public ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** The hall as it was seen last. */
  public HallNow hall() {
    return hall;
  }

  /** The search by letters. */
  public TypedSearch typing() {
    return typing;
  }

  /** The card of the person who is here. */
  public ReadOnlyObjectProperty<Optional<IdCard>> cardProperty() {
    return card.getReadOnlyProperty();
  }

  /** Whether a card lies on the plate and is to be taken away. */
  public ReadOnlyBooleanProperty cardOnPlateProperty() {
    return cardOnPlate.getReadOnlyProperty();
  }

  /** Whether the person is to be reminded of the card: it lies there and is not needed any more. */
  public ReadOnlyBooleanProperty cardToTakeProperty() {
    return cardToTake.getReadOnlyProperty();
  }

  /** Whether "still there?" is asked before everything is wiped. */
  public ReadOnlyBooleanProperty asksStillThereProperty() {
    return asksStillThere.getReadOnlyProperty();
  }

  /** Seconds until the first page, on the last page of a visit. */
  public ReadOnlyIntegerProperty secondsLeftProperty() {
    return secondsLeft.getReadOnlyProperty();
  }

  /** Large type: more time, four choices a page. */
  public BooleanProperty largeProperty() {
    return large;
  }

  /** Whether the person said "65 or older, or hard to walk"; confirmed at the window. */
  public BooleanProperty declaredProperty() {
    return declared;
  }

  // What the person does

  /** Any touch or key: the person is there. */
  public void touched() {
    if (asksStillThere.get()) {
      return;
    }
    waitForIdle();
  }

  /** The answer to "still there?". */
  public void stillHere() {
    asksStillThere.set(false);
    waitForIdle();
  }

  /** Begins without a card. */
  public void start() {
    hall.refresh();
    show(new Page.Choose());
  }

  /** Where help is. */
  public void help() {
    show(new Page.Help());
  }

  /** Large type on or off. */
  public void toggleLarge() {
    large.set(!large.get());
    waitForIdle();
  }

  /** The other language. */
  public void toggleLanguage() {
    texts.show(texts.isChinese() ? Texts.ENGLISH : Texts.CHINESE);
    waitForIdle();
  }

  /** One page back; from the last pages to the first one. */
  public void back() {
    switch (page.get()) {
      case Page.Items ignored -> show(new Page.Choose());
      case Page.Search ignored -> show(new Page.Choose());
      case Page.Trouble(Kind kind, var number, var opens, var code)
          when kind == Kind.CLOSED || kind == Kind.CLOSED_UNTIL ->
          start();
      case Page.Printing ignored -> {
        // the printer is at work: nothing to go back to
      }
      default -> home();
    }
  }

  /** The end of a visit: everything of this person is wiped. */
  public void home() {
    if (justTook || page.get() instanceof Page.Printing) {
      return;
    }
    wipe();
  }

  /** Shows the items of an errand, or takes its number at once where it has only one. */
  public void choose(Errand errand) {
    List<Item> items = itemsOf(errand);
    if (items.size() == 1) {
      choose(items.getFirst());
    } else {
      show(new Page.Items(errand));
    }
  }

  /** Takes a number for an item, in the line that takes it. */
  public void choose(Item item) {
    jobs.lineOf(item)
        .ifPresentOrElse(
            line -> take(line, Optional.of(item)),
            () -> trouble(Kind.CLOSED, "", Optional.empty(), ""));
  }

  /** Takes a number of a line. */
  public void choose(Offer offer) {
    if (offer.open()) {
      take(offer.line().id(), Optional.empty());
    } else {
      closed(offer.opens());
    }
  }

  /** The items of an errand that are in the catalogue, in its order. */
  public List<Item> itemsOf(Errand errand) {
    return errand.items().stream().flatMap(code -> jobs.catalogue().item(code).stream()).toList();
  }

  /** Opens the search. */
  public void search() {
    typing.clear();
    show(new Page.Search());
  }

  // The number

  private void take(String line, Optional<Item> item) {
    if (justTook || page.get() instanceof Page.Printing) {
      return;
    }
    guardAgainstSecondTap();
    wanted = item;
    Wish wish =
        new Wish(line, card.get().map(IdCard::holder), priority(), item.map(Item::code).orElse(""));
    show(new Page.Printing());
    work.run(() -> jobs.take(wish)).then(this::taken).otherwise(this::failed);
  }

  private Priority priority() {
    LocalDate today = HallTime.day(clock.instant());
    boolean elder =
        card.get().map(IdCard::birth).filter(b -> !b.plusYears(ELDER).isAfter(today)).isPresent();
    return elder ? Priority.ELDER : declared.get() ? Priority.DECLARED : Priority.NONE;
  }

  private void guardAgainstSecondTap() {
    justTook = true;
    if (guard != null) {
      guard.stop();
    }
    guard = timers.after(SECOND_TAP, () -> justTook = false);
  }

  /** The answer to "did your ticket come out?". */
  public void answerPaper(boolean came) {
    if (page.get() instanceof Page.AskPaper(IssueOutcome.DidPaperCome asked, var item)) {
      show(new Page.Printing());
      work.run(() -> jobs.paperCame(asked, came)).then(this::taken).otherwise(this::failed);
    }
  }

  private void taken(IssueOutcome taken) {
    switch (taken) {
      case IssueOutcome.Issued(Ticket ticket, int ahead, WaitEstimate estimate) ->
          show(new Page.Success(ticket, ahead, estimate, wanted));
      case IssueOutcome.DidPaperCome asked -> show(new Page.AskPaper(asked, wanted));
      case IssueOutcome.NoPaper(Ticket _, String code) ->
          trouble(
              "PAPER_OUT".equals(code) ? Kind.PAPER_OUT : Kind.NO_PAPER,
              "",
              Optional.empty(),
              code);
      case IssueOutcome.Unconfirmed(Ticket ticket, String code) ->
          trouble(Kind.UNCONFIRMED, ticket.number().shown(), Optional.empty(), code);
      case IssueOutcome.Closed(String line, Optional<LocalTime> opens) -> closed(opens);
      case IssueOutcome.AlreadyWaiting(Ticket ticket, int ahead, WaitEstimate estimate) ->
          trouble(Kind.ALREADY_WAITING, ticket.number().shown(), Optional.empty(), "");
      case IssueOutcome.SecondTap() -> start();
      case IssueOutcome.HallAway() -> trouble(Kind.HALL_AWAY, "", Optional.empty(), "");
      case IssueOutcome.NotSaved(String code) ->
          trouble(Kind.NOT_SAVED, "", Optional.empty(), code);
    }
  }

  private void closed(Optional<LocalTime> opens) {
    trouble(opens.isPresent() ? Kind.CLOSED_UNTIL : Kind.CLOSED, "", opens, "");
  }

  private void failed(Failure failure) {
    trouble(Kind.FAILURE, "", Optional.empty(), failure.code());
  }

  private void trouble(Kind kind, String number, Optional<LocalTime> opens, String code) {
    show(new Page.Trouble(kind, number, opens, code));
  }

  // The card

  /** What happened on the reader's plate. */
  public void onPlate(CardEvent event) {
    switch (event) {
      case CardEvent.Read(IdCard read) -> {
        cardOnPlate.set(true);
        if (choosing()) {
          card.set(Optional.of(read));
          hall.refresh();
          show(page.get() instanceof Page.Search search ? search : new Page.Choose());
        }
      }
      case CardEvent.Unreadable(String code) -> {
        cardOnPlate.set(true);
        if (choosing()) {
          trouble(cardTrouble(code), "", Optional.empty(), "");
        }
      }
      case CardEvent.Lifted() -> {
        cardOnPlate.set(false);
        if (page.get() instanceof Page.Trouble trouble && trouble.kind().isCard()) {
          stop(idle);
          idle = timers.after(patience(CARD_TROUBLE), this::wipe);
        }
      }
    }
  }

  private static Kind cardTrouble(String code) {
    return switch (code) {
      case "CARD_FOREIGN" -> Kind.CARD_FOREIGN;
      case "CARD_MOVED" -> Kind.CARD_MOVED;
      default -> Kind.CARD;
    };
  }

  /** Where the card is still of use, or the page itself says that it is to be taken. */
  private static boolean cardInUse(Page page) {
    return page instanceof Page.Choose
        || page instanceof Page.Items
        || page instanceof Page.Search
        || page instanceof Page.Printing
        || page instanceof Page.Success;
  }

  private boolean choosing() {
    return switch (page.get()) {
      case Page.Idle ignored -> true;
      case Page.Choose ignored -> true;
      case Page.Items ignored -> true;
      case Page.Search ignored -> true;
      case Page.Help ignored -> true;
      case Page.Trouble trouble -> trouble.kind().isCard();
      default -> false;
    };
  }

  // Pages and time

  /** Shows a page. */
  void show(Page next) {
    page.set(next);
    stop(countdown);
    if (next instanceof Page.Success) {
      secondsLeft.set((int) patience(SUCCESS).toSeconds());
      countdown = timers.every(Duration.ofSeconds(1), this::tick);
    }
    waitForIdle();
  }

  private void tick() {
    secondsLeft.set(secondsLeft.get() - 1);
    if (secondsLeft.get() <= 0) {
      wipe();
    }
  }

  private void waitForIdle() {
    stop(idle);
    asksStillThere.set(false);
    boolean clean = page.get() instanceof Page.Idle && !large.get() && texts.isChinese();
    boolean timedOtherwise =
        page.get() instanceof Page.Printing || page.get() instanceof Page.Success;
    if (clean || timedOtherwise) {
      return;
    }
    Duration span = patience(jobs.rules().kioskIdle());
    idle =
        large.get() ? timers.after(span.dividedBy(2), this::ask) : timers.after(span, this::wipe);
  }

  /** In large type the second half of the time is announced. */
  void ask() {
    asksStillThere.set(!(page.get() instanceof Page.Idle));
    idle = timers.after(patience(jobs.rules().kioskIdle()).dividedBy(2), this::wipe);
  }

  private Duration patience(Duration span) {
    return large.get() ? span.multipliedBy(LARGE_TYPE_FACTOR) : span;
  }

  private void wipe() {
    stop(idle);
    stop(countdown);
    asksStillThere.set(false);
    card.set(Optional.empty());
    wanted = Optional.empty();
    typing.clear();
    declared.set(false);
    large.set(false);
    texts.show(Texts.CHINESE);
    show(new Page.Idle());
    hall.refresh();
  }

  private static void stop(UiTimers.Timer timer) {
    if (timer != null) {
      timer.stop();
    }
  }
}
