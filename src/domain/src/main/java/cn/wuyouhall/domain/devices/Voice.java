package cn.wuyouhall.domain.devices;

import cn.wuyouhall.domain.queue.Announcement;

/** Reads calls aloud, one after the other. */
public interface Voice extends Device {
  /** Speaks one call to its end; blocks for as long as that takes. Refuses the screen's thread. */
  void speak(Announcement announcement);
}
