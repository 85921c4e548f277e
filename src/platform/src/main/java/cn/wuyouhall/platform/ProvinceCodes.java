package cn.wuyouhall.platform;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.RatingOutcome;

/**
 * Our words in the platform's codes: the only place where both are seen.
 *
 * <p>Peers disagree on code lists in ways that corrupt data silently (in GB/T 39046 A.8 a 1 is the
 * best grade, here a 5 is), so no enum of ours carries a code and no code leaves this module.
 *
 * <table>
 * <caption>What becomes what</caption>
 * <tr><th>ours</th><th>the contract's</th><th>after</th></tr>
 * <tr><td>grade, best to worst</td><td>5 4 3 2 1</td><td>好差评 interface</td></tr>
 * <tr><td>natural person, organisation</td><td>1, 2</td><td>好差评 userProp</td></tr>
 * <tr><td>resident card (also 港澳台居住证)</td><td>111</td><td>GA/T 2000.156</td></tr>
 * <tr><td>永居</td><td>553</td><td>GA/T 2000.156</td></tr>
 * <tr><td>统一社会信用代码</td><td>001</td><td>the contract</td></tr>
 * <tr><td>other document</td><td>990</td><td>the contract</td></tr>
 * <tr><td>kinds, marks, outcomes</td><td>words</td><td>the contract</td></tr>
 * </table>
 */
final class ProvinceCodes {
  private ProvinceCodes() {}

  static int satisfaction(Grade grade) {
    return switch (grade) {
      case VERY_SATISFIED -> 5;
      case SATISFIED -> 4;
      case FAIRLY_SATISFIED -> 3;
      case DISSATISFIED -> 2;
      case VERY_DISSATISFIED -> 1;
    };
  }

  static String applicantKind(boolean organisation) {
    return organisation ? "2" : "1";
  }

  static String idType(IdKind kind) {
    return switch (kind) {
      case RESIDENT -> "111";
      case PERMANENT_RESIDENT -> "553";
      case ORGANISATION -> "001";
      case OTHER -> "990";
    };
  }

  static String eventKind(CaseRecord.Kind kind) {
    return switch (kind) {
      case ACCEPTED -> "accepted";
      case ACCEPTED_DEFERRED -> "accepted-deferred";
      case NOTICE -> "notice";
    };
  }

  static String mark(MaterialMark mark) {
    return switch (mark) {
      case VERIFIED -> "verified";
      case ORIGINAL -> "original";
      case COPY -> "copy";
      case DEFERRED -> "deferred";
      case COMMITTED -> "committed";
      case MISSING -> "missing";
    };
  }

  static String outcome(RatingOutcome outcome) {
    return switch (outcome) {
      case ANSWERED -> "rated";
      case TIMED_OUT -> "timed-out";
      case DECLINED -> "declined";
      case NOT_ASKED -> "not-asked";
    };
  }
}
