package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.AcceptanceRules;
import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.Decision;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.IdentityNumber;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.people.Uscc;
import cn.wuyouhall.station.AcceptCase;
import cn.wuyouhall.station.AcceptCase.Summary;
import cn.wuyouhall.station.CaseDraft;
import cn.wuyouhall.station.Cases;
import cn.wuyouhall.station.DraftKeeper.Kept;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.ui.UiTimers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One case being taken in: applicant, item, materials, and what the rules say. Every change is kept
 * as a draft a second later, every change of step at once. FX thread.
 */
final class CaseModel {
  private static final Duration KEEP_AFTER = Duration.ofSeconds(1);

  /** The four steps, in order. */
  enum Step {
    APPLICANT,
    ITEM,
    MATERIALS,
    ACCEPTANCE
  }

  /** What lies over the steps, waiting for Enter or Esc. */
  enum Panel {
    NONE,
    SUMMARY,
    NOTICE
  }

  private final Around around;
  private final Session clerk;
  private final UUID caseId;
  private final UUID visit;
  private final StringProperty name = new SimpleStringProperty(this, "name", "");
  private final StringProperty number = new SimpleStringProperty(this, "number", "");
  private final StringProperty phone = new SimpleStringProperty(this, "phone", "");
  private final ObjectProperty<IdKind> idKind =
      new SimpleObjectProperty<>(this, "idKind", IdKind.RESIDENT);
  private final ObjectProperty<Optional<Item>> item =
      new SimpleObjectProperty<>(this, "item", Optional.empty());
  private final Set<String> situations = new HashSet<>();
  private final Map<String, MaterialMark> marks = new HashMap<>();
  private final ObjectProperty<Step> step =
      new SimpleObjectProperty<>(this, "step", Step.APPLICANT);
  private final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(this, "panel", Panel.NONE);
  private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected");
  private final StringProperty sentence = new SimpleStringProperty(this, "sentence", "");
  private final BooleanProperty saving = new SimpleBooleanProperty(this, "saving");
  private final ObjectProperty<Optional<CaseRecord>> record =
      new SimpleObjectProperty<>(this, "record", Optional.empty());
  private final ObjectProperty<Optional<Cases.Row>> row =
      new SimpleObjectProperty<>(this, "row", Optional.empty());
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
  private UiTimers.Timer keepSoon;
  private boolean keeping;
  private boolean keepAgain;

  /** A case as it was kept, or a new one. */
  CaseModel(Around around, Session clerk, Kept kept) {
    this.around = around;
    this.clerk = clerk;
    this.caseId = kept.caseId();
    this.visit = kept.visit();
    put(kept.applicant());
    item.set(kept.itemCode().flatMap(around.station().findItem()::item));
    situations.addAll(kept.situations());
    marks.putAll(kept.marks());
    step.set(firstOpenStep());
    name.subscribe(text -> changed());
    number.subscribe(text -> changed());
    phone.subscribe(text -> changed());
    idKind.subscribe(kind -> changed());
    step.subscribe((before, after) -> keepNow());
    stopKeeping();
  }

  /** A case already taken in, as this station has it. */
  CaseModel(Around around, Session clerk, Cases.Row taken) {
    this(
        around,
        clerk,
        new Kept(
            taken.record().caseId(),
            taken.record().visit(),
            taken.record().applicant(),
            Optional.of(taken.record().itemCode()),
            Set.copyOf(taken.record().situations()),
            taken.record().marks()));
    record.set(Optional.of(taken.record()));
    row.set(Optional.of(taken));
    step.set(Step.ACCEPTANCE);
    stopKeeping();
  }

  private Step firstOpenStep() {
    if (!applicantIsComplete()) {
      return Step.APPLICANT;
    }
    return item.get().isEmpty() ? Step.ITEM : Step.MATERIALS;
  }

  /** The applicant of a card or a ticket, or of the case before. */
  void put(Person person) {
    idKind.set(person.idKind());
    name.set(person.name());
    number.set(person.idNumber());
    phone.set(person.phone().isBlank() ? phone.get() : person.phone());
  }

  /** The applicant as entered so far. */
  Person applicant() {
    String entered =
        switch (idKind.get()) {
          case RESIDENT, PERMANENT_RESIDENT ->
              IdentityNumber.of(number.get()).map(IdentityNumber::number).orElse(number.get());
          case ORGANISATION -> Uscc.tidy(number.get());
          case OTHER -> number.get().strip();
        };
    return new Person(
        name.get().strip(),
        idKind.get(),
        entered,
        phone.get().strip(),
        idKind.get() == IdKind.ORGANISATION);
  }

  /** What is wrong with the document number, as the key of its sentence; empty when it fits. */
  Optional<String> numberFault() {
    return switch (idKind.get()) {
      case RESIDENT, PERMANENT_RESIDENT ->
          IdentityNumber.check(number.get()) instanceof IdentityNumber.Checked.Wrong wrong
              ? Optional.of("id-number." + wrong.fault())
              : Optional.empty();
      case ORGANISATION -> Uscc.fault(number.get()).map(fault -> "uscc." + fault);
      case OTHER -> number.get().isBlank() ? Optional.of("id-number.EMPTY") : Optional.empty();
    };
  }

