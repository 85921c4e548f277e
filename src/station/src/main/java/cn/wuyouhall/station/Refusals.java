package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.CaseRegister;
import cn.wuyouhall.domain.cases.CaseRegister.Standing;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was refused for good and waits for a person: entries of this station the hall did not take,
 * and the hall's parcels the province did not take. No applicant and no grade is in it. Blocks.
 */
public final class Refusals {
  private final StationJournal journal;
  private final HallOutbox outbox;
  private final CaseRegister register;
  private final CaseJson cases;

  Refusals(StationJournal journal, HallOutbox outbox, CaseRegister register, CaseJson cases) {
    this.journal = journal;
    this.outbox = outbox;
    this.register = register;
    this.cases = cases;
  }

  /** Who refused. */
  public enum By {
    HALL,
    PROVINCE
  }

  /** What was refused. */
  public enum Subject {
    CASE,
    RATING
  }

  /**
   * One refusal.
   *
   * @param at when
   * @param by who
   * @param subject what
   * @param caseNo the case's number; blank for a rating and where it cannot be read
   * @param itemName the case's item, likewise
   * @param code why, in a stable code
   * @param said the province's own sentence about a case, blank for none
   */
  public record Refusal(
      Instant at,
      By by,
      Subject subject,
      String caseNo,
      String itemName,
      String code,
      String said) {}

  /** All of them, newest first; while the hall is away those of this station only. */
  public List<Refusal> list(Session clerk) {
    BlockingWork.refuseOnUiThread();
    clerk.require(Role.CLERK);
    List<Refusal> all = new ArrayList<>();
    journal.refusals().forEach(one -> all.add(byHall(one)));
    try {
      outbox.refusals().forEach(one -> all.add(byProvince(one)));
    } catch (HallUnavailable away) {
      // the strip says so
    }
    all.sort(Comparator.comparing(Refusal::at).reversed());
    return List.copyOf(all);
  }

  private Refusal byHall(StationJournal.Refusal one) {
    boolean rating = one.entry().kind().equals(RatingJson.KIND);
    Optional<CaseRecord> record = rating ? Optional.empty() : read(one);
    return refusal(
        one.at(), By.HALL, rating ? Subject.RATING : Subject.CASE, record, one.code(), "");
  }

  private Optional<CaseRecord> read(StationJournal.Refusal one) {
    try {
      return journal.payload(one.entry().id()).map(cases::read);
    } catch (UncheckedIOException | StoreException damaged) {
      return Optional.empty();
    }
  }

  private Refusal byProvince(HallOutbox.Refusal one) {
    return switch (one.kind()) {
      case CASE_EVENT ->
          refusal(
              one.at(),
              By.PROVINCE,
              Subject.CASE,
              register.standing(one.lane()).map(Standing::event),
              one.code(),
              one.message());
      case RATING ->
          refusal(one.at(), By.PROVINCE, Subject.RATING, Optional.empty(), one.code(), "");
    };
  }

  private static Refusal refusal(
      Instant at, By by, Subject subject, Optional<CaseRecord> record, String code, String said) {
    return new Refusal(
        at,
        by,
        subject,
        record.map(CaseRecord::caseNo).orElse(""),
        record.map(CaseRecord::itemName).orElse(""),
        code,
        said);
  }
}
