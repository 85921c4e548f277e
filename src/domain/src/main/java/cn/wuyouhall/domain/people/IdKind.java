package cn.wuyouhall.domain.people;

/**
 * Kinds of identity document the hall knows. Codes of peers are mapped at their edge, never here.
 */
public enum IdKind {
  /** 居民身份证 and 港澳台居民居住证: 18 characters, GB 11643 check character. */
  RESIDENT,
  /** 外国人永久居留身份证, either pattern. */
  PERMANENT_RESIDENT,
  /** 统一社会信用代码 of an organisation (GB 32100). */
  ORGANISATION,
  /** Anything else, taken as written. */
  OTHER
}
