package cn.wuyouhall.domain.rating;

import java.time.Instant;
import java.util.UUID;

/**
 * One invitation to rate: made in the transaction that ends a served visit, answered once.
 *
 * @param id UUIDv7
 * @param visit the visit it belongs to
 * @param stage the stage rated; "visit" for a visit's end
 * @param round 1 for the first rating, 2 for one after a mended complaint
 * @param window the window whose pad asks
 * @param madeAt when the visit ended
 */
public record Invitation(
    UUID id, UUID visit, String stage, int round, int window, Instant madeAt) {}
