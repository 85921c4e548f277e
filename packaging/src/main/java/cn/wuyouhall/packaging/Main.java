package cn.wuyouhall.packaging;

/**
 * Starts the {@code hall} command line. The launcher script finds the JDK and the class path and
 * ends here; this is the only place that ends the process, with the code of {@link ExitCode}.
 *
 * <p>It is no JavaFX {@code Application}, since the JVM refuses to start one from the class path.
 */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its code.
   *
   * @param args the command line as typed after {@code hall}
   */
  public static void main(String[] args) {
    System.exit(HallCommandLine.create().execute(args));
  }
}
