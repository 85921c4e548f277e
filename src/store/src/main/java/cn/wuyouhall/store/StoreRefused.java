package cn.wuyouhall.store;

import java.util.Optional;

/** A store that is not opened, for a reason a technician can act on. Nothing was changed. */
public final class StoreRefused extends StoreException {
  private final String path;
  private final String detail;

  /** The reason and the file or address it is about. */
  public StoreRefused(Code code, String path) {
    this(code, path, "", null);
  }

  /**
   * The reason, the file or address it is about, one word more ({@code K07}), and the failure
   * underneath.
   */
  public StoreRefused(Code code, String path, String detail, Throwable cause) {
    super(code, "refused " + path + (detail.isBlank() ? "" : " (" + detail + ")"), cause);
    this.path = path;
    this.detail = detail;
  }

  /** The file, folder or address (without password) that was refused. */
  public String path() {
    return path;
  }

  /** What was found instead, where that helps (another station's id, a version). */
  public Optional<String> detail() {
    return detail.isBlank() ? Optional.empty() : Optional.of(detail);
  }
}
