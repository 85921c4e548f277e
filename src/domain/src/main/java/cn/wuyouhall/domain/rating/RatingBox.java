package cn.wuyouhall.domain.rating;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Invitations to rate, as the hall database keeps them. Blocks; any thread; {@code HallUnavailable}
 * when away.
 */
public interface RatingBox {
  /** Invitations of a window that are not answered yet, oldest first. */
  List<Invitation> open(int window);

  /**
   * Marks that the pad is asking now; false when it was asked or answered before by another pad.
   */
  boolean asking(UUID invitation, String padStation, Instant at);

  /**
   * Ends an invitation once; a repetition with the same journal id changes nothing. A sealed grade
   * goes into the outbox to the province in the same transaction. One that the hall does not know
   * (it was restored from an older backup) is ended all the same.
   *
   * @param journalId the pad's journal entry, the idempotency key up to the province
   * @param outcome how it ended
   * @param sealedBody the body for the province, already frozen: {@code platform}'s rating JSON
   * @return false when it was ended by another entry before
   */
  boolean end(
      UUID journalId,
      UUID invitation,
      RatingOutcome outcome,
      byte[] sealedBody,
      String padStation,
      Instant at);

  /** What the window may know about the rating of a visit. */
  Optional<Progress> ofVisit(UUID visit);

  /** Asked, or ended with which outcome; never the grade. */
  record Progress(boolean asked, Optional<RatingOutcome> outcome) {}
}
