package cn.wuyouhall.virtual.platform;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A rating as the sandbox keeps it, its seal opened.
 *
 * @param grade 5 very satisfied … 1 very dissatisfied; null unless rated
 */
record ReceivedRating(
    UUID ratingId,
    String subjectType,
    UUID subjectId,
    String stage,
    int round,
    String region,
    String hall,
    int window,
    String outcome,
    Instant occurredAt,
    Integer grade) {
  private static final Set<String> OUTCOMES = Set.of("rated", "timed-out", "declined", "not-asked");
  private static final Set<String> SUBJECTS = Set.of("visit", "case");
  private static final Pattern REGION = Pattern.compile("[0-9]{6,12}");
  private static final Pattern WRAPPED = Pattern.compile("04([0-9a-f]{2})+");
  private static final Pattern NONCE = Pattern.compile("[0-9a-f]{24}");
  private static final Pattern CIPHERTEXT = Pattern.compile("([0-9a-f]{2}){17,}");

  /** Reads a body of the contract's {@code Rating} and opens its seal. */
  static ReceivedRating of(byte[] body, RatingKey key) throws InvalidBody {
    Fields rating = Fields.of(body);
    Fields subject = rating.object("subject");
    ReceivedRating open =
        new ReceivedRating(
            rating.id("ratingId"),
            subject.oneOf("type", SUBJECTS),
            subject.id("id"),
            rating.filled("stage", 50),
            rating.number("round", 1),
            rating.matching("region", REGION),
            rating.filled("hall", 100),
            rating.number("window", 0),
            rating.oneOf("outcome", OUTCOMES),
            rating.instant("occurredAt"),
            null);
    Optional<Fields> sealed = rating.objectOrNull("sealed");
    if (sealed.isPresent() != open.outcome().equals("rated")) {
      throw new InvalidBody("sealed is not there exactly when the outcome is rated");
    }
    return sealed.isEmpty() ? open : open.withGrade(gradeOf(open, sealed.get(), key));
  }

  private static int gradeOf(ReceivedRating rating, Fields sealed, RatingKey key)
      throws InvalidBody {
    sealed.oneOf("algorithm", Set.of("SM2-SM4-GCM"));
    byte[] nonce = hex(sealed.matching("nonce", NONCE));
    byte[] ciphertext = hex(sealed.matching("ciphertext", CIPHERTEXT));
    byte[] content =
        key.open(wrappedFor(sealed, key.id()), nonce, ciphertext)
            .orElseThrow(() -> new InvalidBody("SEAL_BROKEN", "the seal does not open"));
    return gradeIn(rating, content);
  }

  private static byte[] wrappedFor(Fields sealed, String keyId) throws InvalidBody {
    for (Fields recipient : sealed.objects("recipients")) {
      String wrapped = recipient.matching("wrapped", WRAPPED);
      if (recipient.text("keyId").equals(keyId)) {
        return hex(wrapped);
      }
    }
    throw new InvalidBody("NOT_SEALED_TO_US", "no recipient has the key id " + keyId);
  }

  private static int gradeIn(ReceivedRating rating, byte[] content) throws InvalidBody {
    Fields inside;
    try {
      inside = Fields.of(content);
    } catch (InvalidBody e) {
      throw new InvalidBody("SEAL_BROKEN", "what was sealed is not JSON");
    }
    Fields subject = inside.object("subject");
    boolean same =
        subject.text("type").equals(rating.subjectType())
            && subject.id("id").equals(rating.subjectId())
            && inside.text("stage").equals(rating.stage())
            && inside.number("round", 1) == rating.round();
    if (!same) {
      throw new InvalidBody("SEAL_ELSEWHERE", "the sealed content is of another visit or round");
    }
    int satisfaction = inside.number("satisfaction", 1);
    if (satisfaction > 5) {
      throw new InvalidBody("satisfaction is not a grade");
    }
    return satisfaction;
  }

  private ReceivedRating withGrade(int given) {
    return new ReceivedRating(
        ratingId,
        subjectType,
        subjectId,
        stage,
        round,
        region,
        hall,
        window,
        outcome,
        occurredAt,
        given);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
