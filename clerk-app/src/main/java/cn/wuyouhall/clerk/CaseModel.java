package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.Decision;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.station.AcceptCase;
import cn.wuyouhall.station.CaseDraft;
import cn.wuyouhall.station.Cases;
import cn.wuyouhall.station.DraftKeeper.Kept;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.ui.Sentence;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableStringValue;

/**
 * One case being taken in: applicant, item, checklist, and what the rules say. From the moment it
 * is being saved nothing of it changes. FX thread.
 */
final class CaseModel {
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
  private final ApplicantForm applicant;
  private final Checklist checklist = new Checklist();
  private final Sentence sentence;
  private final DraftKeeping keeping;
  private final ObjectProperty<Optional<Item>> item =
      new SimpleObjectProperty<>(this, "item", Optional.empty());
  private final ObjectProperty<Step> step =
      new SimpleObjectProperty<>(this, "step", Step.APPLICANT);
  private final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(this, "panel", Panel.NONE);
  private final BooleanProperty saving = new SimpleBooleanProperty(this, "saving");
  private final ObjectProperty<Optional<CaseRecord>> record =
      new SimpleObjectProperty<>(this, "record", Optional.empty());
  private final ObjectProperty<Optional<Cases.Row>> row =
      new SimpleObjectProperty<>(this, "row", Optional.empty());
  private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");
  private boolean touched;

  private CaseModel(Around around, Session clerk, UUID caseId, UUID visit, Person applicant) {
    this.around = around;
    this.clerk = clerk;
    this.caseId = caseId;
    this.visit = visit;
    this.applicant = new ApplicantForm(applicant);
    this.sentence = new Sentence(around.texts());
    this.keeping = new DraftKeeping(around, clerk, this::kept, sentence);
  }

  /** A case as it was kept, or a new one. */
  CaseModel(Around around, Session clerk, Kept kept) {
    this(around, clerk, kept.caseId(), kept.visit(), kept.applicant());
    kept.itemCode()
        .flatMap(around.station().findItem()::item)
        .ifPresent(chosen -> {
          checklist.begin(chosen, kept.answers(), kept.marks());
          item.set(Optional.of(chosen));
        });
    step.set(
        !applicant.isComplete()
            ? Step.APPLICANT
            : item.get().isEmpty() ? Step.ITEM : Step.MATERIALS);
    follow();
  }

  /** A case already taken in, as this station has it. */
  CaseModel(Around around, Session clerk, Cases.Row taken) {
    this(
        around, clerk, taken.record().caseId(), taken.record().visit(), taken.record().applicant());
    around
        .station()
        .findItem()
        .item(taken.record().itemCode())
        .ifPresent(chosen -> {
          checklist.begin(
              chosen,
              chosen.answers(Set.copyOf(taken.record().situations())),
              taken.record().marks());
          item.set(Optional.of(chosen));
        });
    record.set(Optional.of(taken.record()));
    row.set(Optional.of(taken));
    step.set(Step.ACCEPTANCE);
    follow();
  }

  private void follow() {
    applicant.onChange(this::changed);
    step.subscribe((before, after) -> keepNow());
  }

  /** Chooses the item and goes on to its materials; another one begins its checklist anew. */
  void choose(Item chosen) {
    if (isFixed()) {
      return;
    }
    checklist.begin(chosen);
    item.set(Optional.of(chosen));
    step.set(Step.MATERIALS);
    changed();
    keepNow();
  }

  /** Answers the question that has the keys. */
  void answer(boolean yes) {
    if (!isFixed() && checklist.question().isPresent()) {
      checklist.answer(yes);
      sentence.clear();
      changed();
    }
  }

  /**
   * Marks the material that has the keys; a mark the rules do not know for it is refused with its
   * reason, and so is one for a question.
   */
  void mark(MaterialMark mark) {
    if (isFixed() || item.get().isEmpty()) {
      return;
    }
    if (checklist.question().isPresent()) {
      sentence.say("situation.first");
      return;
    }
    Optional<Material> listed = checklist.material();
    Optional<Decision.Code> why = listed.flatMap(material -> verdict().refusal(material, mark));
    if (why.isPresent()) {
      sentence.say("reason." + why.get(), listed.get().name(), "");
      return;
    }
    checklist.mark(mark);
    sentence.clear();
    changed();
  }

  /** The draft as the rules see it; empty before an item is chosen. */
  Optional<CaseDraft> draft() {
    return item.get()
        .map(chosen ->
            new CaseDraft(
                caseId, visit, chosen, applicant.person(), checklist.answers(), checklist.marks()));
  }

