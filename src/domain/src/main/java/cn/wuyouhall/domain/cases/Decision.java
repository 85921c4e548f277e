package cn.wuyouhall.domain.cases;

import java.util.List;

/**
 * What the rules say about an intake, with every reason.
 *
 * @param kind what may be done
 * @param reasons in the order of the guide's questions or materials
 */
public record Decision(Kind kind, List<Reason> reasons) {
  public Decision {
    reasons = List.copyOf(reasons);
  }

  /** What may be done. */
  public enum Kind {
    /** Accept (受理). */
    ACCEPT,
    /** Accept with deferred materials (容缺受理). */
    ACCEPT_DEFERRED,
    /** Not yet: give the one notice that names everything (一次性告知 or 补正告知). */
    NOTICE,
    /** Not within this item's scope: refuse (不予受理). */
    REFUSE,
    /** Some questions have no answer yet, or some required materials no mark. */
    UNDECIDED;

    /** Whether F9 is allowed. */
    public boolean accepts() {
      return this == ACCEPT || this == ACCEPT_DEFERRED;
    }
  }

  /**
   * One reason.
   *
   * @param code what
   * @param material the material's id (for {@code UNANSWERED} the situation's flag), blank where
   *     the reason is about the applicant
   */
  public record Reason(Code code, String material) {}

  /** Codes of reasons; each has a sentence in the texts ({@code reason.NAME}). */
  public enum Code {
    NOT_ELIGIBLE,
    UNANSWERED,
    UNMARKED,
    MATERIAL_MISSING,
    ORIGINAL_NEEDED,
    NOT_VERIFIABLE,
    NOT_DEFERRABLE,
    NOT_COMMITTABLE,
    CREDIT_BARRED,
    DEFERRED,
    COMMITTED
  }
}
