package cn.wuyouhall.demo.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Files as faulty programs would have left them, made from those of a good day. */
final class Spoil {
  private static final int CUT = 4;
  private static final String ANSWERED =
      "(SELECT i.visit_id FROM rating_invitation i JOIN rating_outcome o ON o.invitation_id = i.id"
          + " WHERE o.outcome = 'ANSWERED' LIMIT 1)";

  private Spoil() {}

  static void requestAfterwards(Path folder) {
    hall(folder, "UPDATE ticket_event SET at = at - 60000 WHERE kind = 'ISSUE'");
  }

  static void twoWindows(Path folder) {
    hall(
        folder,
        """
        INSERT INTO visit (id, region, hall, day, ticket_id, line, window_no, station, operator,
          called_at, started_at, ended_at, ending)
        SELECT substr(id, 1, 33) || 'aaa', region, hall, day, ticket_id, line, 4, 'clerk-4',
          operator, called_at + 1, NULL, ended_at, 'NO_SHOW' FROM visit WHERE ending = 'NO_SHOW'\
        """,
        """
        INSERT INTO ticket_event (id, region, hall, ticket_id, visit_id, kind, from_state, to_state,
          line, window_no, station, operator, at)
        SELECT substr(id, 1, 33) || 'aaa', region, hall, ticket_id, visit_id, 'CALL', 'WAITING',
          'CALLED', line, 4, 'clerk-4', operator, at + 1 FROM ticket_event
        WHERE kind = 'CALL' AND ticket_id IN (SELECT ticket_id FROM visit WHERE window_no = 4)\
        """);
  }

  static void skippedInvitation(Path folder) {
    hall(
        folder,
        "CREATE TEMP TABLE gone AS SELECT id FROM rating_invitation WHERE visit_id = " + ANSWERED,
        "DELETE FROM outbox WHERE lane IN (SELECT id FROM gone)",
        "DELETE FROM rating_outcome WHERE invitation_id IN (SELECT id FROM gone)",
        "DELETE FROM rating_invitation WHERE id IN (SELECT id FROM gone)");
    sandbox(
        folder,
        """
        DELETE FROM requests WHERE idempotency_key IN
          (SELECT idempotency_key FROM ratings WHERE outcome = 'rated')\
        """,
        """
        DELETE FROM effects WHERE idempotency_key IN
          (SELECT idempotency_key FROM ratings WHERE outcome = 'rated')\
        """,
        "DELETE FROM ratings WHERE outcome = 'rated'");
  }

  static void gradeInClear(Path folder) {
    journal(
        folder,
        "pad-3",
        """
        UPDATE state SET body = CAST('{"subject":{"type":"visit"},"satisfaction":4}' AS BLOB)
        WHERE kind = 'rating'\
        """);
  }

  static void journalChanged(Path folder) {
    journal(folder, "kiosk-1", "UPDATE journal SET at = at - 60000 WHERE seq = 2");
  }

  static void personalDataInClear(Path folder) {
    hall(
        folder,
        """
        UPDATE ticket SET holder = CAST('{"name":"张小三"}' AS BLOB) WHERE holder IS NOT NULL\
        """);
  }

  static void wrongState(Path folder) {
    hall(
        folder,
        """
        DELETE FROM ticket_event WHERE kind = 'CALL' AND ticket_id =
          (SELECT ticket_id FROM visit WHERE ending = 'FINISHED' LIMIT 1)\
        """,
        """
        UPDATE ticket_event SET from_state = 'WAITING' WHERE kind = 'SERVE' AND ticket_id =
          (SELECT ticket_id FROM visit WHERE ending = 'FINISHED' LIMIT 1)\
        """);
  }

  static void dayBack(Path folder) {
    hall(
        folder,
        """
        INSERT INTO business_day (region, hall, day, opened_at, closed_at, last_rank)
        SELECT region, hall, date(day, '-1 day'), closed_at + 1000, closed_at + 2000, last_rank
        FROM business_day\
        """);
  }

  static void ticketLost(Path folder) {
    hall(
        folder,
        "DELETE FROM ticket_event WHERE ticket_id = (SELECT id FROM ticket WHERE number = 2)",
        "DELETE FROM ticket WHERE number = 2");
  }

  static void leftWaiting(Path folder) {
    hall(
        folder,
        "UPDATE ticket SET state = 'WAITING' WHERE state = 'LEFT'",
        "DELETE FROM ticket_event WHERE kind = 'DAY_CLOSED'");
  }

  static void paperUncut(Path folder) {
    Path paper = folder.resolve("dev").resolve("papers").resolve("001.bin");
    try {
      byte[] bytes = Files.readAllBytes(paper);
      Files.write(paper, Arrays.copyOf(bytes, bytes.length - CUT));
    } catch (IOException fault) {
      throw new UncheckedIOException("the paper cannot be spoilt", fault);
    }
  }

  static void ratingChanged(Path folder) {
    sandbox(folder, "UPDATE ratings SET outcome = 'declined' WHERE outcome = 'timed-out'");
  }

  static void randomId(Path folder) {
    hall(folder, "UPDATE announcement SET id = substr(id, 1, 14) || '4' || substr(id, 16)");
  }

  private static void hall(Path folder, String... statements) {
    run(folder.resolve("hall").resolve("hall").resolve("hall.db"), statements);
  }

  private static void sandbox(Path folder, String... statements) {
    run(folder.resolve("sandbox").resolve("sandbox.db"), statements);
  }

  private static void journal(Path folder, String station, String... statements) {
    run(folder.resolve("hall").resolve(station).resolve("journal.db"), statements);
  }

  private static void run(Path file, String... statements) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    } catch (SQLException fault) {
      throw new IllegalStateException(file.getFileName() + " cannot be spoilt", fault);
    }
  }
}
