package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.EscPosCodec;
import cn.wuyouhall.devices.codec.EscPosReplies;
import cn.wuyouhall.devices.codec.EscPosReplies.Reply;
import cn.wuyouhall.devices.codec.EscPosStatus;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.LineListener;
import cn.wuyouhall.devices.line.LineSpec;
import cn.wuyouhall.devices.line.Sent;
import cn.wuyouhall.devices.state.Trouble;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Question and answer with one ESC/POS printer. One thread asks at a time; the line's reader thread
 * fills the two boxes that answers wait in.
 */
final class EscPosTalk implements LineListener {
  private static final Duration QUIET = Duration.ofMillis(200);

  private final Line line;
  private final Duration answer;
  private final Consumer<EscPosStatus> unasked;
  private final Runnable onUp;
  private final Consumer<Trouble> onDown;
  private final EscPosReplies replies = new EscPosReplies();
  private final BlockingQueue<Optional<Reply.RealTime>> statuses = new ArrayBlockingQueue<>(64);
  private final BlockingQueue<Optional<Reply.Job>> jobs = new ArrayBlockingQueue<>(64);
  private volatile Trouble trouble = Trouble.NOT_YET_SEEN;
  private volatile long stray;
  private final AtomicInteger falls = new AtomicInteger();
  private boolean owesStatus;

  /** What one round of asking found. */
  sealed interface Survey {
    /** The printer told how it is. */
    record Told(EscPosStatus status) implements Survey {}

    /** It did not, and why. */
    record Silent(Trouble trouble) implements Survey {}
  }

  EscPosTalk(
      Line line,
      Duration answer,
      Consumer<EscPosStatus> unasked,
      Runnable onUp,
      Consumer<Trouble> onDown) {
    this.line = line;
    this.answer = answer;
    this.unasked = unasked;
    this.onUp = onUp;
    this.onDown = onDown;
  }

  void begin() {
    line.start(this);
  }

  boolean isUp() {
    return line.isUp();
  }

  /** Why the line is down; while it is up, why it would be. */
  Trouble lineTrouble() {
    return trouble;
  }

  /** Grows with each fall of the line. */
  int falls() {
    return falls.get();
  }

  /** Grows with each byte that is no answer. */
  long stray() {
    return stray;
  }

  Sent send(byte[] bytes) throws InterruptedException {
    try {
      return line.send(bytes).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a sending ends with a value", e);
    }
  }

  /** The time so many bytes take on the wire, which the port's buffer hides. */
  Duration wireTime(int bytes) {
    return line.spec() instanceof LineSpec.Serial serial
        ? Duration.ofMillis(10_000L * bytes / serial.baud())
        : Duration.ZERO;
  }

  /** Asks how the printer is. Answers to jobs that come meanwhile are kept. */
  Survey survey() throws InterruptedException {
    if (!line.isUp()) {
      return new Survey.Silent(trouble);
    }
    long strayBefore = stray;
    if (owesStatus) {
      // An answer that comes late must not be taken for the next question's.
      while (take(statuses, deadline(QUIET)).isPresent()) {
        strayBefore = stray;
      }
    }
    statuses.clear();
    EscPosStatus status = EscPosStatus.WELL;
    for (int n : new int[] {1, 2, 4}) {
      Optional<EscPosStatus> part = ask(n);
      if (part.isEmpty()) {
        boolean garbage = stray > strayBefore;
        Trouble silence = garbage ? Trouble.GARBAGE : Trouble.NO_ANSWER;
        return new Survey.Silent(line.isUp() ? silence : trouble);
      }
      status = status.and(part.get());
    }
    return new Survey.Told(status.fault() ? ask(3).map(status::and).orElse(status) : status);
  }

  private Optional<EscPosStatus> ask(int n) throws InterruptedException {
    if (send(EscPosCodec.askStatus(n)) != Sent.HANDED_OVER) {
      return Optional.empty();
    }
    Optional<EscPosStatus> told =
        take(statuses, deadline(answer)).map(reply -> EscPosStatus.realTime(n, reply.answer()));
    owesStatus = told.isEmpty();
    return told;
  }

  /** Forgets all end-of-job answers that have come. */
  void forgetJobs() {
    jobs.clear();
  }

  /** The next end-of-job answer; empty at {@code end}, or as soon as the line falls. */
  Optional<EscPosStatus> nextJob(long end) throws InterruptedException {
    return take(jobs, end).map(Reply.Job::paper);
  }

  private static <R> Optional<R> take(BlockingQueue<Optional<R>> box, long end)
      throws InterruptedException {
    Optional<R> reply = box.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    return reply == null ? Optional.empty() : reply;
  }

  static long deadline(Duration wait) {
    return System.nanoTime() + wait.toNanos();
  }

  @Override
  public void up() {
    trouble = Trouble.CUT_OFF;
    onUp.run();
  }

  @Override
  public void received(byte[] bytes) {
    replies.feed(
        bytes,
        reply -> {
          // First what stray bytes came before this answer, then the answer.
          stray = replies.noise();
          switch (reply) {
            case Reply.RealTime status -> put(statuses, Optional.of(status));
            case Reply.Job job -> put(jobs, Optional.of(job));
            case Reply.Automatic(EscPosStatus status) -> unasked.accept(status);
          }
        });
    stray = replies.noise();
  }

  @Override
  public void down(Trouble why) {
    replies.reset();
    trouble = why;
    falls.incrementAndGet();
    put(statuses, Optional.empty());
    put(jobs, Optional.empty());
    onDown.accept(why);
  }

  /** A full box holds what nobody asked for: it is emptied rather than let grow. */
  private static <R> void put(BlockingQueue<Optional<R>> box, Optional<R> reply) {
    if (!box.offer(reply)) {
      box.clear();
      box.add(reply);
    }
  }
}
