package cn.wuyouhall.station;

import java.util.List;

/**
 * This station cannot start, for a reason a technician can mend: a second process on one station
 * id, a file that is not a station database, no key, no rules.
 */
public final class StationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Object> details;

  /**
   * A refusal.
   *
   * @param code stable code; its sentence is {@code start.CODE} in the texts {@code cli}
   * @param details what the sentence names: paths, ids; never personal data
   */
  public StationRefused(String code, List<Object> details, Throwable cause) {
    super(code, cause);
    this.code = code;
    this.details = List.copyOf(details);
  }

  /** The stable code. */
  public String code() {
    return code;
  }

  /** What the sentence names. */
  public List<Object> details() {
    return details == null ? List.of() : details;
  }
}
