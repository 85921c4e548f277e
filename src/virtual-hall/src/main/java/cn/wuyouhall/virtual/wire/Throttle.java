package cn.wuyouhall.virtual.wire;

/**
 * Lets bytes pass at a baud rate: ten bits a byte (8N1), because a pseudo-terminal ignores its
 * rate. One for each direction of a wire; used by one thread.
 */
public final class Throttle {
  private static final long BITS_PER_BYTE = 10;
  private static final long SLICE_NANOS = 20_000_000;

  private final double nanosPerByte;
  private final int slice;
  private final Waiter waiter;
  private long lineFree;

  /**
   * @param baud bits a second as the device states it
   * @param speed how many times faster than a real wire (1 = true to life), for accelerated demos
   */
  public Throttle(int baud, double speed, Waiter waiter) {
    if (baud <= 0 || !(speed > 0)) {
      throw new IllegalArgumentException("baud " + baud + ", speed " + speed);
    }
    this.nanosPerByte = BITS_PER_BYTE * 1e9 / (baud * speed);
    this.slice = Math.clamp(Math.round(SLICE_NANOS / nanosPerByte), 1, 4096);
    this.waiter = waiter;
    this.lineFree = waiter.nanos();
  }

  /**
   * How many bytes to move in one step, about 20 ms of line time, so that a long job does not come
   * in one lump.
   */
  public int slice() {
    return slice;
  }

  /** Returns when that many further bytes have had their time on the line. */
  public void pass(int bytes) {
    long begin = Math.max(waiter.nanos(), lineFree);
    lineFree = begin + Math.round(bytes * nanosPerByte);
    waiter.waitUntil(lineFree);
  }
}
