package cn.wuyouhall.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.journal.StationJournal.Draft;
import cn.wuyouhall.domain.journal.StationJournal.StateRow;
import cn.wuyouhall.domain.journal.StationJournal.Verification;
import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.crypto.HallKey;
import cn.wuyouhall.store.hall.HallDatabase;
import cn.wuyouhall.store.hall.HallDatabases;
import cn.wuyouhall.store.hall.TestHall;
import cn.wuyouhall.store.journal.SqliteStationJournal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that works, says what it has done, and is killed: what it said is there, and the rest
 * is whole.
 */
class KilledInTheMiddleTest {
  private static final FieldCipher CIPHER = new FieldCipher(HallKey.of(new byte[32]));

  @TempDir Path folder;

  /**
   * The process to be killed: one journal entry and one ticket after another, each id printed once
   * it is safe.
   */
  static final class Worker {
    private Worker() {}

    public static void main(String[] arguments) {
      Path folder = Path.of(arguments[0]);
      try (HallDatabase database = hall(folder);
          SqliteStationJournal journal =
              SqliteStationJournal.open(folder, "K01", CIPHER, TestHall.NINE)) {
        while (!Thread.currentThread().isInterrupted()) {
          IssueRequest wish = TestHall.request("social");
          byte[] body = wish.requestId().toString().getBytes(StandardCharsets.UTF_8);
          journal.append(
              new Draft(
                  wish.requestId(),
                  "ticket.wish",
                  1,
                  body,
                  List.of(new StateRow("wish", "open", body)),
                  true),
              TestHall.NINE);
          System.out.println("J " + wish.requestId());
          database.queue().issue(wish, TestHall.NINE);
          System.out.println("T " + wish.requestId());
        }
      }
    }
  }

  private static HallDatabase hall(Path folder) {
    return HallDatabases.openFile(
        folder.resolve("hall.db"), TestHall.SCOPE, TestHall.IDS, keys -> CIPHER);
  }

  @Test
  void everythingAcknowledgedIsThereAndTheChainIsWhole() throws Exception {
    try (HallDatabase database = hall(folder)) {
      database.rules().store(TestHall.rules(), "0001", TestHall.NINE);
    }
    List<String> acknowledged = new ArrayList<>();
    for (int killed = 0; killed < 4; killed++) {
      acknowledged.addAll(runAndKill(15 + 7 * killed));
    }
    try (HallDatabase database = hall(folder);
        SqliteStationJournal journal =
            SqliteStationJournal.open(folder, "K01", CIPHER, TestHall.NINE)) {
      assertInstanceOf(Verification.Whole.class, journal.verify());
      for (String line : acknowledged) {
        UUID id = UUID.fromString(line.substring(2));
        assertTrue(
            line.startsWith("J")
                ? journal.payload(id).isPresent()
                : database.queue().ticketOf(id).isPresent(),
            line);
      }
      String open = new String(journal.state("wish", "open").orElseThrow(), StandardCharsets.UTF_8);
      assertEquals(journal.head().orElseThrow().id().toString(), open);
      int issued = database.queue().view(TestHall.NINE).lines().getFirst().issued();
      long tickets = acknowledged.stream().filter(line -> line.startsWith("T")).count();
      assertTrue(issued >= tickets && issued <= tickets + 4, issued + " for " + tickets);
    }
  }

  private List<String> runAndKill(int lines) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> read = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.matches("[JT] [0-9a-f-]{36}")) {
          read.add(line);
        }
        if (read.size() == lines) {
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
    assertTrue(read.size() >= lines, "the worker stopped by itself after " + read);
    return read;
  }
}
