package cn.wuyouhall.station;

import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.platform.RatingBody;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The shape in which the end of an invitation is kept in the pad's journal, version 1. */
final class RatingJson {
  static final String KIND = "rating.ended";
  static final String STATE = "rating";
  static final int VERSION = 1;

  private final String region;
  private final String hall;

  RatingJson(String region, String hall) {
    this.region = region;
    this.hall = hall;
  }

  /**
   * An ended invitation.
   *
   * @param invitation its id
   * @param outcome how it ended
   * @param at when, UTC
   * @param body what the province gets, frozen
   */
  record Ended(UUID invitation, RatingOutcome outcome, Instant at, byte[] body) {}

  byte[] write(
      Invitation invitation, RatingOutcome outcome, Optional<SealedGrade> sealed, Instant at) {
    byte[] body = RatingBody.encode(invitation, region, hall, outcome, at, sealed);
    return JournalJson.write(new Ended(invitation.id(), outcome, at, body));
  }

  Ended read(byte[] payload) {
    return JournalJson.read(payload, Ended.class);
  }
}
