package cn.wuyouhall.demo.mutant;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.CaseRegister;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.cases.HallOutbox.Kind;
import cn.wuyouhall.domain.cases.HallOutbox.Parcel;
import cn.wuyouhall.domain.devices.TicketPrinter;
import cn.wuyouhall.domain.id.Uuid7;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.domain.queue.IssueResult;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.platform.RatingBody;
import cn.wuyouhall.station.Surroundings.Seams;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Ports of a station as faulty programs would have them. */
final class FaultyPorts {
  private FaultyPorts() {}

  private static Seams queue(UnaryOperator<HallQueue> faulty) {
    Seams none = Seams.NONE;
    return new Seams(faulty, none.printer(), none.register(), none.outbox(), none.ratings());
  }

  private static Seams printer(UnaryOperator<TicketPrinter> faulty) {
    Seams none = Seams.NONE;
    return new Seams(none.queue(), faulty, none.register(), none.outbox(), none.ratings());
  }

  private static Seams outbox(UnaryOperator<HallOutbox> faulty) {
    Seams none = Seams.NONE;
    return new Seams(none.queue(), none.printer(), none.register(), faulty, none.ratings());
  }

  /** The number is kept in the process and shown once more to the next person. */
  static Seams doubleIssue() {
    AtomicReference<TicketNumber> kept = new AtomicReference<>();
    return queue(real ->
        Wrapped.port(
            HallQueue.class,
            real,
            (method, arguments, on) -> {
              Object answer = on.call(arguments);
              if (!(answer instanceof IssueResult.Numbered numbered)) {
                return answer;
              }
              TicketNumber first = kept.getAndSet(numbered.ticket().number());
              return first == null
                  ? numbered
                  : new IssueResult.Numbered(
                      renumbered(numbered.ticket(), first), numbered.ahead(), false);
            }));
  }

  private static Ticket renumbered(Ticket ticket, TicketNumber number) {
    return new Ticket(
        ticket.id(),
        ticket.day(),
        ticket.line(),
        number,
        ticket.state(),
        ticket.unconfirmed(),
        ticket.priority(),
        ticket.issuedAt(),
        ticket.holder(),
        ticket.window(),
        ticket.calls(),
        ticket.calledAt());
  }

  /** The first answer is lost, and the wish goes out again as a new one. */
  static Seams lostReply() {
    Uuid7 ids = new Uuid7(InstantSource.system(), new SecureRandom());
    return queue(real ->
        Wrapped.port(
            HallQueue.class,
            real,
            (method, arguments, on) -> {
              Object answer = on.call(arguments);
              if (!method.equals("issue")
                  || !(arguments[0] instanceof IssueRequest wish)
                  || wish.holder().isPresent()) {
                return answer;
              }
              IssueRequest again =
                  new IssueRequest(
                      ids.next(),
                      wish.station(),
                      wish.line(),
                      wish.holder(),
                      wish.priority(),
                      wish.itemCode());
              return on.call(again, arguments[1]);
            }));
  }

  /** The printer is believed to have printed and was sent nothing. */
  static Seams noPaper() {
    return printer(real ->
        Wrapped.port(
            TicketPrinter.class,
            real,
            (method, arguments, on) ->
                method.equals("print")
                    ? new TicketPrinter.PrintResult.Printed()
                    : on.call(arguments)));
  }

  /** Every ticket is printed twice. */
  static Seams paperTwice() {
    return printer(real ->
        Wrapped.port(
            TicketPrinter.class,
            real,
            (method, arguments, on) -> {
              Object first = on.call(arguments);
              return method.equals("print") ? on.call(arguments) : first;
            }));
  }

  /** What was sent goes out again under a new key. */
  static Seams sentTwice(Kind kind) {
    return outbox(real -> SendsTwice.parcelsOf(kind, real));
  }

  /** Cases are marked as delivered and never sent. */
  static Seams caseDropped() {
    return outbox(real ->
        Wrapped.port(
            HallOutbox.class,
            real,
            (method, arguments, on) -> {
              Object answer = on.call(arguments);
              while (answer instanceof Optional<?> next
                  && next.orElse(null) instanceof Parcel parcel
                  && parcel.kind() == Kind.CASE_EVENT) {
                real.delivered(parcel.id(), "61", (Instant) arguments[1], false);
                answer = on.call(arguments);
              }
              return answer;
            }));
  }

  /** The promised day is one too late. */
  static Seams deadlineOffByOne() {
    Seams none = Seams.NONE;
    UnaryOperator<CaseRegister> faulty =
        real ->
            Wrapped.port(
                CaseRegister.class,
                real,
                (method, arguments, on) ->
                    method.equals("register")
                        ? on.call(arguments[0], late((CaseRecord) arguments[1]), arguments[2])
                        : on.call(arguments));
    return new Seams(none.queue(), none.printer(), faulty, none.outbox(), none.ratings());
  }

  private static CaseRecord late(CaseRecord event) {
    Optional<LocalDate> promised = event.promisedDue().map(day -> day.plusDays(1));
    return new CaseRecord(
        event.caseId(),
        event.caseNo(),
        event.kind(),
        event.at(),
        event.visit(),
        event.station(),
        event.window(),
        event.operator(),
        event.itemCode(),
        event.itemName(),
        event.department(),
        event.applicant(),
        event.situations(),
        event.marks(),
        event.materialNames(),
        event.deferred(),
        event.decision(),
        promised,
        event.legalDue(),
        event.documents());
  }

  /** The pad's process puts the grade where the sealed one belongs. */
  static Seams unsealed() {
    Seams none = Seams.NONE;
    UnaryOperator<BiFunction<Invitation, Grade, SealedGrade>> faulty =
        real ->
            (invitation, grade) -> {
              SealedGrade sealed = real.apply(invitation, grade);
              byte[] clear = RatingBody.content(invitation, grade, List.of());
              return new SealedGrade(sealed.recipients(), sealed.nonce(), clear);
            };
    return new Seams(
        none.queue(), none.printer(), none.register(), none.outbox(), none.ratings(), faulty);
  }
}
