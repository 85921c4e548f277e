package cn.wuyouhall.ui;

/**
 * The glass a screen is seen on: turns millimetres into JavaFX's pixels.
 *
 * @param pixelsPerInch pixels of one inch of the glass, as JavaFX counts them (after its own
 *     scaling); 10 to 600
 */
public record Glass(double pixelsPerInch) {
  private static final double MM_PER_INCH = 25.4;

  /** A desk monitor at JavaFX's own reckoning. */
  public static final Glass DESK = new Glass(96);

  /** 21.5 inches, 1080 × 1920: the usual kiosk; 15.6 inches, 1366 × 768 is within 2 %. */
  public static final Glass KIOSK = new Glass(102.5);

  /** Refuses what no screen has. */
  public Glass {
    if (!(pixelsPerInch >= 10 && pixelsPerInch <= 600)) {
      throw new IllegalArgumentException("pixels per inch must be 10 to 600: " + pixelsPerInch);
    }
  }

  /**
   * The glass of a screen of so many pixels and this diagonal in inches, as data sheets give it.
   */
  public static Glass of(double width, double height, double diagonalInches) {
    return new Glass(Math.hypot(width, height) / diagonalInches);
  }

  /** Pixels of this many millimetres. */
  public double mm(double millimetres) {
    return millimetres * pixelsPerInch / MM_PER_INCH;
  }
}
