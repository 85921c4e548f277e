package cn.wuyouhall.platform;

/**
 * Why the platform gave no answer that counts. The code is what the log holds and what the texts
 * are found by ({@code failure.platform-timeout}); it never changes.
 */
public enum Failure {
  /** No connection: wrong address, network away, platform not running. */
  NO_CONNECTION("platform-no-connection"),
  /** No reply within the time allowed. */
  TIMEOUT("platform-timeout"),
  /** The connection broke before the reply was whole; the platform may have acted. */
  CUT_OFF("platform-cut-off"),
  /** 429, or 408: it asks to come again later. */
  BUSY("platform-busy"),
  /** 5xx: a fault on its side. */
  FAULT("platform-fault"),
  /** A reply that is not of the contract: HTML, a redirect, a page of something in between. */
  NOT_UNDERSTOOD("platform-not-understood"),
  /** A reply larger than any the contract knows. */
  TOO_LARGE("platform-too-large"),
  /** A read that the platform refuses by the contract (4xx). */
  READ_REFUSED("platform-read-refused");

  private final String code;

  Failure(String code) {
    this.code = code;
  }

  /** Stable, ASCII. */
  public String code() {
    return code;
  }
}
