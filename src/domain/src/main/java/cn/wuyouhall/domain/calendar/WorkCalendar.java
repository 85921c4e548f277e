package cn.wuyouhall.domain.calendar;

import cn.wuyouhall.domain.calendar.Counted.NoCalendar;
import cn.wuyouhall.domain.calendar.Counted.On;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The official working calendar: weekends, the holidays the State Council publishes each autumn for
 * the year to come, and the weekend days worked in exchange. A year without a published calendar
 * has no working days and no holidays: it is flagged, never guessed. Immutable.
 */
public final class WorkCalendar {
  private final Map<Integer, Year> years = new TreeMap<>();

  /**
   * A published year.
   *
   * @param year the year
   * @param off days off by the notice, weekends among them included or not
   * @param work weekend days that are worked
   */
  public record Year(int year, Set<LocalDate> off, Set<LocalDate> work) {
    public Year {
      off = Set.copyOf(off);
      work = Set.copyOf(work);
      for (LocalDate day : off) {
        require(day.getYear() == year && !work.contains(day), day);
      }
      for (LocalDate day : work) {
        require(day.getYear() == year, day);
      }
    }

    private static void require(boolean holds, LocalDate day) {
      if (!holds) {
        throw new IllegalArgumentException(
            "not a day of this calendar, or both off and worked: " + day);
      }
    }

    boolean works(LocalDate day) {
      boolean weekend =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      return work.contains(day) || (!weekend && !off.contains(day));
    }
  }

  /** A calendar of these published years. */
  public WorkCalendar(Collection<Year> published) {
    published.forEach(year -> years.put(year.year(), year));
  }

  /** Whether a year's calendar is published. */
  public boolean knows(int year) {
    return years.containsKey(year);
  }

  /** Whether a day is worked; empty when its year's calendar is not published. */
  public Optional<Boolean> isWorkingDay(LocalDate day) {
    return Optional.ofNullable(years.get(day.getYear())).map(year -> year.works(day));
  }

  /**
   * The {@code days}-th working day after {@code start}, which itself is not counted; {@code start}
   * where {@code days} is 0.
   */
  public Counted addWorkingDays(LocalDate start, int days) {
    return count(start, days, 1);
  }

  /** The {@code days}-th working day before {@code end}, which itself is not counted. */
  public Counted minusWorkingDays(LocalDate end, int days) {
    return count(end, days, -1);
  }

  private Counted count(LocalDate from, int days, int step) {
    if (days < 0) {
      throw new IllegalArgumentException("days must not be negative: " + days);
    }
    LocalDate day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(step);
      Year year = years.get(day.getYear());
      if (year == null) {
        return new NoCalendar(day.getYear());
      }
      left -= year.works(day) ? 1 : 0;
    }
    return new On(day);
  }
}