  /** What the rules say about it as it stands now. */
  Verdict verdict() {
    return new Verdict(around, draft());
  }

  /** Why F9 is not possible now; blank when it is. */
  String notAcceptable() {
    return isFixed()
        ? around.texts().get(isTaken() ? "accept.taken" : "summary.saving")
        : verdict().notAcceptable();
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
    if (!isFixed() && item.get().isPresent()) {
      panel.set(Panel.NOTICE);
    }
  }

  /** Esc: back to the steps; nothing is lost. */
  void leavePanel() {
    panel.set(Panel.NONE);
  }

  /** Esc on a step: the one before. */
  void stepBack() {
    if (!isTaken() && step.get() != Step.APPLICANT) {
      step.set(Step.values()[step.get().ordinal() - 1]);
    }
  }

  /** Opens a step where it can be opened. */
  void open(Step to) {
    leavePanel();
    if (to.ordinal() < Step.MATERIALS.ordinal() || item.get().isPresent()) {
      step.set(to);
    }
  }

  /** Enter in the summary: takes the case in. A second Enter changes nothing. */
  void accept() {
    take(draft -> around.station().acceptCase().accept(clerk, draft));
  }

  /** The correction notice: what was handed in is received, its clock runs. */
  void giveNotice() {
    take(draft -> around.station().acceptCase().notice(clerk, draft));
  }

  private void take(Function<CaseDraft, AcceptCase.Outcome> job) {
    if (isFixed()) {
      return;
    }
    CaseDraft confirmed = draft().orElseThrow();
    keeping.stop();
    saving.set(true);
    sentence.clear();
    touch();
    around
        .work()
        .run(() -> job.apply(confirmed))
        .then(this::taken)
        .otherwise(failure -> {
          saving.set(false);
          sentence.failed(failure);
          touch();
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
          sentence.say(() -> Words.decision(around.texts(), decision));
      case AcceptCase.Outcome.ApplicantIncomplete(String field) -> {
        sentence.say("applicant." + field);
        panel.set(Panel.NONE);
        step.set(Step.APPLICANT);
      }
      case AcceptCase.Outcome.NotSaved(String code) ->
          sentence.say(() -> Words.store(around.texts(), code));
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
            if (!found.equals(row.get())) {
              row.set(found);
              touch();
            }
          });
    }
  }

  private void changed() {
    touched = true;
    touch();
    if (!isFixed()) {
      keeping.soon();
    }
  }

  private void touch() {
    version.set(version.get() + 1);
  }

  /** Keeps the draft now, unless there is nothing in it. */
  void keepNow() {
    keeping.now();
  }

  /**
   * The visit is over: nothing more of it is kept; {@code forget} runs once nothing is under way.
   */
  void end(Runnable forget) {
    keeping.end(forget);
  }

  private Optional<Kept> kept() {
    return isFixed() || item.get().isEmpty() && applicant.isBlank()
        ? Optional.empty()
        : Optional.of(
            new Kept(
                caseId,
                visit,
                applicant.person(),
                item.get().map(Item::code),
                checklist.answers(),
                checklist.marks()));
  }

  /** Whether something was entered by hand, card or key since it was opened. */
  boolean isTouched() {
    return touched;
  }

  /** Whether it was accepted or noticed. */
  boolean isTaken() {
    return record.get().isPresent();
  }

  /** Whether nothing of it may change: it is taken in, or being saved. */
  boolean isFixed() {
    return isTaken() || saving.get();
  }

  /** Whether someone worked on it and it is not taken in. */
  boolean isOpen() {
    return !isTaken() && item.get().isPresent();
  }

  ApplicantForm applicant() {
    return applicant;
  }

  Checklist checklist() {
    return checklist;
  }

  ReadOnlyObjectProperty<Optional<Item>> itemProperty() {
    return item;
  }

  ReadOnlyObjectProperty<Step> stepProperty() {
    return step;
  }

  ReadOnlyObjectProperty<Panel> panelProperty() {
    return panel;
  }

  ObservableStringValue sentenceProperty() {
    return sentence.words();
  }

  ReadOnlyBooleanProperty savingProperty() {
    return saving;
  }

  ReadOnlyObjectProperty<Optional<CaseRecord>> recordProperty() {
    return record;
  }

  ReadOnlyObjectProperty<Optional<Cases.Row>> rowProperty() {
    return row;
  }

  /** Counts every change: what shows the whole case is drawn again when it does. */
  ReadOnlyIntegerProperty versionProperty() {
    return version.getReadOnlyProperty();
  }
}
