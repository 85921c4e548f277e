package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.PadBusCodec;
import cn.wuyouhall.devices.codec.PadBusCodec.Frame;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.Sent;
import cn.wuyouhall.devices.state.Listeners;
import cn.wuyouhall.domain.devices.RatingPad;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.work.BlockingWork;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
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
public final class BusRatingPad extends LineDevice<Frame> implements RatingPad {
  private static final Logger LOG = LoggerFactory.getLogger(BusRatingPad.class);
  private static final long SEND_LIMIT_MS = 1_000;

  private final PadProfile profile;
  private final Listeners<Grade> listeners = new Listeners<>("rating-pad");
  private final AtomicReference<Asking> asking = new AtomicReference<>(Asking.UNKNOWN);

  private enum Asking {
    /** Just started: who pressed a key may have been asked by the process before this one. */
    UNKNOWN,
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
    super("rating-pad", line, new PadBusCodec(), clock);
    this.profile = profile;
    begin();
  }

  /** Blocks for a second at most; refuses the screen's thread. */
  @Override
  public boolean ask() {
    BlockingWork.refuseOnUiThread();
    Asking before = asking.getAndSet(Asking.ASKED);
    Sent sent =
        offer(PadBusCodec.evaluate(profile.address()).bytes())
            .completeOnTimeout(Sent.PARTLY, SEND_LIMIT_MS, TimeUnit.MILLISECONDS)
            .join();
    if (sent != Sent.HANDED_OVER) {
      asking.compareAndSet(Asking.ASKED, before);
    }
    return sent == Sent.HANDED_OVER;
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

  @Override
  void heard(Frame frame) {
    standing().good();
    if (frame.func() != PadBusCodec.FUNC_GRADE
        || frame.address() != profile.address()
        || asking.get() == Asking.UNKNOWN) {
      return;
    }
    Grade grade = frame.data().length == 1 ? profile.grades().get(frame.data()[0] & 0xFF) : null;
    if (grade != null && asking.get() != Asking.ANSWERED) {
      asking.compareAndSet(Asking.ASKED, Asking.ANSWERED);
      listeners.tell(grade);
    }
    // Answered whatever it means to us, since an unanswered pad repeats itself; but last: it thanks
    // for the answer, and by then whoever listens has kept the grade.
    var answered = offer(frame.answer().bytes());
    LOG.debug("a key was pressed, answer {}", answered.isDone() ? "sent" : "queued");
  }

  /** A pad that was switched off while it asked knows nothing of it any more. */
  @Override
  void up() {
    super.up();
    if (asking.get() == Asking.ASKED) {
      // Nobody waits for it: what it becomes is seen in the line's state.
      var _ = offer(PadBusCodec.evaluate(profile.address()).bytes());
    }
  }
}
