package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.CaseRegister;
import cn.wuyouhall.domain.cases.CaseRegister.Standing;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.station.documents.DocumentKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cases as this station and the hall know them: the list, the three marks, the papers. Blocks. */
public final class Cases {
  private final StationJournal journal;
  private final CaseRegister register;
  private final CaseBook book;

  Cases(StationJournal journal, CaseRegister register, CaseJson json) {
    this.journal = journal;
    this.register = register;
    this.book = new CaseBook(journal, json);
  }

  /**
   * A case with its three marks.
   *
   * @param record its newest event here
   * @param inHall whether the hall has it
   * @param atProvince whether the province has it
   * @param provincialNo the province's number, blank before
   * @param stage the province's stage (received, in-review, decided, finished), blank before
   */
  public record Row(
      CaseRecord record, boolean inHall, boolean atProvince, String provincialNo, String stage) {}

  /** Cases taken in at this station, newest first. */
  public List<Row> ofThisStation(Session clerk, int most) {
    BlockingWork.refuseOnUiThread();
    clerk.require(Role.CLERK);
    return book.newest(most).stream().map(this::rowOf).toList();
  }

  /** One case with its marks; empty when this station never had it. */
  public Optional<Row> one(Session clerk, UUID caseId) {
    BlockingWork.refuseOnUiThread();
    clerk.require(Role.CLERK);
    return book.find(caseId).map(this::rowOf);
  }

  /**
   * Recent cases of the person before the window, in the whole hall; empty list while the hall is
   * away.
   */
  public List<Standing> recentOf(Session clerk, String idNumber, int most) {
    BlockingWork.refuseOnUiThread();
    clerk.require(Role.CLERK);
    try {
      return register.recentOf(idNumber, most);
    } catch (HallUnavailable away) {
      return List.of();
    }
  }

  /** A paper of a case, as PDF. */
  public Optional<byte[]> paper(Session clerk, UUID caseId, DocumentKind kind) {
    BlockingWork.refuseOnUiThread();
    clerk.require(Role.CLERK);
    return journal.state(AcceptCase.DOCUMENT, caseId + "/" + kind.name());
  }

  private Row rowOf(CaseRecord record) {
    Optional<Standing> standing;
    try {
      standing = register.standing(record.caseId());
    } catch (HallUnavailable away) {
      standing = Optional.empty();
    }
    return new Row(
        record,
        standing.isPresent(),
        standing.map(Standing::atProvince).orElse(false),
        standing.flatMap(Standing::provincialNo).orElse(""),
        standing.map(Standing::stage).orElse(""));
  }
}
