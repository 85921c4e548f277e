package cn.wuyouhall.platform;

import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.platform.contract.Rating;
import cn.wuyouhall.platform.contract.RatingContent;
import cn.wuyouhall.platform.contract.Subject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes the bytes of a rating: first what is to be sealed, then the body that carries the seal. The
 * pad's process calls both the moment the answer is there.
 */
public final class RatingBody {
  private RatingBody() {}

  /**
   * What is to be sealed for the supervisors and the platform; bound to its visit, stage and round
   * by naming them. Never to be stored or logged as it is.
   *
   * @param tags indicator codes of that grade (510 …); empty for none
   */
  public static byte[] content(Invitation invitation, Grade grade, List<String> tags) {
    return Json.write(
        new RatingContent(
            subjectOf(invitation),
            invitation.stage(),
            invitation.round(),
            ProvinceCodes.satisfaction(grade),
            tags));
  }

  /**
   * The body of {@code POST /v1/ratings}, frozen from here on.
   *
   * @param region region code of the hall (610829)
   * @param hall the hall's id
   * @param at when the invitation ended, UTC
   * @param sealed the sealed content; present exactly when the outcome is ANSWERED
   * @throws IllegalArgumentException when outcome and seal do not go together
   */
  public static byte[] encode(
      Invitation invitation,
      String region,
      String hall,
      RatingOutcome outcome,
      Instant at,
      Optional<SealedGrade> sealed) {
    if (sealed.isPresent() != (outcome == RatingOutcome.ANSWERED)) {
      throw new IllegalArgumentException("a grade is sealed exactly when one was given");
    }
    return Json.write(
        new Rating(
            invitation.id(),
            subjectOf(invitation),
            invitation.stage(),
            invitation.round(),
            region,
            hall,
            invitation.window(),
            ProvinceCodes.outcome(outcome),
            at,
            sealed.map(RatingBody::contractOf).orElse(null)));
  }

  /**
   * The same rating under another seal: a reader was let in after it was made.
   *
   * @param body as {@link #encode} made it
   * @return empty when there is no sealed grade in it
   */
  public static Optional<byte[]> resealed(byte[] body, UnaryOperator<SealedGrade> change) {
    return Json.read(body, Rating.class)
        .filter(rating -> rating.sealed() != null)
        .map(rating -> Json.write(rating.with(contractOf(change.apply(gradeOf(rating.sealed()))))));
  }

  private static Subject subjectOf(Invitation invitation) {
    return new Subject("visit", invitation.visit());
  }

  private static SealedGrade gradeOf(Rating.Sealed sealed) {
    HexFormat hex = HexFormat.of();
    return new SealedGrade(
        sealed.recipients().stream()
            .map(to -> new SealedGrade.Recipient(to.keyId(), hex.parseHex(to.wrapped())))
            .toList(),
        hex.parseHex(sealed.nonce()),
        hex.parseHex(sealed.ciphertext()));
  }

  private static Rating.Sealed contractOf(SealedGrade sealed) {
    HexFormat hex = HexFormat.of();
    return new Rating.Sealed(
        Rating.ALGORITHM,
        sealed.recipients().stream()
            .map(to -> new Rating.Recipient(to.keyId(), hex.formatHex(to.wrapped())))
            .toList(),
        hex.formatHex(sealed.nonce()),
        hex.formatHex(sealed.ciphertext()));
  }
}
