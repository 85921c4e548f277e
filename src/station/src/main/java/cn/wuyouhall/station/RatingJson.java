package cn.wuyouhall.station;

import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.platform.RatingBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

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
    try {
      return mapper.writeValueAsBytes(new Ended(invitation.id(), outcome, at, body));
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a rating cannot be written as JSON", fault);
    }
  }

  Ended read(byte[] payload) {
    try {
      return mapper.readValue(payload, Ended.class);
    } catch (IOException _) {
      // Without its cause, whose words may hold what was read.
      throw new UncheckedIOException(new IOException("a kept rating cannot be read"));
    }
  }
}
