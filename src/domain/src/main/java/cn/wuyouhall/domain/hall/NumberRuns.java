package cn.wuyouhall.domain.hall;

import java.util.ArrayList;
import java.util.List;

/** Window numbers as people read them: runs of three and more are drawn together. */
public final class NumberRuns {
  private NumberRuns() {}

  /** 1, 2, 3, 5, 6 with the dash "-" are "1-3", "5", "6"; the numbers rise. */
  public static List<String> of(List<Integer> numbers, String dash) {
    List<String> parts = new ArrayList<>();
    for (int from = 0, until; from < numbers.size(); from = until) {
      until = from + 1;
      while (until < numbers.size() && numbers.get(until) == numbers.get(until - 1) + 1) {
        until++;
      }
      if (until - from > 2) {
        parts.add(numbers.get(from) + dash + numbers.get(until - 1));
      } else {
        numbers.subList(from, until).forEach(number -> parts.add(String.valueOf(number)));
      }
    }
    return parts;
  }
}
