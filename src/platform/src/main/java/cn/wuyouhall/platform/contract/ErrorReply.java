package cn.wuyouhall.platform.contract;

/**
 * What the platform says is wrong.
 *
 * @param code stable, upper case
 * @param message one sentence for a person
 */
public record ErrorReply(String code, String message) {}