  /** Whether name and number are there and fit. */
  boolean applicantIsComplete() {
    return !name.get().isBlank() && numberFault().isEmpty();
  }

  /** Chooses the item and goes on to its materials; another one begins its marks anew. */
  void choose(Item chosen) {
    if (isTaken()) {
      return;
    }
    if (item.get().map(now -> !now.code().equals(chosen.code())).orElse(true)) {
      marks.clear();
      situations.clear();
    }
    item.set(Optional.of(chosen));
    selected.set(0);
    step.set(Step.MATERIALS);
    changed();
    keepNow();
  }

  /** The materials that apply now, in the order of the guide. */
  List<Material> materials() {
    return draft().map(draft -> AcceptanceRules.asked(draft.intake())).orElse(List.of());
  }

  /** Answers a situation's question. */
  void answer(String flag, boolean yes) {
    if (!isTaken() && (yes ? situations.add(flag) : situations.remove(flag))) {
      selected.set(Math.min(selected.get(), Math.max(0, materials().size() - 1)));
      changed();
    }
  }

  /** Whether a situation holds. */
  boolean holds(String flag) {
    return situations.contains(flag);
  }

  /** How a material stands; empty while nobody has looked at it. */
  Optional<MaterialMark> mark(Material material) {
    return Optional.ofNullable(marks.get(material.id()));
  }

  /**
   * Marks the selected material and goes on to the next; a mark the rules do not know for it is
   * refused with its reason.
   */
  void mark(MaterialMark mark) {
    List<Material> rows = materials();
    if (isTaken() || selected.get() >= rows.size()) {
      return;
    }
    Material material = rows.get(selected.get());
    Optional<Decision.Code> why = refusal(material, mark);
    if (why.isPresent()) {
      sentence.set(around.texts().get("reason." + why.get(), material.name(), ""));
      return;
    }
    marks.put(material.id(), mark);
    sentence.set("");
    if (selected.get() < rows.size() - 1) {
      selected.set(selected.get() + 1);
    }
    changed();
  }

  /** Why a mark is not possible for a material; that something is missing always is. */
  Optional<Decision.Code> refusal(Material material, MaterialMark mark) {
    if (mark == MaterialMark.MISSING) {
      return Optional.empty();
    }
    return draft()
        .map(draft -> {
          Map<String, MaterialMark> alone = new HashMap<>();
          materials().forEach(other -> alone.put(other.id(), MaterialMark.MISSING));
          alone.put(material.id(), mark);
          return around.station().acceptCase().decide(with(draft, alone));
        })
        .flatMap(decision ->
            decision.reasons().stream()
                .filter(reason -> reason.material().equals(material.id()))
                .map(Decision.Reason::code)
                .filter(code ->
                    code != Decision.Code.DEFERRED
                        && code != Decision.Code.COMMITTED
                        && code != Decision.Code.MATERIAL_MISSING)
                .findFirst());
  }

  private static CaseDraft with(CaseDraft draft, Map<String, MaterialMark> marks) {
    return new CaseDraft(
        draft.caseId(), draft.visit(), draft.item(), draft.applicant(), draft.situations(), marks);
  }

  /** The last day for each material that may be deferred, if taken in today. */
  Map<String, java.time.LocalDate> lastDays() {
    return draft()
        .map(draft -> {
          Map<String, MaterialMark> deferred = new HashMap<>();
          materials().forEach(material -> deferred.put(material.id(), MaterialMark.DEFERRED));
          return around.station().acceptCase().summary(with(draft, deferred)).deferred();
        })
        .orElse(Map.of());
  }

  /** Materials marked, of those that apply. */
  int marked() {
    return (int) materials().stream().filter(m -> marks.containsKey(m.id())).count();
  }

  /** The draft as the rules see it; empty before an item is chosen. */
  Optional<CaseDraft> draft() {
    return item.get()
        .map(chosen -> new CaseDraft(caseId, visit, chosen, applicant(), situations, marks));
  }

  /** What acceptance now would come to; empty before an item is chosen. */
  Optional<Summary> summary() {
    return draft().map(around.station().acceptCase()::summary);
  }

  /** Why F9 is not possible now; blank when it is. */
  String notAcceptable() {
    if (isTaken()) {
      return around.texts().get("accept.taken");
    }
    if (item.get().isEmpty()) {
      return around.texts().get("accept.no-item");
    }
    Decision decision = draft().map(around.station().acceptCase()::decide).orElseThrow();
    if (!decision.kind().accepts()) {
      return Words.decision(around.texts(), decision);
    }
    return applicantIsComplete() ? "" : around.texts().get("accept.no-applicant");
  }

  /** Why a correction notice is not possible now; blank when it is. */
  String notNoticeable() {
    if (draft()
        .map(around.station().acceptCase()::decide)
        .filter(decision -> decision.kind() == Decision.Kind.NOTICE)
        .isEmpty()) {
      return around.texts().get("notice.not-now");
    }
    return applicantIsComplete() ? "" : around.texts().get("accept.no-applicant");
  }

