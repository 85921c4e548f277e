package cn.wuyouhall.virtual.panel;

import cn.wuyouhall.virtual.DeviceCommands;
import cn.wuyouhall.virtual.VirtualHallDevices;
import java.util.Locale;

/** The window. */
public final class DevicePanel {
  private DevicePanel() {}

  /** Opens the window. */
  public static DevicePanel show(
      VirtualHallDevices hall, DeviceCommands commands, Locale language) {
    return new DevicePanel();
  }

  /** Closes the window. */
  public void close() {}

  /** Waits until the window is closed. */
  public void awaitClosed() {}
}
