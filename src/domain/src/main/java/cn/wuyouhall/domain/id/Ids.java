package cn.wuyouhall.domain.id;

import java.util.UUID;

/**
 * A source of new ids (UUIDv7, RFC 9562): unique everywhere, ordered by the time of their making.
 */
@FunctionalInterface
public interface Ids {
  /** A new id; safe to call from any thread. */
  UUID next();
}
