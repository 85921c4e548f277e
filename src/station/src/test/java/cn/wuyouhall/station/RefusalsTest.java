package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.cases.HallOutbox.Parcel;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.journal.StationJournal.Draft;
import cn.wuyouhall.domain.journal.StationJournal.Entry;
import cn.wuyouhall.station.Refusals.By;
import cn.wuyouhall.station.Refusals.Refusal;
import cn.wuyouhall.station.Refusals.Subject;
import cn.wuyouhall.testkit.port.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was refused for good, as a person is told of it. */
class RefusalsTest {
  private static final Duration LEASE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private HallOnDisk hall;
  private Vault vault;
  private Trouble<HallOutbox> outbox;
  private Refusals job;

  @BeforeEach
  void open() throws Exception {
    hall = new HallOnDisk(folder);
    vault = hall.vault("clerk-3");
    outbox = Trouble.before(HallOutbox.class, vault.hall().outbox());
    job = new Refusals(vault.journal(), outbox.port(), vault.hall().cases(), new CaseJson());
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private CaseRecord acceptOne() {
    AcceptCase accept = SampleCase.job(hall, vault, () -> {});
    return assertInstanceOf(
            AcceptCase.Outcome.Saved.class,
            accept.accept(
                HallOnDisk.CLERK,
                SampleCase.draft(
                    accept, SampleCase.item("小餐饮经营许可（新办）"), SampleCase.ZHANG, SampleCase::inOrder)))
        .record();
  }

  private Entry waiting() {
    return vault.journal().undelivered(1).getFirst();
  }

  @Test
  void aCaseTheHallDidNotTakeIsNamedWithoutItsApplicant() {
    CaseRecord record = acceptOne();
    Instant at = hall.clock.instant();
    vault.journal().refused(waiting().id(), "CASE_NO_TAKEN", at);
    Refusal listed = job.list(HallOnDisk.CLERK).getFirst();
    assertEquals(
        new Refusal(
            at, By.HALL, Subject.CASE, record.caseNo(), record.itemName(), "CASE_NO_TAKEN", ""),
        listed);
    assertFalse(listed.toString().contains(record.applicant().name()));
  }

  @Test
  void whatCannotBeReadIsListedAllTheSame() {
    Ids ids = hall.around.ids();
    Instant at = hall.clock.instant();
    UUID damaged =
        vault
            .journal()
            .append(new Draft(ids.next(), "case.accepted", 1, new byte[3], List.of(), true), at)
            .id();
    vault.journal().refused(damaged, "UNREADABLE", at);
    assertEquals(
        List.of(new Refusal(at, By.HALL, Subject.CASE, "", "", "UNREADABLE", "")),
        job.list(HallOnDisk.CLERK));
  }

  @Test
  void aCaseTheProvinceDidNotTakeComesWithItsSentenceAndTheNewestFirst() {
    CaseRecord record = acceptOne();
    Instant at = hall.clock.instant();
    vault.hall().cases().register(waiting().id(), record, at);
    Parcel parcel = outbox.port().claim("clerk-3", at, LEASE).orElseThrow();
    outbox.port().refused(parcel.id(), "ITEM_UNKNOWN", "no such item", at);
    vault.journal().refused(waiting().id(), "UNREADABLE", at.plusSeconds(1));
    List<Refusal> all = job.list(HallOnDisk.CLERK);
    assertEquals(List.of(By.HALL, By.PROVINCE), all.stream().map(Refusal::by).toList());
    assertEquals(
        new Refusal(
            at,
            By.PROVINCE,
            Subject.CASE,
            record.caseNo(),
            record.itemName(),
            "ITEM_UNKNOWN",
            "no such item"),
        all.getLast());
    outbox.away("refusals", 1, HallOnDisk::hallAway);
    assertEquals(
        1, job.list(HallOnDisk.CLERK).size(), "what is here is told while the hall is away");
  }

  @Test
  void onlyAClerkIsTold() {
    Session guide = new Session("0101", "高小明", Set.of(Role.GUIDE), hall.clock.instant());
    assertThrows(Session.NotAllowed.class, () -> job.list(guide));
  }
}
