package cn.wuyouhall.demo.bench;

import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * One row of the benchmark.
 *
 * @param name as given on the command line
 * @param what what is measured, in words
 * @param limit what it may be
 * @param unit of the measured value and the limit: a ratio, bytes, milliseconds, megabytes, or a
 *     count
 * @param run measures it
 */
public record Bench(String name, String what, double limit, String unit, Callable<Measured> run) {
  /**
   * What was measured.
   *
   * @param value to be held against the limit
   * @param detail the figures behind it
   */
  public record Measured(double value, String detail) {}

  /** A row of the table: the value, its limit and whether it keeps it. */
  public String row(Measured measured) {
    return String.format(
        Locale.ROOT,
        "%-8s %-46s %10.2f %-6s limit %8.2f  %s  %s",
        name,
        what,
        measured.value(),
        unit,
        limit,
        measured.value() <= limit ? "kept" : "OVER",
        measured.detail());
  }
}
