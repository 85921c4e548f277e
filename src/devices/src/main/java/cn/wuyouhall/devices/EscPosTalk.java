package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.EscPosCodec;
import cn.wuyouhall.devices.codec.EscPosReplies;
import cn.wuyouhall.devices.codec.EscPosReplies.Reply;
import cn.wuyouhall.devices.codec.EscPosStatus;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.LineSpec;
import cn.wuyouhall.devices.line.Sent;
import cn.wuyouhall.devices.state.Trouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Question and answer with one ESC/POS printer. One thread asks at a time; the line's reader thread
 * fills the two boxes that answers wait in.
 */
abstract class EscPosTalk extends LineDevice<Reply> {
  private static final Duration QUIET = Duration.ofMillis(200);

  private final Duration answer;
  private final BlockingQueue<Optional<Reply.RealTime>> statuses = new ArrayBlockingQueue<>(64);
  private final BlockingQueue<Optional<Reply.Job>> jobs = new ArrayBlockingQueue<>(64);
  private final AtomicInteger falls = new AtomicInteger();
  private boolean owesStatus;

  /** What one round of asking found. */
  sealed interface Survey {
    /** The printer told how it is. */
    record Told(EscPosStatus status) implements Survey {}

    /** It did not, and why. */
    record Silent(Trouble trouble) implements Survey {}
  }

  EscPosTalk(Line line, Duration answer, InstantSource clock) {
    super("ticket-printer", line, new EscPosReplies(), clock);
    this.answer = answer;
  }

  /** The printer told how it is without being asked. */
  abstract void told(EscPosStatus status);

  /** Grows with each fall of the line. */
  final int falls() {
    return falls.get();
  }

  /** The time so many bytes take on the wire, which the port's buffer hides. */
  final Duration wireTime(int bytes) {
    return spec() instanceof LineSpec.Serial serial
        ? Duration.ofMillis(10_000L * bytes / serial.baud())
        : Duration.ZERO;
  }

  /**
   * Asks how the printer is; answers to jobs that come meanwhile are kept. Answers among noise say
   * nothing: it asks once more then, and believes only what comes clean.
   */
  final Survey ask() throws InterruptedException {
    Survey first = askOnce();
    return first.equals(new Survey.Silent(Trouble.GARBAGE)) ? askOnce() : first;
  }

  private Survey askOnce() throws InterruptedException {
    if (!isUp()) {
      return new Survey.Silent(away());
    }
    if (owesStatus && !fallsQuiet()) {
      return new Survey.Silent(Trouble.GARBAGE);
    }
    long noiseBefore = noise();
    statuses.clear();
    EscPosStatus status = EscPosStatus.WELL;
    for (int n : new int[] {1, 2, 4}) {
      Optional<EscPosStatus> part = answerTo(n);
      if (part.isEmpty()) {
        Trouble silence = noise() > noiseBefore ? Trouble.GARBAGE : Trouble.NO_ANSWER;
        return new Survey.Silent(isUp() ? silence : away());
      }
      status = status.and(part.get());
    }
    if (status.fault()) {
      status = answerTo(3).map(status::and).orElse(status);
    }
    // More answers than questions are noise that looks like them, and would say anything.
    boolean clean = statuses.isEmpty() && noise() == noiseBefore;
    return clean ? new Survey.Told(status) : new Survey.Silent(Trouble.GARBAGE);
  }

  /** An answer that comes late must not be taken for the next question's; noise has no end. */
  private boolean fallsQuiet() throws InterruptedException {
    long end = deadline(answer.plus(QUIET));
    while (take(statuses, deadline(QUIET)).isPresent()) {
      if (System.nanoTime() - end >= 0) {
        return false;
      }
    }
    return true;
  }

  private Optional<EscPosStatus> answerTo(int n) throws InterruptedException {
    if (send(EscPosCodec.askStatus(n)) != Sent.HANDED_OVER) {
      return Optional.empty();
    }
    Optional<EscPosStatus> told =
        take(statuses, deadline(answer)).map(reply -> EscPosStatus.realTime(n, reply.answer()));
    owesStatus = told.isEmpty();
    return told;
  }

  /** Forgets all end-of-job answers that have come. */
  final void forgetJobs() {
    jobs.clear();
  }

  /** The next end-of-job answer; empty at {@code end}, or as soon as the line falls. */
  final Optional<EscPosStatus> nextJob(long end) throws InterruptedException {
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

  static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }

  @Override
  void heard(Reply reply) {
    switch (reply) {
      case Reply.RealTime status -> put(statuses, Optional.of(status));
      case Reply.Job job -> put(jobs, Optional.of(job));
      case Reply.Automatic(EscPosStatus status) -> told(status);
    }
  }

  /** Garbage is told when an answer stays away. */
  @Override
  void noisy() {}

  @Override
  void down(Trouble trouble) {
    falls.incrementAndGet();
    put(statuses, Optional.empty());
    put(jobs, Optional.empty());
  }

  /** A full box holds what nobody asked for: it is emptied rather than let grow. */
  private static <R> void put(BlockingQueue<Optional<R>> box, Optional<R> reply) {
    if (!box.offer(reply)) {
      box.clear();
      box.add(reply);
    }
  }
}
