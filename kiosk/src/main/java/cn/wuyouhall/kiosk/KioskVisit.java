package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.catalogue.Catalogue.Errand;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.people.IdCard;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Priority;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * One citizen's way through the kiosk, without a node: which page is shown, who is here, what was
 * typed. When their time is over everything is wiped. FX thread.
 */
public final class KioskVisit {
  private static final Duration SECOND_TAP = Duration.ofSeconds(2);
  private static final int ELDER = 65;

  private final KioskJobs jobs;
  private final Background work;
  private final UiTimers timers;
  private final Texts texts;
  private final Locale ownLanguage;
  private final InstantSource clock;
  private final HallNow hall;
  private final TypedSearch typing;
  private final Patience patience;

  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(new Page.Idle());
  private final ReadOnlyObjectWrapper<Optional<IdCard>> card =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper cardOnPlate = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper cardToTake = new ReadOnlyBooleanWrapper();
  private final BooleanProperty declared = new SimpleBooleanProperty(this, "declared");

  private boolean justTook;
  private Optional<Item> wanted = Optional.empty();

  /** A kiosk with nobody before it; the language now shown is the one it goes back to. */
  public KioskVisit(
      KioskJobs jobs, Background work, UiTimers timers, Texts texts, InstantSource clock) {
    this.jobs = jobs;
    this.work = work;
    this.timers = timers;
    this.texts = texts;
    this.ownLanguage = texts.locale();
    this.clock = clock;
    this.hall = new HallNow(jobs, work);
    this.typing = new TypedSearch(jobs, work, this::failed);
    this.patience = new Patience(jobs::rules, timers, this::wipe);
    cardToTake.bind(
        Bindings.createBooleanBinding(
            () -> cardOnPlate.get() && !isCardInUse(), cardOnPlate, card, page));
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

  /** Whether somebody is to be reminded of a card: it lies there and is of no use any more. */
  public ReadOnlyBooleanProperty cardToTakeProperty() {
    return cardToTake.getReadOnlyProperty();
  }

  /** Whether "still there?" is asked before everything is wiped. */
  public ReadOnlyBooleanProperty asksStillThereProperty() {
    return patience.asksProperty();
  }

  /** Seconds until the first page, on the last page of a visit. */
  public ReadOnlyIntegerProperty secondsLeftProperty() {
    return patience.secondsLeftProperty();
  }

  /** Large type: more time, four choices a page. */
  public BooleanProperty largeProperty() {
    return patience.largeProperty();
  }

  /** Whether the person said "65 or older, or hard to walk"; confirmed at the window. */
  public BooleanProperty declaredProperty() {
    return declared;
  }

  // What the person does

  /** Any touch or key: the person is there. */
  public void touched() {
    if (!patience.asksProperty().get()) {
      waitForIdle();
    }
  }

  /** The answer to "still there?". */
  public void stillHere() {
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
    largeProperty().set(!largeProperty().get());
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
      case Page.Items _, Page.Search _ -> show(new Page.Choose());
      case Page.Trouble trouble when trouble.kind().isClosed() -> start();
      case Page.Printing _ -> {
        // the printer is at work: nothing to go back to
      }
      default -> home();
    }
  }

  /** The end of a visit: everything of this person is wiped. */
  public void home() {
    if (!isTaking()) {
      wipe();
    }
  }

  /** Shows the items of an errand, or takes its number at once where it has only one. */
  public void choose(Errand errand) {
    List<Item> items = itemsOf(errand);
    switch (items.size()) {
      case 0 -> show(Page.closed(Optional.empty()));
      case 1 -> choose(items.getFirst());
      default -> show(new Page.Items(errand));
    }
  }

  /** Takes a number for an item, in the line that takes it. */
  public void choose(Item item) {
    jobs.lineOf(item)
        .ifPresentOrElse(
            line -> take(line, Optional.of(item)), () -> show(Page.closed(Optional.empty())));
  }

