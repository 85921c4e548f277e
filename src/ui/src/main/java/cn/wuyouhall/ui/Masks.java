package cn.wuyouhall.ui;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a person may stand on a screen that others see. Pure; any thread. */
public final class Masks {
  private static final String STAR = "*";

  private Masks() {}

  /** 张*, 张*三, 欧**娜; for names in Latin letters the first letter of each word: J*** S****. */
  public static String name(String name) {
    String bare = name.strip();
    if (bare.codePoints().allMatch(c -> c < 0x250)) {
      return Stream.of(bare.split("\\s+"))
          .map(word -> keep(word, 1, 0))
          .collect(Collectors.joining(" "));
    }
    return keep(bare, 1, bare.codePointCount(0, bare.length()) > 2 ? 1 : 0);
  }

  /** 610829********0017: on a clerk's screen; public screens show nothing of a number. */
  public static String idNumber(String number) {
    return number.length() > 10 ? keep(number, 6, 4) : keep(number, 1, 1);
  }

  /** 138****1234. */
  public static String phone(String phone) {
    return phone.length() > 7 ? keep(phone, 3, 4) : keep(phone, 0, 2);
  }

  private static String keep(String text, int first, int last) {
    int[] points = text.codePoints().toArray();
    if (points.length <= first + last) {
      return points.length == 0
          ? ""
          : new String(points, 0, 1) + STAR.repeat(Math.max(0, points.length - 1));
    }
    return new String(points, 0, first)
        + STAR.repeat(points.length - first - last)
        + new String(points, points.length - last, last);
  }
}