  /** F9: shows what acceptance comes to, where it is allowed. */
  void review() {
    if (notAcceptable().isBlank()) {
      step.set(Step.ACCEPTANCE);
      panel.set(Panel.SUMMARY);
    }
  }

  /** F8: asks which of the two papers. */
  void offerNotice() {
    if (!isTaken() && item.get().isPresent()) {
      panel.set(Panel.NOTICE);
    }
  }

  /** Esc: back to the steps; nothing is lost. */
  void leavePanel() {
    panel.set(Panel.NONE);
  }

  /** Enter in the summary: takes the case in. A second Enter changes nothing. */
  void accept() {
    take(() -> around.station().acceptCase().accept(clerk, draft().orElseThrow()));
  }

  /** The correction notice: what was handed in is received, its clock runs. */
  void giveNotice() {
    take(() -> around.station().acceptCase().notice(clerk, draft().orElseThrow()));
  }

  private void take(Callable<AcceptCase.Outcome> job) {
    if (saving.get() || isTaken()) {
      return;
    }
    stopKeeping();
    saving.set(true);
    sentence.set("");
    around
        .work()
        .run(job)
        .then(this::taken)
        .otherwise(failure -> {
          saving.set(false);
          sentence.set(around.texts().get("sentence.failure", failure.code()));
        });
  }

  private void taken(AcceptCase.Outcome outcome) {
    saving.set(false);
    switch (outcome) {
      case AcceptCase.Outcome.Saved(CaseRecord saved) -> {
        record.set(Optional.of(saved));
        panel.set(Panel.NONE);
        step.set(Step.ACCEPTANCE);
        refreshMarks();
      }
      case AcceptCase.Outcome.NotAllowed(Decision decision) ->
          sentence.set(Words.decision(around.texts(), decision));
      case AcceptCase.Outcome.ApplicantIncomplete(String field) -> {
        sentence.set(around.texts().get("applicant." + field));
        panel.set(Panel.NONE);
        step.set(Step.APPLICANT);
      }
      case AcceptCase.Outcome.NotSaved(String code) ->
          sentence.set(Words.store(around.texts(), code));
    }
    touch();
  }

  /** Asks where the case has arrived. */
  void refreshMarks() {
    if (isTaken() && row.get().filter(now -> now.inHall() && now.atProvince()).isEmpty()) {
      around
          .work()
          .run(() -> around.station().cases().one(clerk, caseId))
          .then(found -> {
            row.set(found);
            touch();
          });
    }
  }

  private void changed() {
    touch();
    if (isTaken() || keepSoon != null) {
      return;
    }
    keepSoon = around.timers().after(KEEP_AFTER, this::keepNow);
  }

  private void touch() {
    version.set(version.get() + 1);
  }

  private void stopKeeping() {
    if (keepSoon != null) {
      keepSoon.stop();
      keepSoon = null;
    }
  }

  /** Keeps the draft now, unless there is nothing in it. */
  void keepNow() {
    stopKeeping();
    if (isTaken() || saving.get() || isEmpty()) {
      return;
    }
    if (keeping) {
      keepAgain = true;
      return;
    }
    keeping = true;
    Kept now = kept();
    around
        .work()
        .run(() -> around.station().drafts().keep(clerk, now))
        .then(fault -> {
          fault.ifPresent(code -> sentence.set(Words.store(around.texts(), code)));
          keptOnce();
        })
        .otherwise(failure -> keptOnce());
  }

  private void keptOnce() {
    keeping = false;
    if (keepAgain) {
      keepAgain = false;
      keepNow();
    }
  }

  private Kept kept() {
    return new Kept(caseId, visit, applicant(), item.get().map(Item::code), situations, marks);
  }

  /** Whether nothing has been entered for the case itself. */
  boolean isEmpty() {
    return item.get().isEmpty() && name.get().isBlank() && number.get().isBlank();
  }

  /** Whether it was accepted or noticed. */
  boolean isTaken() {
    return record.get().isPresent();
  }

  /** Whether someone worked on it and it is not taken in. */
  boolean isOpen() {
    return !isTaken() && item.get().isPresent();
  }

  UUID caseId() {
    return caseId;
  }

  StringProperty nameProperty() {
    return name;
  }

  StringProperty numberProperty() {
    return number;
  }

  StringProperty phoneProperty() {
    return phone;
  }

  ObjectProperty<IdKind> idKindProperty() {
    return idKind;
  }

  ObjectProperty<Optional<Item>> itemProperty() {
    return item;
  }

  ObjectProperty<Step> stepProperty() {
    return step;
  }

  ObjectProperty<Panel> panelProperty() {
    return panel;
  }

  /** The material row that digits mark, from 0. */
  IntegerProperty selectedProperty() {
    return selected;
  }

  StringProperty sentenceProperty() {
    return sentence;
  }

  BooleanProperty savingProperty() {
    return saving;
  }

  ObjectProperty<Optional<CaseRecord>> recordProperty() {
    return record;
  }

  ObjectProperty<Optional<Cases.Row>> rowProperty() {
    return row;
  }

  /** Counts every change: what shows the whole case is drawn again when it does. */
  ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }
}
