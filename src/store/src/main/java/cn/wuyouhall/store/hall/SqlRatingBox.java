package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingBox;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Invitations over SQL. The sealed grade goes into the outbox in the transaction that ends its
 * invitation.
 */
record SqlRatingBox(Connections connections, HallScope scope, OutboxRows outbox)
    implements RatingBox {
  @Override
  public List<Invitation> open(int window) {
    return connections.read(
        "read invitations",
        sql ->
            sql.all(
                """
                SELECT id, visit_id, stage, round, window_no, made_at FROM rating_invitation
                WHERE hall = ? AND window_no = ? AND ended = 0 ORDER BY made_at, id\
                """,
                row ->
                    new Invitation(
                        UUID.fromString(row.getString("id")),
                        UUID.fromString(row.getString("visit_id")),
                        row.getString("stage"),
                        row.getInt("round"),
                        row.getInt("window_no"),
                        Instant.ofEpochMilli(row.getLong("made_at"))),
                scope.hall(),
                window));
  }

  @Override
  public boolean asking(UUID invitation, String padStation, Instant at) {
    return connections.write(
        "note that a pad asks",
        sql ->
            sql.update(
                    """
                    UPDATE rating_invitation SET asked_by = ?, asked_at = COALESCE(asked_at, ?)
                    WHERE id = ? AND hall = ? AND ended = 0
                      AND (asked_by IS NULL OR asked_by = ?)\
                    """,
                    padStation,
                    at,
                    invitation,
                    scope.hall(),
                    padStation)
                == 1);
  }

  @Override
  public boolean end(
      UUID journalId,
      UUID invitation,
      RatingOutcome outcome,
      byte[] sealedBody,
      String padStation,
      Instant at) {
    return connections.write(
        "end an invitation",
        sql -> end(sql, journalId, invitation, outcome, sealedBody, padStation, at));
  }

  private boolean end(
      Statements sql,
      UUID journalId,
      UUID invitation,
      RatingOutcome outcome,
      byte[] sealedBody,
      String padStation,
      Instant at)
      throws SQLException {
    Optional<String> endedBy =
        sql.first(
            "SELECT journal_id FROM rating_outcome WHERE invitation_id = ?",
            row -> row.getString(1),
            invitation);
    if (endedBy.isPresent()) {
      return endedBy.get().equals(journalId.toString());
    }
    int open =
        sql.update(
            "UPDATE rating_invitation SET ended = 1 WHERE id = ? AND hall = ? AND ended = 0",
            invitation,
            scope.hall());
    if (open != 1 && isKnown(sql, invitation)) {
      return false;
    }
    sql.update(
        """
        INSERT INTO rating_outcome (invitation_id, region, hall, journal_id, outcome, station, at)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """,
        invitation,
        scope.region(),
        scope.hall(),
        journalId,
        outcome,
        padStation,
        at);
    if (sealedBody.length > 0) {
      outbox.add(
          sql,
          new OutboxRows.Fresh(
              journalId, HallOutbox.Kind.RATING, invitation, 0, Optional.of(sealedBody), at));
    }
    return true;
  }

  /** A hall restored from a backup may lack an invitation that a pad ended since. */
  private static boolean isKnown(Statements sql, UUID invitation) throws SQLException {
    return sql.number("SELECT COUNT(*) FROM rating_invitation WHERE id = ?", invitation) > 0;
  }

  @Override
  public Optional<Progress> ofVisit(UUID visit) {
    return connections.read(
        "read how a rating stands",
        sql ->
            sql.first(
                """
                SELECT i.asked_at, o.outcome FROM rating_invitation i
                LEFT JOIN rating_outcome o ON o.invitation_id = i.id
                WHERE i.visit_id = ? AND i.stage = 'visit' ORDER BY i.round DESC LIMIT 1\
                """,
                row ->
                    new Progress(
                        Statements.instant(row, "asked_at").isPresent(),
                        Optional.ofNullable(row.getString("outcome")).map(RatingOutcome::valueOf)),
                visit));
  }
}
