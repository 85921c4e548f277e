package cn.wuyouhall.domain.cases;

import cn.wuyouhall.domain.calendar.Counted;
import cn.wuyouhall.domain.calendar.Deadline;
import cn.wuyouhall.domain.calendar.Deadlines;
import cn.wuyouhall.domain.calendar.WorkCalendar;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.Material;
import cn.wuyouhall.domain.time.HallTime;
import java.time.Instant;
import java.time.LocalDate;

/** The last day on which a deferred material (容缺材料) may be handed in. */
public final class DeferralDeadline {
  /** Working days kept free before the promised deadline, for the review of what came late. */
  public static final int REVIEW_DAYS = 3;

  private DeferralDeadline() {}

  /**
   * The earlier of the material's own working days, counted from acceptance, and {@value
   * #REVIEW_DAYS} working days before the item's promised deadline; never before the day of
   * acceptance. Where either needs a year whose calendar is not published, that year.
   */
  public static Counted last(
      Material material, Item item, Instant acceptedAt, WorkCalendar calendar) {
    LocalDate accepted = HallTime.day(acceptedAt);
    Counted own = calendar.addWorkingDays(accepted, material.deferDays());
    Counted review =
        switch (Deadlines.due(acceptedAt, item.promisedLimit(), calendar)) {
          case Deadline.Due due -> calendar.minusWorkingDays(due.day(), REVIEW_DAYS);
          case Deadline.NoCalendar none -> new Counted.NoCalendar(none.year());
        };
    if (!(own instanceof Counted.On(LocalDate ownDay))) {
      return own;
    }
    if (!(review instanceof Counted.On(LocalDate reviewDay))) {
      return review;
    }
    LocalDate last = ownDay.isBefore(reviewDay) ? ownDay : reviewDay;
    return new Counted.On(last.isBefore(accepted) ? accepted : last);
  }
}
