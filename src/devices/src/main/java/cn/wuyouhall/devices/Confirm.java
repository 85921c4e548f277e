package cn.wuyouhall.devices;

/** How a printer's paper is confirmed; {@code confirm} in the settings. */
public enum Confirm {
  /** By the byte that the printer answers when it has carried out all before it. */
  JOB,
  /** By its status staying well after the bytes were sent. */
  STATUS,
  /** Not at all: the person is asked. */
  PERSON
}
