package cn.wuyouhall.store.hall;

import static cn.wuyouhall.store.hall.TestHall.NINE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.hall.HallAccounts.Account;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.journal.StationJournal.Draft;
import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import cn.wuyouhall.domain.queue.IssueResult;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.store.journal.SqliteStationJournal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NothingInClearTest {
  private static final List<String> PERSONAL =
      List.of("李秀兰", "11010519491231002X", "13891234567", "王芳", "先去补照片", "VERY_SATISFIED");

  @TempDir Path folder;

  @Test
  void noFileHoldsANameANumberOrAPhone() throws Exception {
    try (HallDatabase database =
            HallDatabases.openFile(
                folder.resolve("hall.db"), TestHall.SCOPE, TestHall.IDS, k -> TestHall.CIPHER);
        SqliteStationJournal journal =
            SqliteStationJournal.open(folder, "C03", TestHall.CIPHER, NINE)) {
      live(database, journal);
      assertTrue(Files.size(folder.resolve("hall.db-wal")) > 0);
      assertEquals(List.of(), found());
      database.backup(folder.resolve("backup"));
      journal.backup(folder.resolve("backup"));
    }
    assertEquals(List.of(), found());
  }

  private static void live(HallDatabase database, SqliteStationJournal journal) {
    database.rules().store(TestHall.rules(), "0001", NINE);
    database
        .accounts()
        .save(new Account("0001", "王芳", Set.of(Role.CLERK), "$x", true, 0, Optional.empty()), NINE);
    IssueResult.Numbered numbered =
        (IssueResult.Numbered)
            database.queue().issue(TestHall.request("social", TestHall.LI), NINE);
    database.queue().paper(numbered.ticket().id(), PaperOutcome.CAME, "K01", NINE);
    database.queue().callNext(TestHall.id(), 1, "C01", "0001", NINE);
    database.queue().transfer(TestHall.id(), 1, "market", "先去补照片", "C01", "0001", NINE);
    CaseRecord event = HallPartsContract.event(TestHall.id(), "WB-1", CaseRecord.Kind.ACCEPTED);
    UUID entry = TestHall.id();
    database.cases().register(entry, event, NINE);
    database.outbox().claim("C03", NINE, java.time.Duration.ofSeconds(9));
    database.outbox().freeze(entry, HallJson.write(event));
    database.outbox().refused(entry, "BAD", "李秀兰 11010519491231002X", NINE);
    byte[] grade = "{\"grade\":\"VERY_SATISFIED\"}".getBytes(StandardCharsets.UTF_8);
    byte[] payload = HallJson.write(event);
    journal.append(
        new Draft(
            entry,
            "case.accepted",
            1,
            payload,
            List.of(new StateRow("case", "1", payload), new StateRow("rating", "1", grade)),
            true),
        NINE);
  }

  private List<String> found() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String personal : PERSONAL) {
          for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            String needle = new String(personal.getBytes(charset), StandardCharsets.ISO_8859_1);
            if (bytes.contains(needle)) {
              found.add(file.getFileName() + ": " + personal);
            }
          }
        }
      }
    }
    return found;
  }
}
