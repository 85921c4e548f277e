package cn.wuyouhall.devices;

import cn.wuyouhall.devices.codec.EscPosCodec;
import cn.wuyouhall.devices.codec.EscPosStatus;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.LineSpec;
import cn.wuyouhall.devices.line.Sent;
import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.devices.Paper;
import cn.wuyouhall.domain.devices.TicketPrinter;
import cn.wuyouhall.domain.work.BlockingWork;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ticket printer that speaks ESC/POS.
 *
 * <p>What each result rests on. {@code Failed}: trouble or silence found before the first byte of
 * the ticket, or a line that certainly took none of them. Nothing else is proof: a printer that
 * stops for want of paper holds the rest and prints it when paper is put in. {@code Printed}: the
 * end-of-job byte, without a stray byte near it; or a status that stayed well; or the ticket on the
 * disk of a file line. {@code Unknown}: all that is neither.
 *
 * <p>A job byte owed by an earlier ticket never confirms a later one: each job begins with an
 * end-of-job question of its own, and every answer up to its answer is used up first.
 */
public final class EscPosPrinter extends EscPosTalk implements TicketPrinter {
  private static final Logger LOG = LoggerFactory.getLogger(EscPosPrinter.class);
  private static final Duration QUIET = Duration.ofMillis(300);
  private static final Duration ECHO = Duration.ofMillis(10);
  private static final Duration ASK_AGAIN = Duration.ofMillis(500);

  private final EscPosCodec codec;
  private final Confirm confirm;
  private final DeviceTimes times;
  private final ReentrantLock wire = new ReentrantLock();
  private final Semaphore wake = new Semaphore(0);
  private int owedJobs;

  /**
   * Begins to connect at once; returns at once.
   *
   * @param line not started yet
   * @param codec the paper's width
   * @param confirm how this model confirms; a file line always confirms by the disk
   * @param times the wire's waits
   * @param clock tells when the printer was last seen
   */
  public EscPosPrinter(
      Line line, EscPosCodec codec, Confirm confirm, DeviceTimes times, InstantSource clock) {
    super(line, times.answer(), clock);
    this.codec = codec;
    this.confirm = confirm;
    this.times = times;
    begin(this::beat);
  }

  @Override
  public PrintResult print(Paper paper) {
    BlockingWork.refuseOnUiThread();
    byte[] ticket = codec.encode(paper);
    wire.lock();
    try {
      PrintResult result = isFile() ? toFile(ticket) : toPrinter(ticket);
      LOG.info("ticket of {} bytes: {}", ticket.length, result);
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      owedJobs++;
      return unknown(Trouble.CLOSED);
    } finally {
      wire.unlock();
    }
  }

  private PrintResult toFile(byte[] ticket) throws InterruptedException {
    return switch (send(join(EscPosCodec.opening(), ticket))) {
      case HANDED_OVER -> {
        standing().foundGood();
        yield new PrintResult.Printed();
      }
      case NOTHING -> failed(isUp() ? Trouble.FILE_FAILED : away());
      case PARTLY -> unknown(Trouble.FILE_FAILED);
    };
  }

  private PrintResult toPrinter(byte[] ticket) throws InterruptedException {
    Optional<Trouble> before = survey();
    if (before.isPresent() && !(before.get() == Trouble.NO_ANSWER && confirm == Confirm.PERSON)) {
      return failed(before.get());
    }
    return switch (confirm) {
      case JOB -> confirmedByJob(ticket);
      case STATUS -> confirmedByStatus(ticket);
      case PERSON -> sent(join(EscPosCodec.opening(), ticket)).orElse(new PrintResult.AskPerson());
    };
  }

  private PrintResult confirmedByJob(byte[] ticket) throws InterruptedException {
    int falls = falls();
    Optional<Trouble> deaf = openJob();
    if (deaf.isPresent()) {
      return failed(deaf.get());
    }
    if (falls() != falls) {
      return failed(away());
    }
    long noise = noise();
    owedJobs++;
    Optional<PrintResult> notSent = sent(join(ticket, EscPosCodec.endOfJob()));
    if (notSent.isPresent()) {
      return notSent.get();
    }
    long end = deadline(times.job().plus(wireTime(ticket.length)));
    return awaitJob(end, falls, noise);
  }

  /** Asks for the end of an empty job: proof that the printer carries out what it is sent now. */
  private Optional<Trouble> openJob() throws InterruptedException {
    forgetJobs();
    if (send(join(EscPosCodec.opening(), EscPosCodec.endOfJob())) != Sent.HANDED_OVER) {
      return Optional.of(away());
    }
    if (nextJob(deadline(times.answer().multipliedBy(2))).isEmpty()) {
      owedJobs++;
      return Optional.of(isUp() ? Trouble.PRINTER_BUSY : away());
    }
    // An earlier ticket's answer comes right before this question's: use up what there is. More
    // answers than questions are noise that looks like them, and would confirm anything.
    int more = 0;
    while (more <= owedJobs && nextJob(deadline(owedJobs > 0 ? QUIET : ECHO)).isPresent()) {
      more++;
    }
    boolean tooMany = more > owedJobs;
    owedJobs = 0;
    return tooMany ? Optional.of(Trouble.GARBAGE) : Optional.empty();
  }

