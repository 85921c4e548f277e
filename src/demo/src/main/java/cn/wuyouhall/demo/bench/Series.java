package cn.wuyouhall.demo.bench;

import java.util.Arrays;

/** Measured spans in nanoseconds. */
final class Series {
  private final long[] nanos;
  private int count;

  Series(int most) {
    nanos = new long[most];
  }

  void add(long span) {
    nanos[count++] = span;
  }

  /** The value below which this share of the spans lies, in milliseconds. */
  double millis(double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, Math.round(share * (count - 1)))] / 1e6;
  }
}
