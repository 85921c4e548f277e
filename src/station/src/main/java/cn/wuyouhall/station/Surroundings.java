package cn.wuyouhall.station;

import cn.wuyouhall.domain.cases.CaseRegister;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.devices.TicketPrinter;
import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.id.Uuid7;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingBox;
import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.domain.time.Pace;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * What a station needs around it that is not in its settings.
 *
 * @param clock hall time; a demo's runs faster
 * @param pace belongs to {@code clock}
 * @param wall the machine's own time, by which networks and leases wait
 * @param random source of keys, nonces and ids
 * @param seams where a test may put itself between a job and its port
 */
public record Surroundings(
    InstantSource clock, Pace pace, InstantSource wall, SecureRandom random, Seams seams) {
  /** The real ones. */
  public static Surroundings real() {
    return new Surroundings(
        InstantSource.system(), Pace.REAL, InstantSource.system(), new SecureRandom(), Seams.NONE);
  }

  /** The same with another clock and its pace. */
  public Surroundings at(InstantSource otherClock, Pace itsPace) {
    return new Surroundings(otherClock, itsPace, wall, random, seams);
  }

  /** The same with these seams. */
  public Surroundings with(Seams others) {
    return new Surroundings(clock, pace, wall, random, others);
  }

  Ids ids() {
    return new Uuid7(clock, random);
  }

  /**
   * Each wraps one port at wiring time. The program itself never does; the mutants that prove the
   * checker, and tests, do.
   *
   * @param queue around the queue
   * @param printer around the ticket printer
   * @param register around the case register
   * @param outbox around the outbox
   * @param ratings around the rating box
   * @param seal around the sealing of a grade
   */
  public record Seams(
      UnaryOperator<HallQueue> queue,
      UnaryOperator<TicketPrinter> printer,
      UnaryOperator<CaseRegister> register,
      UnaryOperator<HallOutbox> outbox,
      UnaryOperator<RatingBox> ratings,
      UnaryOperator<BiFunction<Invitation, Grade, SealedGrade>> seal) {
    /** With the program's own sealing. */
    public Seams(
        UnaryOperator<HallQueue> queue,
        UnaryOperator<TicketPrinter> printer,
        UnaryOperator<CaseRegister> register,
        UnaryOperator<HallOutbox> outbox,
        UnaryOperator<RatingBox> ratings) {
      this(queue, printer, register, outbox, ratings, UnaryOperator.identity());
    }

    /** Nothing in between. */
    public static final Seams NONE =
        new Seams(
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            UnaryOperator.identity());
  }
}
