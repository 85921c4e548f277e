package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.CaseRecord;

/**
 * The shape in which a case event is kept in the journal, version 1. Fields a newer program adds
 * are carried past.
 */
final class CaseJson {
  static final int VERSION = 1;

  static String kindOf(CaseRecord.Kind kind) {
    return switch (kind) {
      case ACCEPTED -> "case.accepted";
      case ACCEPTED_DEFERRED -> "case.accepted-deferred";
      case NOTICE -> "case.notice";
    };
  }

  byte[] write(CaseRecord record) {
    return JournalJson.write(record);
  }

  CaseRecord read(byte[] body) {
    return JournalJson.read(body, CaseRecord.class);
  }
}
