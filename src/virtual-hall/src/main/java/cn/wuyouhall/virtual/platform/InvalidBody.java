package cn.wuyouhall.virtual.platform;

/** A request body that is not of the contract; the message names the property. */
final class InvalidBody extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  InvalidBody(String code, String message) {
    super(message);
    this.code = code;
  }

  InvalidBody(String message) {
    this("INVALID", message);
  }

  String code() {
    return code;
  }
}
