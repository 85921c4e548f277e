package cn.wuyouhall.domain.queue;

/** Priority classes; grounds are recorded, self-declared ones are confirmed at the window. */
public enum Priority {
  NONE,
  /** 65 or older, by the birth date of a card. */
  ELDER,
  /** Declared at the kiosk ("65 岁以上/行动不便"), to be confirmed at the window. */
  DECLARED,
  /** Given by the guide desk with its grounds. */
  GRANTED
}