  /** Waits for the ticket's end; looks after the printer meanwhile, so as not to wait in vain. */
  private PrintResult awaitJob(long end, int falls, long noise) throws InterruptedException {
    Trouble seen = Trouble.NO_ANSWER;
    long giveUp = end;
    while (true) {
      Optional<EscPosStatus> done = nextJob(earlier(deadline(ASK_AGAIN), giveUp));
      if (done.isPresent()) {
        owedJobs = 0;
        report(done.get());
        boolean clean = nextJob(deadline(ECHO)).isEmpty() && noise() == noise;
        return clean ? new PrintResult.Printed() : unknown(Trouble.GARBAGE);
      }
      if (falls() != falls) {
        return unknown(away());
      }
      if (System.nanoTime() - giveUp >= 0) {
        return unknown(seen);
      }
      Optional<Trouble> trouble = survey();
      if (trouble.isPresent() && seen == Trouble.NO_ANSWER) {
        seen = trouble.get();
        // A printer in trouble may have finished all the same: its byte is on the way, or never is.
        giveUp = earlier(giveUp, deadline(times.answer().multipliedBy(2)));
      }
    }
  }

  private PrintResult confirmedByStatus(byte[] ticket) throws InterruptedException {
    int falls = falls();
    Optional<PrintResult> notSent = sent(join(EscPosCodec.opening(), ticket));
    if (notSent.isPresent()) {
      return notSent.get();
    }
    long end = deadline(times.settle().plus(wireTime(ticket.length)));
    while (true) {
      forgetJobs();
      nextJob(earlier(deadline(ASK_AGAIN), end));
      Optional<Trouble> after = survey();
      if (after.isPresent()) {
        return unknown(after.get());
      }
      if (falls() != falls) {
        return unknown(away());
      }
      if (System.nanoTime() - end >= 0) {
        return new PrintResult.Printed();
      }
    }
  }

  /** Sends the ticket's bytes, once; a result when they did not all go out. */
  private Optional<PrintResult> sent(byte[] bytes) throws InterruptedException {
    return switch (send(bytes)) {
      case HANDED_OVER -> Optional.empty();
      case NOTHING -> Optional.of(failed(away()));
      case PARTLY -> Optional.of(unknown(away()));
    };
  }

  /** Asks how the printer is and sets the standing; empty when a job sent now would be printed. */
  private Optional<Trouble> survey() throws InterruptedException {
    return switch (ask()) {
      case Survey.Told(EscPosStatus status) -> {
        report(status);
        yield troubleOf(status);
      }
      case Survey.Silent(Trouble trouble) -> {
        boolean needNotAnswer = confirm == Confirm.PERSON && trouble == Trouble.NO_ANSWER;
        if (needNotAnswer) {
          // A printer without a way back is as well as its line.
          standing().foundGood();
        } else {
          standing().found(trouble);
        }
        yield Optional.of(trouble);
      }
    };
  }

  private void report(EscPosStatus status) {
    troubleOf(status)
        .or(() -> status.nearEnd() ? Optional.of(Trouble.PAPER_LOW) : Optional.empty())
        .ifPresentOrElse(standing()::says, standing()::good);
  }

  private static Optional<Trouble> troubleOf(EscPosStatus status) {
    if (status.coverOpen()) {
      return Optional.of(Trouble.COVER_OPEN);
    }
    if (status.paperEnd()) {
      return Optional.of(Trouble.PAPER_OUT);
    }
    if (status.cutter()) {
      return Optional.of(Trouble.CUTTER);
    }
    if (status.fault()) {
      return Optional.of(Trouble.PRINTER_FAULT);
    }
    return status.offline() ? Optional.of(Trouble.PRINTER_OFFLINE) : Optional.empty();
  }

  /** Asks as soon as the line is open, and then at each beat, unless a ticket is being printed. */
  private void beat() throws InterruptedException {
    if (isUp() && wire.tryLock()) {
      try {
        hearFromIt();
      } finally {
        wire.unlock();
      }
    }
    if (wake.tryAcquire(times.heartbeat().toMillis(), TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
  }

  private void hearFromIt() throws InterruptedException {
    if (isFile()) {
      standing().foundGood();
    } else {
      survey();
    }
  }

  /** Only an answer says that the printer is well. */
  @Override
  void up() {
    wake.release();
  }

  @Override
  void told(EscPosStatus status) {
    report(status);
  }

  private boolean isFile() {
    return spec() instanceof LineSpec.ToFile;
  }

  private static PrintResult failed(Trouble trouble) {
    return new PrintResult.Failed(trouble.code());
  }

  private static PrintResult unknown(Trouble trouble) {
    return new PrintResult.Unknown(trouble.code());
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
