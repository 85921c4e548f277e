package cn.wuyouhall.packaging;

/**
 * What a {@code hall} command tells the shell. Scripts rely on these numbers: they never change.
 */
public final class ExitCode {
  /** It did what was asked. */
  public static final int OK = 0;

  /** It could not, or what it checked does not hold. The reason is on the error stream. */
  public static final int FAILED = 1;

  /** The command line itself was wrong; the usage follows the reason. */
  public static final int WRONG_USAGE = 2;

  /** The settings are wrong or name something that is not there. */
  public static final int SETTINGS = 3;

  private ExitCode() {}
}
