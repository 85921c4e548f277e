package cn.wuyouhall.devices.state;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.DeviceState.Health;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How one device stands. Any thread may report; listeners hear every change of health or code, in
 * order, on the thread that reported it. Hearing the same again is no change: it only moves {@code
 * lastSeen}.
 */
public final class Standing {
  private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

  private final String device;
  private final InstantSource clock;
  private final Listeners<DeviceState> listeners;
  private volatile DeviceState state = DeviceState.UNKNOWN;

  /**
   * @param device short name for the log
   * @param clock tells when a device was last seen
   */
  public Standing(String device, InstantSource clock) {
    this.device = device;
    this.clock = clock;
    this.listeners = new Listeners<>(device);
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
  public synchronized void good() {
    move(Health.GOOD, "", seenNow());
  }

  /** The device itself said that it has {@code trouble}. */
  public synchronized void says(Trouble trouble) {
    move(trouble.health(), trouble.code(), seenNow());
  }

  /**
   * Well, as far as one can tell without hearing from it: its line is open, its file takes bytes.
   */
  public synchronized void foundGood() {
    move(Health.GOOD, "", state.lastSeen());
  }

  /** Found out without hearing from the device: its line, its silence. */
  public synchronized void found(Trouble trouble) {
    move(trouble.health(), trouble.code(), state.lastSeen());
  }

  private Optional<Instant> seenNow() {
    return Optional.of(clock.instant());
  }

  private void move(Health health, String code, Optional<Instant> seen) {
    DeviceState before = state;
    DeviceState after = new DeviceState(health, code, seen);
    state = after;
    if (before.health() != health || !before.code().equals(code)) {
      LOG.info("{}: {} {}", device, health, code);
      listeners.tell(after);
    }
  }
}
