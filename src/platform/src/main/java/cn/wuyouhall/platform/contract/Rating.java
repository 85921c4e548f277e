package cn.wuyouhall.platform.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A rating or its absence, as it travels ({@code Rating} of the contract).
 *
 * @param ratingId the invitation's id
 * @param subject what is rated
 * @param stage the stage rated
 * @param round 1 for the first rating
 * @param region region code
 * @param hall the hall
 * @param window the window, 0 for none
 * @param outcome in the contract's words
 * @param occurredAt when it ended, UTC
 * @param sealed the grade under the keys of those who may read it; null unless rated
 */
@JsonPropertyOrder({
  "ratingId",
  "subject",
  "stage",
  "round",
  "region",
  "hall",
  "window",
  "outcome",
  "occurredAt",
  "sealed"
})
public record Rating(
    UUID ratingId,
    Subject subject,
    String stage,
    int round,
    String region,
    String hall,
    int window,
    String outcome,
    Instant occurredAt,
    Sealed sealed) {
  /** The one algorithm of this contract. */
  public static final String ALGORITHM = "SM2-SM4-GCM";

  /** The same with another seal. */
  public Rating with(Sealed other) {
    return new Rating(
        ratingId, subject, stage, round, region, hall, window, outcome, occurredAt, other);
  }

  /** A sealed grade; every value is lower-case hex. */
  @JsonPropertyOrder({"algorithm", "recipients", "nonce", "ciphertext"})
  public record Sealed(
      String algorithm, List<Recipient> recipients, String nonce, String ciphertext) {
    public Sealed {
      recipients = List.copyOf(recipients);
    }
  }

  /** A recipient's key id and the content key wrapped for it (SM2 C1C3C2). */
  @JsonPropertyOrder({"keyId", "wrapped"})
  public record Recipient(String keyId, String wrapped) {}
}
