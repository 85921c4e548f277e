package cn.wuyouhall.devices.state;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.DeviceState.Health;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one device stands. Any thread may report; listeners hear every change of health or code, in
 * order, on the thread that reported it. Hearing from the device alone is no change: it only moves
 * {@code lastSeen}.
 */
public final class Standing {
  private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

  private final String device;
  private final InstantSource clock;
  private final List<Consumer<DeviceState>> listeners = new ArrayList<>();
  private volatile DeviceState state = DeviceState.UNKNOWN;

  /**
   * @param device short name for the log
   * @param clock tells when a device was last seen
   */
  public Standing(String device, InstantSource clock) {
    this.device = device;
    this.clock = clock;
  }

  /** How the device stands now. */
  public DeviceState now() {
    return state;
  }

  /** Tells {@code listener} how it stands, then every change. */
  public synchronized void tell(Consumer<DeviceState> listener) {
    listeners.add(listener);
    listener.accept(state);
  }

  /** The device answered and is well. */
  public void good() {
    move(Health.GOOD, "", Optional.of(clock.instant()));
  }

  /** The device itself said that it has {@code trouble}. */
  public void says(Trouble trouble) {
    move(trouble.health(), trouble.code(), Optional.of(clock.instant()));
  }

  /** Found out without hearing from the device: its line, its silence. */
  public void found(Trouble trouble) {
    move(trouble.health(), trouble.code(), state.lastSeen());
  }

  /** The device said something that says nothing about its health. */
  public synchronized void heard() {
    state = new DeviceState(state.health(), state.code(), Optional.of(clock.instant()));
  }

  private synchronized void move(Health health, String code, Optional<Instant> seen) {
    DeviceState before = state;
    DeviceState after = new DeviceState(health, code, seen);
    state = after;
    if (before.health() == health && before.code().equals(code)) {
      return;
    }
    LOG.info("{}: {} {}", device, health, code);
    listeners.forEach(listener -> listener.accept(after));
  }
}
