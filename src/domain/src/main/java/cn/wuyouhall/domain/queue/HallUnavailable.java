package cn.wuyouhall.domain.queue;

/**
 * The hall database cannot be reached or does not answer. Nothing is known about the outcome of the
 * request.
 */
public final class HallUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was being done, without personal data, and why it failed. */
  public HallUnavailable(String doing, Throwable cause) {
    super(doing, cause);
  }
}
