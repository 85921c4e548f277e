package cn.wuyouhall.station.documents;

import cn.wuyouhall.domain.cases.CaseNumbers;

/** Papers the window makes for a case. */
public enum DocumentKind {
  /** 受理通知书. */
  ACCEPTANCE("SL"),
  /** 容缺受理通知书 with the applicant's promise, in two copies. */
  DEFERRED_ACCEPTANCE("RQ"),
  /** 告知承诺书 for materials a commitment stands for. */
  COMMITMENT("CN"),
  /** 补正告知书. */
  CORRECTION_NOTICE("BZ");

  private final String letters;

  DocumentKind(String letters) {
    this.letters = letters;
  }

  /** The paper's own number, the only one of its kind in a case. */
  public String numberOf(String caseNo) {
    return CaseNumbers.documentNo(letters, caseNo, 1);
  }
}
