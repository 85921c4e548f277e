package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.PadBusCodec;
import cn.wuyouhall.devices.codec.PadBusCodec.Frame;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.LineListener;
import cn.wuyouhall.devices.line.Sent;
import cn.wuyouhall.devices.state.Standing;
import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.RatingPad;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.work.BlockingWork;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A rating pad on the addressed bus. The first grade after {@link #ask} counts and those that
 * follow it are answered on the wire and dropped, until {@link #rest} or the next asking. The
 * protocol has no question that a pad must answer, so its state is its line's, unless garbage
 * comes.
 *
 * <p>No grade, no key byte and no frame of a grade is ever logged.
 */
public final class BusRatingPad implements RatingPad {
  private static final Logger LOG = LoggerFactory.getLogger(BusRatingPad.class);
  private static final Duration SEND_LIMIT = Duration.ofSeconds(1);
  private static final long MUCH_NOISE = 64;

  private final Line line;
  private final PadProfile profile;
  private final Standing standing;
  private final List<Consumer<Grade>> listeners = new CopyOnWriteArrayList<>();
  private final AtomicReference<Asking> asking = new AtomicReference<>(Asking.NOBODY);

  private enum Asking {
    NOBODY,
    ASKED,
    ANSWERED
  }

  /**
   * Begins to connect; returns at once.
   *
   * @param line not started yet
   * @param profile the pad's address and keys
   */
  public BusRatingPad(Line line, PadProfile profile, InstantSource clock) {
    this.line = line;
    this.profile = profile;
    this.standing = new Standing("rating-pad", clock);
    line.start(new Ears());
  }

  /** Blocks for a second at most; refuses the screen's thread. */
  @Override
  public boolean ask() {
    BlockingWork.refuseOnUiThread();
    asking.set(Asking.ASKED);
    boolean taken = isHandedOver(PadBusCodec.evaluate(profile.address()));
    if (!taken) {
      asking.compareAndSet(Asking.ASKED, Asking.NOBODY);
    }
    return taken;
  }

  /** The protocol has no frame for it: the pad's own time-out darkens it. */
  @Override
  public void rest() {
    asking.set(Asking.NOBODY);
  }

  @Override
  public void onGrade(Consumer<Grade> listener) {
    listeners.add(listener);
  }

  private boolean isHandedOver(Frame frame) {
    try {
      return line.send(frame.bytes()).get(SEND_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
          == Sent.HANDED_OVER;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sending ends with a value", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void take(Frame frame) {
    standing.good();
    if (frame.func() != PadBusCodec.FUNC_GRADE || frame.address() != profile.address()) {
      return;
    }
    // Answered whatever it means to us: an unanswered pad repeats itself.
    var answered = line.send(frame.answer().bytes());
    LOG.debug("a key was pressed, answer {}", answered.isDone() ? "sent" : "queued");
    Grade grade = frame.data().length == 1 ? profile.grades().get(frame.data()[0] & 0xFF) : null;
    if (grade == null || asking.get() == Asking.ANSWERED) {
      return;
    }
    asking.compareAndSet(Asking.ASKED, Asking.ANSWERED);
    for (Consumer<Grade> listener : listeners) {
      try {
        listener.accept(grade);
      } catch (RuntimeException e) {
        LOG.error("a listener failed on a grade", e);
      }
    }
  }

  @Override
  public DeviceState state() {
    return standing.now();
  }

  @Override
  public void onState(Consumer<DeviceState> listener) {
    standing.tell(listener);
  }

  @Override
  public void close() {
    BlockingWork.refuseOnUiThread();
    line.close();
  }

  /** On the line's reader thread. */
  private final class Ears implements LineListener {
    private PadBusCodec codec = new PadBusCodec();
    private long noiseAtFrame;

    @Override
    public void up() {
      codec = new PadBusCodec();
      noiseAtFrame = 0;
      standing.good();
    }

    @Override
    public void received(byte[] bytes) {
      codec.feed(
          bytes,
          frame -> {
            noiseAtFrame = codec.noise();
            take(frame);
          });
      if (codec.noise() - noiseAtFrame > MUCH_NOISE) {
        standing.says(Trouble.GARBAGE);
      }
    }

    @Override
    public void down(Trouble trouble) {
      standing.found(trouble);
    }
  }
}
