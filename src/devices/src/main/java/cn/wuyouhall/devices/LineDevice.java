package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.Decoder;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.LineListener;
import cn.wuyouhall.devices.line.LineSpec;
import cn.wuyouhall.devices.line.Sent;
import cn.wuyouhall.devices.state.Standing;
import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.devices.Device;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.work.BlockingWork;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every driver is made of: a codec, a line and how the device stands. A driver adds what its
 * frames mean.
 *
 * <p>Unless a driver says otherwise its device need not speak: it is as well as its line, and only
 * much noise without a frame says that something is wrong. A driver that asks its device overrides
 * {@link #up} and {@link #noisy} and reports by {@link #standing} what the answers say.
 *
 * <p>{@link #up}, {@link #heard}, {@link #noisy} and {@link #down} run on the line's reader thread,
 * which reads nothing more until they return.
 *
 * @param <F> what the device says
 */
abstract class LineDevice<F> implements Device {
  private static final Logger LOG = LoggerFactory.getLogger(LineDevice.class);
  private static final long MUCH_NOISE = 64;
  private static final Duration REST_AFTER_A_FAULT = Duration.ofSeconds(1);

  private final String name;
  private final Line line;
  private final Decoder<F> codec;
  private final Standing standing;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Trouble away = Trouble.NOT_YET_SEEN;
  private volatile Thread own;
  private long noiseAtFrame;

  /** One round of a driver's own work. */
  interface Round {
    /** Does it; an interruption ends the driver's thread. */
    void run() throws InterruptedException;
  }

  /**
   * @param name the kind, for threads and the log
   * @param line not started yet
   */
  LineDevice(String name, Line line, Decoder<F> codec, InstantSource clock) {
    this.name = name;
    this.line = line;
    this.codec = codec;
    this.standing = new Standing(name, clock);
  }

  /** Begins to connect; a driver's constructor ends with it. Returns at once. */
  final void begin() {
    line.start(new Ears());
  }

  /** The same, with a thread of the driver's own that repeats {@code round} until closed. */
  final void begin(Round round) {
    begin();
    own = Thread.ofPlatform().daemon().name(name).start(() -> repeat(round));
  }

  private void repeat(Round round) {
    try {
      while (!isClosed()) {
        try {
          round.run();
        } catch (RuntimeException e) {
          LOG.error("{}: a round of its work failed", name, e);
          pause(REST_AFTER_A_FAULT);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits; at once over when the device is closed. */
  final void pause(Duration wait) throws InterruptedException {
    closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  final boolean isClosed() {
    return closed.getCount() == 0;
  }

  final LineSpec spec() {
    return line.spec();
  }

  final boolean isUp() {
    return line.isUp();
  }

  /** Why the line is away; while it is up, why it would be. */
  final Trouble away() {
    return away;
  }

  final Standing standing() {
    return standing;
  }

  /** Queues bytes; never blocks. */
  final CompletableFuture<Sent> offer(byte[] bytes) {
    return line.send(bytes);
  }

  /** Sends and waits for what became of it, for as long as the line lets a write take. */
  final Sent send(byte[] bytes) throws InterruptedException {
    try {
      return offer(bytes).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sending ends with a value", e);
    }
  }

  /** How many bytes were no part of anything the device said. */
  final long noise() {
    synchronized (codec) {
      return codec.noise();
    }
  }

  /** Forgets half a frame, and then does {@code more} before another byte is heard. */
  final void startAnew(Runnable more) {
    synchronized (codec) {
      codec.reset();
      more.run();
    }
  }

  /** The line is open. */
  void up() {
    standing.foundGood();
  }

  /** The device said this. */
  abstract void heard(F frame);

  /** Much noise came since it last said anything. */
  void noisy() {
    standing.found(Trouble.GARBAGE);
  }

  /** The line is away; the state tells it already. */
  void down(Trouble trouble) {}

  @Override
  public final DeviceState state() {
    return standing.now();
  }

  @Override
  public final void onState(Consumer<DeviceState> listener) {
    standing.tell(listener);
  }

  @Override
  public final void close() {
    BlockingWork.refuseOnUiThread();
    closed.countDown();
    Thread thread = own;
    if (thread != null) {
      thread.interrupt();
    }
    line.close();
    standing.found(Trouble.CLOSED);
  }

  private final class Ears implements LineListener {
    @Override
    public void up() {
      away = Trouble.CUT_OFF;
      startAnew(() -> noiseAtFrame = codec.noise());
      LineDevice.this.up();
    }

    @Override
    public void received(byte[] bytes) {
      synchronized (codec) {
        codec.feed(bytes, this::frame);
        if (codec.noise() - noiseAtFrame > MUCH_NOISE) {
          noisy();
        }
      }
    }

    private void frame(F frame) {
      noiseAtFrame = codec.noise();
      heard(frame);
    }

    @Override
    public void down(Trouble trouble) {
      away = trouble;
      standing.found(trouble);
      LineDevice.this.down(trouble);
    }
  }
}
