package cn.wuyouhall.domain.devices;

import java.util.function.Consumer;

/** A code scanner on a line of its own. */
public interface Scanner extends Device {
  /**
   * Tells each code scanned, decoded, without its line end; undecodable ones as {@code Damaged}.
   */
  void onScan(Consumer<Scan> listener);

  /** What was scanned. */
  sealed interface Scan {
    /** A code; at most 2,000 characters. Never opened as an address. */
    record Text(String text) implements Scan {}

    /** Bytes that are neither UTF-8 nor GB18030, or too long. */
    record Damaged() implements Scan {}
  }
}
