package cn.wuyouhall.station;

import cn.wuyouhall.domain.rating.RatingBox;
import cn.wuyouhall.domain.rating.RatingBox.Progress;
import cn.wuyouhall.domain.work.BlockingWork;
import java.util.Optional;
import java.util.UUID;

/** All a window may know of a rating: asked, answered, timed out. Never the grade. Blocks. */
public final class RatingProgress {
  private final RatingBox ratings;

  RatingProgress(RatingBox ratings) {
    this.ratings = ratings;
  }

  /** How far the rating of a visit is; empty when it has no invitation. */
  public Optional<Progress> ofVisit(UUID visit) {
    BlockingWork.refuseOnUiThread();
    return ratings.ofVisit(visit);
  }
}
