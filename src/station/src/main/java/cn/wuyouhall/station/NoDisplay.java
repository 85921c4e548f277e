package cn.wuyouhall.station;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.WindowDisplay;
import java.util.function.Consumer;

/** A window without an LED display: nothing is shown, nothing is wrong. */
enum NoDisplay implements WindowDisplay {
  NONE;

  @Override
  public void show(String text) {}

  @Override
  public DeviceState state() {
    return DeviceState.UNKNOWN;
  }

  @Override
  public void onState(Consumer<DeviceState> listener) {}

  @Override
  public void close() {}
}
