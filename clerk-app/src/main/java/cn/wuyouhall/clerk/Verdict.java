package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.cases.AcceptanceRules;
import cn.wuyouhall.domain.cases.Decision;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.station.AcceptCase;
import cn.wuyouhall.station.AcceptCase.Summary;
import cn.wuyouhall.station.ApplicantCheck;
import cn.wuyouhall.station.CaseDraft;
import cn.wuyouhall.ui.Texts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the rules say about a case as it stands now, with the words for it. */
final class Verdict {
  private final AcceptCase rules;
  private final Texts texts;
  private final Optional<CaseDraft> draft;

  /** The verdict on a draft; there is none before an item is chosen. */
  Verdict(Around around, Optional<CaseDraft> draft) {
    this.rules = around.station().acceptCase();
    this.texts = around.texts();
    this.draft = draft;
  }

  /** What acceptance now would come to; empty before an item is chosen. */
  Optional<Summary> summary() {
    return draft.map(rules::summary);
  }

  /** Why a mark is not possible for a material; that something is missing always is. */
  Optional<Decision.Code> refusal(Material material, MaterialMark mark) {
    return draft.flatMap(now -> AcceptanceRules.refusal(material, mark, now.intake()));
  }

  /** The last day for each material that may be deferred, if taken in today. */
  Map<String, LocalDate> lastDays() {
    return draft.map(this::lastDays).orElse(Map.of());
  }

  private Map<String, LocalDate> lastDays(CaseDraft now) {
    Map<String, MaterialMark> deferred = new HashMap<>();
    AcceptanceRules.asked(now.intake()).stream()
        .filter(each -> refusal(each, MaterialMark.DEFERRED).isEmpty())
        .forEach(each -> deferred.put(each.id(), MaterialMark.DEFERRED));
    return rules.summary(now.marked(deferred)).deferred();
  }

  /** Why F9 is not possible now; blank when it is. */
  String notAcceptable() {
    return decision()
        .map(now -> now.kind().accepts() ? notWithoutApplicant() : Words.decision(texts, now))
        .orElseGet(() -> texts.get("accept.no-item"));
  }

  /** Why a correction notice is not possible now; blank when it is. */
  String notNoticeable() {
    return decision().filter(now -> now.kind() == Decision.Kind.NOTICE).isEmpty()
        ? texts.get("notice.not-now")
        : notWithoutApplicant();
  }

  private Optional<Decision> decision() {
    return draft.map(rules::decide);
  }

  private String notWithoutApplicant() {
    boolean complete =
        draft.map(CaseDraft::applicant).flatMap(ApplicantCheck::firstFault).isEmpty();
    return complete ? "" : texts.get("accept.no-applicant");
  }
}
