package cn.wuyouhall.domain.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The zone in which the hall's rules are written. Instants are stored as UTC; days and hours are
 * read here.
 */
public final class HallTime {
  /** Asia/Shanghai, the zone of every rule. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private HallTime() {}

  /** The calendar day in the hall at {@code instant}. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** The wall clock in the hall at {@code instant}. */
  public static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZONE);
  }
}
