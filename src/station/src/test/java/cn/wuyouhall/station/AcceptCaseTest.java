package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.cases.CaseNumbers;
import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.journal.StationJournal.Draft;
import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.station.data.CalendarFiles;
import cn.wuyouhall.station.documents.DocumentKind;
import cn.wuyouhall.station.documents.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking a case in: what it leaves when something is in the way. */
class AcceptCaseTest {
  private static final Item ITEM = SampleCase.item("小餐饮经营许可（新办）");

  @TempDir Path folder;
  private HallOnDisk hall;
  private Vault vault;
  private AcceptCase job;

  @BeforeEach
  void open() throws Exception {
    hall = new HallOnDisk(folder);
    vault = hall.vault("clerk-3");
    job = SampleCase.job(hall, vault, () -> {});
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private CaseDraft inOrder() {
    return SampleCase.draft(job, ITEM, SampleCase.ZHANG, SampleCase::inOrder);
  }

  private CaseRecord saved(AcceptCase.Outcome outcome) {
    return assertInstanceOf(AcceptCase.Outcome.Saved.class, outcome).record();
  }

  private String notSaved(AcceptCase.Outcome outcome) {
    return assertInstanceOf(AcceptCase.Outcome.NotSaved.class, outcome).code();
  }

  @Test
  void aCaseThatGotANoticeIsAcceptedAfterItUnderTheSameNumber() {
    CaseDraft lacking =
        SampleCase.draft(job, ITEM, SampleCase.ZHANG, material -> MaterialMark.MISSING);
    CaseRecord notice = saved(job.notice(HallOnDisk.CLERK, lacking));
    CaseDraft brought =
        new CaseDraft(
            lacking.caseId(),
            lacking.visit(),
            ITEM,
            SampleCase.ZHANG,
            lacking.answers(),
            inOrder().marks());
    CaseRecord accepted = saved(job.accept(HallOnDisk.CLERK, brought));
    assertEquals(CaseRecord.Kind.ACCEPTED, accepted.kind());
    assertEquals(notice.caseNo(), accepted.caseNo());
    assertEquals(accepted, saved(job.accept(HallOnDisk.CLERK, brought)));
    assertEquals(2, vault.journal().counts().undelivered());
    CaseRecord next = saved(job.accept(HallOnDisk.CLERK, inOrder()));
    assertEquals(2, CaseNumbers.parseCase(next.caseNo()).orElseThrow().sequence());
  }

  @Test
  void withoutAFontNothingIsAccepted() {
    Documents noFont =
        new Documents() {
          @Override
          public byte[] forCase(
              DocumentKind kind, CaseRecord record, Item item, Name name, Session clerk) {
            throw new UncheckedIOException(new IOException("no font"));
          }

          @Override
          public byte[] advice(CaseDraft draft, Name name, Session clerk, Instant at) {
            throw new UncheckedIOException(new IOException("no font"));
          }
        };
    CaseDraft draft = inOrder();
    AcceptCase fontless =
        new AcceptCase(
            vault.journal(),
            hall.around.ids(),
            hall.clock,
            CalendarFiles.published(),
            SampleCase.CATALOGUE,
            noFont,
            new CaseJson(),
            hall.rules().name(),
            "610829",
            "clerk-3",
            3,
            () -> {});
    assertEquals("PAPER_NOT_MADE", notSaved(fontless.accept(HallOnDisk.CLERK, draft)));
    assertEquals(0, vault.journal().counts().undelivered());
    assertTrue(vault.journal().state("case", draft.caseId().toString()).isEmpty());
    saved(job.accept(HallOnDisk.CLERK, draft));
  }

  @Test
  void aRestoredStationGivesNoNumberOutTwice() throws Exception {
    Path backup = folder.resolve("backup");
    KeepJournal care = new KeepJournal(hall.settings("clerk-3"), hall.around);
    care.backup(backup);
    CaseRecord before = saved(job.accept(HallOnDisk.CLERK, inOrder()));
    hall.shut(vault);
    care.restore(backup);
    vault = hall.vault("clerk-3");
    job = SampleCase.job(hall, vault, () -> {});
    CaseRecord after = saved(job.accept(HallOnDisk.CLERK, inOrder()));
    assertNotEquals(before.caseNo(), after.caseNo());
  }

  @Test
  void theLastNumberOfTheDayIsTheLast() {
    byte[] used = "9998".getBytes(StandardCharsets.UTF_8);
    String day = HallTime.day(hall.clock.instant()).toString();
    vault
        .journal()
        .append(
            new Draft(
                hall.around.ids().next(),
                "test",
                1,
                used,
                List.of(new StateRow("counter", day, used)),
                false),
            hall.clock.instant());
    saved(job.accept(HallOnDisk.CLERK, inOrder()));
    assertEquals("NO_NUMBER", notSaved(job.accept(HallOnDisk.CLERK, inOrder())));
  }
}
