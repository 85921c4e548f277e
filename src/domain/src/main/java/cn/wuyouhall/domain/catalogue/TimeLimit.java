package cn.wuyouhall.domain.catalogue;

/**
 * A time limit of an item.
 *
 * @param value 0 for items done on the spot
 * @param unit per item; working days are never assumed
 */
public record TimeLimit(int value, Unit unit) {
  /**
   * Units of the provincial catalogue (1 working day, 2 calendar day, 3 hour, 4 minute, 5 month at
   * its edge).
   */
  public enum Unit {
    WORKING_DAY,
    CALENDAR_DAY,
    HOUR,
    MINUTE,
    MONTH
  }
}
