package cn.wuyouhall.ui;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Work that failed in a way nobody expected. Expected outcomes are values and never come here.
 *
 * @param code short code of the place and kind of the failure, the same each time it happens there;
 *     shown to the user and written to the log, so that one finds the other
 * @param cause what was thrown; for the log only, never for the screen
 */
public record Failure(String code, Throwable cause) {
  private static final String OURS = "cn.wuyouhall.";

  /** The failure that {@code cause} stands for, with the code of its place. */
  public static Failure of(Throwable cause) {
    CRC32 crc = new CRC32();
    for (Throwable t = cause; t != null; t = t.getCause()) {
      crc.update((t.getClass().getName() + "@" + place(t)).getBytes(StandardCharsets.UTF_8));
    }
    String hex = String.format(Locale.ROOT, "%08X", crc.getValue());
    return new Failure(hex.substring(0, 4) + "-" + hex.substring(4), cause);
  }

  private static String place(Throwable t) {
    for (StackTraceElement frame : t.getStackTrace()) {
      if (frame.getClassName().startsWith(OURS)) {
        return frame.getClassName() + "." + frame.getMethodName();
      }
    }
    return "";
  }
}
