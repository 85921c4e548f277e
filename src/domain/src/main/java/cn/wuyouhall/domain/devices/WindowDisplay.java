package cn.wuyouhall.domain.devices;

/** The LED display of a window. Ticket numbers and fixed sentences only, never a name. */
public interface WindowDisplay extends Device {
  /** Shows a text; the newest wins, older ones not yet sent are dropped. Returns at once. */
  void show(String text);
}
