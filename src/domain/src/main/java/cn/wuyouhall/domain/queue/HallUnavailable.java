package cn.wuyouhall.domain.queue;

import java.util.Optional;

/**
 * The hall database cannot be reached or does not answer: nothing is known about the outcome of the
 * request. Or it answers that it cannot keep anything, which has a code: then nothing was done.
 */
public final class HallUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /** Says what was being done, without personal data, and why it failed. */
  public HallUnavailable(String doing, Throwable cause) {
    this(doing, "", cause);
  }

  /** The same, where nothing was done for a reason that a person has to mend. */
  public HallUnavailable(String doing, String code, Throwable cause) {
    super(doing, cause);
    this.code = code;
  }

  /**
   * Why nothing can be kept there (HALL_DISK_FULL …), the key of its sentence; empty where it is
   * only away.
   */
  public Optional<String> code() {
    return code.isEmpty() ? Optional.empty() : Optional.of(code);
  }
}
