package cn.wuyouhall.domain.devices;

import java.util.function.Consumer;

/** What every device has. Listeners are called on the device's own thread and must not block it. */
public interface Device extends AutoCloseable {
  /** How it stands now; never blocks. */
  DeviceState state();

  /** Tells of every change of state; the present one first. */
  void onState(Consumer<DeviceState> listener);

  /** Lets go of the line; waits at most two seconds. */
  @Override
  void close();
}
