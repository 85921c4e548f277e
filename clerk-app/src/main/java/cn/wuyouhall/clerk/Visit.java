package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.CaseRegister.Standing;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.people.IdCard;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.HallQueue.Current;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.station.Cases;
import cn.wuyouhall.station.DraftKeeper.Kept;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.ui.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The person before the window and what is done for them: one case or several, the item whose guide
 * is read, their recent cases. FX thread.
 */
final class Visit {
  private static final int RECENT = 5;
  private static final int MOST_OF_A_VISIT = 50;

  private final Around around;
  private final Session clerk;
  private final UUID id;
  private final ObservableList<CaseModel> cases = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<CaseModel> active =
      new ReadOnlyObjectWrapper<>(this, "active");
  private final ObjectProperty<Optional<Item>> looked =
      new SimpleObjectProperty<>(this, "looked", Optional.empty());
  private final ObjectProperty<List<Standing>> recent =
      new SimpleObjectProperty<>(this, "recent", List.of());
  private final Sentence sentence;
  private final Runnable taken;
  private String recentOf = "";
  private boolean asksToReturn;

  /**
   * Begins with an empty case; what was kept of this visit is read in the background.
   *
   * @param card the person whose card was laid for it, if any
   * @param taken told after each case taken in
   */
  Visit(Around around, Session clerk, Current current, Optional<Person> card, Runnable taken) {
    this.taken = taken;
    this.around = around;
    this.clerk = clerk;
    this.id = current.visit();
    this.sentence = new Sentence(around.texts());
    Optional<Person> known = card.or(() -> current.ticket().holder());
    add(new CaseModel(around, clerk, fresh(known)));
    readKept();
  }

  private Kept fresh(Optional<Person> person) {
    Kept empty = around.station().drafts().begin(id);
    return person
        .map(known ->
            new Kept(empty.caseId(), id, known, Optional.empty(), empty.answers(), empty.marks()))
        .orElse(empty);
  }

  private record Before(List<Cases.Row> taken, List<Kept> drafts) {}

  private void readKept() {
    around
        .work()
        .run(() ->
            new Before(
                around.station().cases().ofThisStation(clerk, MOST_OF_A_VISIT).stream()
                    .filter(row -> row.record().visit().equals(id))
                    .toList(),
                around.station().drafts().of(clerk, id)))
        .then(this::restore);
  }

  private void restore(Before before) {
    List<CaseModel> restored =
        Stream.concat(
                before.taken().reversed().stream().map(row -> new CaseModel(around, clerk, row)),
                before.drafts().stream().map(kept -> new CaseModel(around, clerk, kept)))
            .toList();
    if (restored.isEmpty()) {
      return;
    }
    boolean untouched = cases.size() == 1 && !active.get().isTouched();
    if (untouched) {
      cases.clear();
    }
    restored.forEach(this::join);
    show(cases.getLast());
  }

  private void add(CaseModel model) {
    join(model);
    show(model);
  }

  private void join(CaseModel model) {
    cases.add(model);
    model.recordProperty().subscribe((before, after) -> taken.run());
    model.rowProperty().subscribe((before, after) -> readRecent());
    model.versionProperty().subscribe(this::lookUpPerson);
    model.itemProperty().subscribe(item -> item.ifPresent(this::look));
  }

  /** Shows this one of the visit's cases; the one left is kept, unless it is none of them. */
  void show(CaseModel model) {
    if (cases.contains(active.get())) {
      active.get().keepNow();
    }
    active.set(model);
    looked.set(model.itemProperty().get());
    lookUpPerson();
  }

  /** One more case for the same person. */
  void another() {
    if (!active.get().isTaken() && active.get().itemProperty().get().isEmpty()) {
      return;
    }
    add(new CaseModel(around, clerk, fresh(Optional.of(active.get().applicant().person()))));
  }

  /** An item found anywhere: the open case takes it when it has none yet, else one more does. */
  void take(Item item) {
    if (active.get().isTaken() || active.get().isOpen()) {
      another();
    }
    active.get().choose(item);
  }

  /** The item whose guide is read. */
  void look(Item item) {
    looked.set(Optional.of(item));
  }

  private void lookUpPerson() {
    CaseModel model = active.get();
    if (model == null) {
      return;
    }
    String number = model.applicant().isComplete() ? model.applicant().person().idNumber() : "";
    if (!number.equals(recentOf)) {
      recentOf = number;
      recent.set(List.of());
      readRecent();
    }
  }

  private void readRecent() {
    String number = recentOf;
    if (!number.isBlank()) {
      around
          .work()
          .run(() -> around.station().cases().recentOf(clerk, number, RECENT))
          .then(found -> {
            if (number.equals(recentOf)) {
              recent.set(found);
            }
          });
    }
  }

  /** A card at the window while the visit is on: fills the applicant, replaces nobody unasked. */
  void cardLaid(CardEvent event) {
    switch (event) {
      case CardEvent.Read(IdCard card) -> fill(card);
      case CardEvent.Unreadable unreadable -> sentence.say("card.unreadable");
      case CardEvent.Lifted() -> {
        if (asksToReturn) {
          asksToReturn = false;
          sentence.clear();
        }
      }
    }
  }

  private void fill(IdCard card) {
    CaseModel model = active.get();
    asksToReturn = false;
    ApplicantForm applicant = model.applicant();
    String who = Words.masked(card.holder());
    if (model.isFixed()) {
      sentence.say("card.taken");
      return;
    }
    boolean another =
        applicant.numberFault().isEmpty() && !applicant.person().idNumber().equals(card.number());
    if (another) {
      sentence.say("card.other", who);
      return;
    }
    applicant.put(card.holder());
    model.keepNow();
    if (model.stepProperty().get() == CaseModel.Step.APPLICANT
        && model.itemProperty().get().isEmpty()
        && applicant.isComplete()) {
      model.open(CaseModel.Step.ITEM);
    }
    asksToReturn = card.validOn(HallTime.day(around.station().clock().instant()));
    sentence.say(asksToReturn ? "card.read" : "card.expired", who);
  }

  /** Asks where each case has arrived. */
  void refreshMarks() {
    cases.forEach(CaseModel::refreshMarks);
  }

  /** Cases somebody began and did not take in. */
  long open() {
    return cases.stream().filter(CaseModel::isOpen).count();
  }

  /** It is over: what was entered and not taken in is deleted. */
  void end() {
    cases.forEach(model -> model.end(this::forget));
  }

  private void forget() {
    around
        .work()
        .run(() -> {
          around.station().drafts().forget(clerk, id);
          return id;
        });
  }

  UUID id() {
    return id;
  }

  ObservableList<CaseModel> cases() {
    return cases;
  }

  /** The case on the screen; never null. */
  ReadOnlyObjectProperty<CaseModel> activeProperty() {
    return active.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Item>> lookedProperty() {
    return looked;
  }

  ReadOnlyObjectProperty<List<Standing>> recentProperty() {
    return recent;
  }

  ObservableStringValue sentenceProperty() {
    return sentence.words();
  }
}
