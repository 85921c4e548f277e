package cn.wuyouhall.devices.codec;

/**
 * What a printer says of itself. Real-time answers ({@code 10 04 n}) and the automatic status each
 * tell a part; {@link #and} puts parts together.
 *
 * @param offline does not take jobs now
 * @param coverOpen its cover is open
 * @param paperEnd no paper, or printing stopped for want of it
 * @param nearEnd paper near its end
 * @param cutter the cutter is jammed
 * @param fault an error other than those
 */
public record EscPosStatus(
    boolean offline,
    boolean coverOpen,
    boolean paperEnd,
    boolean nearEnd,
    boolean cutter,
    boolean fault) {
  /** Nothing wrong. */
  public static final EscPosStatus WELL =
      new EscPosStatus(false, false, false, false, false, false);

  /** What the one byte answered to {@code 10 04 n} says; n is 1 to 4. */
  public static EscPosStatus realTime(int n, int answer) {
    return switch (n) {
      // b3 offline, b5 waiting for recovery
      case 1 -> new EscPosStatus((answer & 0x28) != 0, false, false, false, false, false);
      // b2 cover open, b3 feeding by button, b5 stopped by paper end, b6 error
      case 2 ->
          new EscPosStatus(
              (answer & 0x08) != 0,
              (answer & 0x04) != 0,
              (answer & 0x20) != 0,
              false,
              false,
              (answer & 0x40) != 0);
      // b3 cutter, b5 unrecoverable, b6 auto-recoverable
      case 3 ->
          new EscPosStatus(false, false, false, false, (answer & 0x08) != 0, (answer & 0x60) != 0);
      // b2+b3 near end, b5+b6 end
      case 4 ->
          new EscPosStatus(false, false, (answer & 0x60) != 0, (answer & 0x0C) != 0, false, false);
      default -> throw new IllegalArgumentException("10 04 n with n = " + n);
    };
  }

  /** What the four bytes of an automatic status say. */
  static EscPosStatus automatic(int first, int second, int third) {
    return new EscPosStatus(
        (first & 0x08) != 0,
        (first & 0x20) != 0,
        (third & 0x0C) != 0,
        (third & 0x03) != 0,
        (second & 0x08) != 0,
        (second & 0x64) != 0);
  }

  /**
   * What the byte answered to {@code 1D 72 01} says of the paper: 03 near its end, 0C at its end.
   */
  static EscPosStatus job(int answer) {
    return new EscPosStatus(false, false, (answer & 0x0C) != 0, (answer & 0x03) != 0, false, false);
  }

  /** Both. */
  public EscPosStatus and(EscPosStatus other) {
    return new EscPosStatus(
        offline || other.offline,
        coverOpen || other.coverOpen,
        paperEnd || other.paperEnd,
        nearEnd || other.nearEnd,
        cutter || other.cutter,
        fault || other.fault);
  }

  /** Whether a job sent now would be printed. */
  public boolean prints() {
    return !offline && !coverOpen && !paperEnd && !cutter && !fault;
  }
}
