package cn.wuyouhall.station.documents;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.station.CaseDraft;
import cn.wuyouhall.station.Session;
import java.time.Instant;

/** Makes papers as PDF bytes. Blocks for some tens of milliseconds; any thread. */
public interface Documents {
  /** A paper of a case, with its number and a QR code of the case number. */
  byte[] forCase(DocumentKind kind, CaseRecord record, Item item, Name hall, Session clerk);

  /**
   * 一次性告知单: what the citizen must bring, what of it is in order already, and what may come later or
   * be committed to.
   */
  byte[] advice(CaseDraft draft, Name hall, Session clerk, Instant at);
}
