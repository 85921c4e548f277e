package cn.wuyouhall.virtual.device;

import cn.wuyouhall.virtual.golden.GoldenFrames;
import cn.wuyouhall.virtual.wire.Throttle;
import cn.wuyouhall.virtual.wire.Waiter;
import cn.wuyouhall.virtual.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A device at its wire: one thread carries bytes in, one out, both at the pace of the baud rate.
 * Noise can be put on the line at any time. Closing ends both threads and the wire.
 *
 * @param <D> the device's own type
 */
public final class PluggedDevice<D extends Device> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PluggedDevice.class);
  private static final int READ_MILLIS = 20;
  private static final long IDLE_NANOS = 10_000_000;
  private static final int OUTGOING = 256;
  private static final GoldenFrames NOISE = GoldenFrames.load("noise");

  private record Outgoing(byte[] bytes, long notBefore) {}

  private final String name;
  private final D device;
  private final Wire wire;
  private final int baud;
  private final double speed;
  private final Waiter waiter;
  private final BlockingQueue<Outgoing> outgoing = new ArrayBlockingQueue<>(OUTGOING);
  private final Thread reader;
  private final Thread writer;
  private volatile boolean closing;
  private volatile boolean noisy;
  private int nextNoise;

  /** Connects the device to its wire and starts its threads. */
  public PluggedDevice(String name, D device, Wire wire, int baud, double speed, Waiter waiter) {
    this.name = name;
    this.device = device;
    this.wire = wire;
    this.baud = baud;
    this.speed = speed;
    this.waiter = waiter;
    device.connect(this::enqueue);
    reader = Thread.ofPlatform().daemon().name("virtual-" + name + "-in").start(this::carryIn);
    writer = Thread.ofPlatform().daemon().name("virtual-" + name + "-out").start(this::carryOut);
  }

  /** The device's name in the hall, which is also the name of its line. */
  public String name() {
    return name;
  }

  /** The device itself. */
  public D device() {
    return device;
  }

  /** The line as {@code hall.toml} names it, with the baud rate where it has one. */
  public String line() {
    return wire.address().startsWith("serial:") ? wire.address() + "?baud=" + baud : wire.address();
  }

  /** Pulls the cable; bytes on their way are lost. */
  public void cut() {
    wire.cut();
    outgoing.clear();
  }

  /** Puts the cable back. */
  public void plug() throws IOException {
    wire.plug();
  }

  /** Whether the cable is in. */
  public boolean plugged() {
    return wire.plugged();
  }

  /** The noises there are. */
  public static List<String> noises() {
    return NOISE.names();
  }

  /** Puts one noise on the line. */
  public void noise(String which) {
    offer(NOISE.get(which), Duration.ZERO);
  }

  /**
   * From now on, or no longer, every frame the device sends has a noise before it, each in turn.
   */
  public void noisy(boolean on) {
    noisy = on;
  }

  private void enqueue(byte[] bytes, Duration after) {
    if (noisy) {
      List<String> names = NOISE.names();
      offer(NOISE.get(names.get(Math.floorMod(nextNoise++, names.size()))), after);
    }
    offer(bytes, after);
  }

  private void offer(byte[] bytes, Duration after) {
    if (!outgoing.offer(new Outgoing(bytes.clone(), waiter.nanos() + after.toNanos()))) {
      outgoing.clear();
    }
  }

  private void carryIn() {
    Throttle throttle = new Throttle(baud, speed, waiter);
    byte[] room = new byte[throttle.slice()];
    while (!closing) {
      int n = device.listening() ? wire.read(room, room.length, READ_MILLIS) : Wire.NOBODY;
      if (n > 0) {
        throttle.pass(n);
        hand(Arrays.copyOf(room, n));
      } else if (n == Wire.NOBODY) {
        waiter.waitUntil(waiter.nanos() + IDLE_NANOS);
      }
    }
  }

  private void hand(byte[] bytes) {
    try {
      device.received(bytes);
    } catch (RuntimeException e) {
      // A full disk under the papers must not stop the line.
      LOG.error("virtual device {} failed on {} bytes", name, bytes.length, e);
    }
  }

  private void carryOut() {
    Throttle throttle = new Throttle(baud, speed, waiter);
    try {
      while (!closing) {
        Outgoing next = outgoing.take();
        waiter.waitUntil(next.notBefore());
        for (int at = 0; at < next.bytes().length && !closing; at += throttle.slice()) {
          int end = Math.min(at + throttle.slice(), next.bytes().length);
          throttle.pass(end - at);
          wire.write(Arrays.copyOfRange(next.bytes(), at, end));
        }
      }
    } catch (InterruptedException e) {
      // Closing.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing = true;
    writer.interrupt();
    reader.interrupt();
    wire.close();
    try {
      writer.join(1000);
      reader.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
