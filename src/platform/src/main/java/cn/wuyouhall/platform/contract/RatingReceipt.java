package cn.wuyouhall.platform.contract;

import java.time.Instant;
import java.util.UUID;

/**
 * The platform has a rating.
 *
 * @param ratingId the invitation's id
 * @param receivedAt by the platform's clock
 */
public record RatingReceipt(UUID ratingId, Instant receivedAt) {}
