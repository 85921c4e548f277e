package cn.wuyouhall.devices.line;

/** What became of one sending. */
public enum Sent {
  /** All bytes were handed to the port, the network or the disk: more a sender cannot know. */
  HANDED_OVER,
  /** Certainly not one byte was handed over. */
  NOTHING,
  /** Some may have been handed over. */
  PARTLY
}