  /** Takes a number of a line. */
  public void choose(Offer offer) {
    if (offer.open()) {
      take(offer.line().id(), Optional.empty());
    } else {
      show(Page.closed(offer.opens()));
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
    if (isTaking()) {
      return;
    }
    justTook = true;
    timers.after(SECOND_TAP, () -> justTook = false);
    wanted = item;
    Wish wish =
        new Wish(line, card.get().map(IdCard::holder), priority(), item.map(Item::code).orElse(""));
    tell(() -> jobs.take(wish));
  }

  /** While a number is on its way, and for a moment after the tap that asked for it. */
  private boolean isTaking() {
    return justTook || page.get() instanceof Page.Printing;
  }

  private Priority priority() {
    LocalDate today = HallTime.day(clock.instant());
    boolean elder =
        card.get().map(IdCard::birth).filter(b -> !b.plusYears(ELDER).isAfter(today)).isPresent();
    return elder ? Priority.ELDER : declared.get() ? Priority.DECLARED : Priority.NONE;
  }

  /** The answer to "did your ticket come out?". */
  public void answerPaper(boolean came) {
    if (page.get() instanceof Page.AskPaper(IssueOutcome.DidPaperCome asked, _)) {
      tell(() -> jobs.answer(asked, came ? PaperOutcome.CAME : PaperOutcome.FAILED));
    }
  }

  private void tell(Callable<IssueOutcome> job) {
    show(new Page.Printing());
    work.<IssueOutcome>run(job)
        .then(outcome -> show(Page.telling(outcome, wanted)))
        .otherwise(this::failed);
  }

  private void failed(Failure failure) {
    show(new Page.Trouble(Kind.FAILURE, failure.code()));
  }

  // The card

  /** What happened on the reader's plate. */
  public void onPlate(CardEvent event) {
    switch (event) {
      case CardEvent.Read(IdCard read) -> {
        cardOnPlate.set(true);
        if (isChoosing()) {
          greet(read);
        }
      }
      case CardEvent.Unreadable(String code) -> {
        cardOnPlate.set(true);
        if (isChoosing()) {
          forgetPerson();
          show(new Page.Trouble(cardTrouble(code), ""));
        }
      }
      case CardEvent.Lifted() -> {
        cardOnPlate.set(false);
        if (page.get() instanceof Page.Trouble trouble && trouble.kind().isCard()) {
          patience.cardTrouble();
        }
      }
    }
  }

  /** A card laid while choosing goes with the wish; another person's card begins anew. */
  private void greet(IdCard read) {
    boolean another = card.get().filter(before -> !before.equals(read)).isPresent();
    if (another) {
      forgetPerson();
    }
    card.set(Optional.of(read));
    hall.refresh();
    boolean stays =
        !another && (page.get() instanceof Page.Search || page.get() instanceof Page.Items);
    show(stays ? page.get() : new Page.Choose());
  }

  private static Kind cardTrouble(String code) {
    return switch (code) {
      case "CARD_FOREIGN" -> Kind.CARD_FOREIGN;
      case "CARD_MOVED" -> Kind.CARD_MOVED;
      default -> Kind.CARD;
    };
  }

  /** Whether it is this person's and still of use, or the page itself says to take it. */
  private boolean isCardInUse() {
    return switch (page.get()) {
      case Page.Choose _, Page.Items _, Page.Search _, Page.Printing _ -> card.get().isPresent();
      case Page.Success _ -> true;
      default -> false;
    };
  }

  private boolean isChoosing() {
    return switch (page.get()) {
      case Page.Idle _, Page.Choose _, Page.Items _, Page.Search _, Page.Help _ -> true;
      case Page.Trouble trouble -> trouble.kind().isCard();
      default -> false;
    };
  }

  // Pages and time

  /** Shows a page. */
  void show(Page next) {
    page.set(next);
    if (next instanceof Page.Success) {
      patience.lastPage();
    } else {
      waitForIdle();
    }
  }

  private void waitForIdle() {
    switch (page.get()) {
      case Page.Success _ -> {
        // counts down, whatever is touched
      }
      case Page.Printing _ -> patience.end();
      case Page.Idle _ when !largeProperty().get() && texts.locale().equals(ownLanguage) ->
          patience.end();
      default -> patience.idle(!(page.get() instanceof Page.Idle));
    }
  }

  /** Asks "still there?" as after the first half of the idle time in large type. */
  void ask() {
    patience.ask();
  }

  private void wipe() {
    leaveQuestion();
    forgetPerson();
    largeProperty().set(false);
    texts.show(ownLanguage);
    show(new Page.Idle());
    hall.refresh();
  }

  private void forgetPerson() {
    card.set(Optional.empty());
    wanted = Optional.empty();
    typing.clear();
    declared.set(false);
  }

  /** Who goes away without an answer leaves a ticket that the guide must hear of. */
  private void leaveQuestion() {
    if (page.get() instanceof Page.AskPaper(IssueOutcome.DidPaperCome asked, _)) {
      work.run(() -> jobs.answer(asked, PaperOutcome.UNKNOWN));
    }
  }
}
