package cn.wuyouhall.domain.rating;

/**
 * The five grades, best first. Codes of peers run in both directions (5 is best in one, 1 in
 * another): they are mapped at each edge and this enum has none.
 */
public enum Grade {
  VERY_SATISFIED,
  SATISFIED,
  FAIRLY_SATISFIED,
  DISSATISFIED,
  VERY_DISSATISFIED
}
