package cn.wuyouhall.devices.line;

import cn.wuyouhall.devices.state.Trouble;

/** Hears a line. All calls come one after the other on the line's reader thread. */
public interface LineListener {
  /** Connected; sends are taken from now on. */
  void up();

  /** Bytes came, as many as there were: half a frame or three. The array is the listener's. */
  void received(byte[] bytes);

  /** Not connected any more, or still not and for a new reason. */
  void down(Trouble trouble);
}
