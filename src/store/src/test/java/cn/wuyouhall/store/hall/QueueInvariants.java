package cn.wuyouhall.store.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Statements;
import java.sql.SQLException;
import java.util.List;

/** What must always hold in the rows, asked of the rows. */
final class QueueInvariants {
  private QueueInvariants() {}

  static void hold(Connections connections) {
    connections.read(
        "check",
        sql -> {
          none(
              sql,
              "a number twice",
              "SELECT day, prefix, number FROM ticket GROUP BY 1, 2, 3 HAVING COUNT(*) > 1");
          none(
              sql,
              "two tickets at a window",
              "SELECT window_no FROM ticket WHERE state IN ('CALLED', 'SERVING') GROUP BY 1 HAVING COUNT(*) > 1");
          none(
              sql,
              "a ticket called without an open visit",
              "SELECT t.id FROM ticket t WHERE t.state IN ('CALLED', 'SERVING', 'HELD') AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = t.visit_id AND v.ended_at IS NULL)");
          none(
              sql,
              "an open visit without its ticket",
              "SELECT v.id FROM visit v WHERE v.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.visit_id = v.id AND t.state IN ('CALLED', 'SERVING', 'HELD'))");
          none(
              sql,
              "a served visit without one invitation",
              "SELECT v.id FROM visit v WHERE v.started_at IS NOT NULL AND v.ended_at IS NOT NULL AND (SELECT COUNT(*) FROM rating_invitation i WHERE i.visit_id = v.id) <> 1");
          none(
              sql,
              "an invitation nobody was served for",
              "SELECT i.id FROM rating_invitation i JOIN visit v ON v.id = i.visit_id WHERE v.started_at IS NULL");
          none(
              sql,
              "a number left out",
              "SELECT day, prefix FROM ticket GROUP BY 1, 2 HAVING MAX(number) <> COUNT(*)");
          none(
              sql,
              "a ticket whose last event is not its state",
              """
              SELECT t.id FROM ticket t WHERE NOT EXISTS
                (SELECT 1 FROM ticket_event e WHERE e.ticket_id = t.id AND e.to_state = t.state)\
              """);
          return true;
        });
  }

  private static void none(Statements sql, String what, String query) throws SQLException {
    assertEquals(List.of(), sql.all(query, row -> row.getString(1)), what);
  }
}
