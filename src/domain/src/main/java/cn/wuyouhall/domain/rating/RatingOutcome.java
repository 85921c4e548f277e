package cn.wuyouhall.domain.rating;

/** How an invitation ended. All that a window may ever see of it. */
public enum RatingOutcome {
  /** A grade was given; it is sealed. */
  ANSWERED,
  /** Nobody answered in time: recorded as absence, never as a grade. */
  TIMED_OUT,
  /** The citizen chose not to rate. */
  DECLINED,
  /** The pad could not ask (its line was away until the invitation went stale). */
  NOT_ASKED
}
