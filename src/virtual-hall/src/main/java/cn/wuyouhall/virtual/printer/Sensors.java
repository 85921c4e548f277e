package cn.wuyouhall.virtual.printer;

import cn.wuyouhall.virtual.golden.GoldenFrames;
import cn.wuyouhall.virtual.printer.VirtualTicketPrinter.Roll;

/**
 * What a printer's sensors see, and the bytes in which it tells that. Used under the printer's
 * lock.
 */
final class Sensors {
  private static final GoldenFrames FRAMES = GoldenFrames.load("printer");

  private Roll roll = Roll.FULL;
  private boolean coverOpen;
  private boolean nearEndSensor = true;

  Roll roll() {
    return roll;
  }

  void roll(Roll next) {
    roll = next;
  }

  boolean coverOpen() {
    return coverOpen;
  }

  void coverOpen(boolean open) {
    coverOpen = open;
  }

  /** Without a near-end sensor its bits stay 0. */
  void nearEndSensor(boolean fitted) {
    nearEndSensor = fitted;
  }

  boolean online() {
    return roll != Roll.OUT && !coverOpen;
  }

  /** The answer to {@code 10 04 n}; none to an n that is not 1 to 4. */
  byte[] realTime(int n) {
    return switch (n) {
      case 1 -> FRAMES.get("realtime-1" + (online() ? "" : "-offline"));
      case 2 ->
          FRAMES.get(
              "realtime-2" + (coverOpen ? "-cover" : "") + (roll == Roll.OUT ? "-paper-end" : ""));
      case 3 -> FRAMES.get("realtime-3");
      case 4 -> FRAMES.get("realtime-4" + paper("-end", "-end-no-near-sensor"));
      default -> new byte[0];
    };
  }

  /** The four bytes of an automatic status. */
  byte[] automatic() {
    return FRAMES.get("asb" + (coverOpen ? "-cover" : "") + paper("-paper-end", "-paper-end"));
  }

  /** The answer to {@code 1D 72 n}; none to an n it does not know. */
  byte[] inOrder(int n) {
    return switch (n) {
      case 1, 0x31 ->
          FRAMES.get(roll == Roll.NEAR_END && nearEndSensor ? "end-of-job-near" : "end-of-job");
      case 2, 0x32 -> FRAMES.get("drawer");
      default -> new byte[0];
    };
  }

  private String paper(String end, String endWithoutSensor) {
    return switch (roll) {
      case FULL -> "";
      case NEAR_END -> nearEndSensor ? "-near" : "";
      case OUT -> nearEndSensor ? end : endWithoutSensor;
    };
  }
}
