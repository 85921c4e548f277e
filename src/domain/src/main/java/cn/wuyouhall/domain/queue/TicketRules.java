package cn.wuyouhall.domain.queue;

import cn.wuyouhall.domain.hall.HallRules.CallRules;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What may happen to a ticket: one table of states and events, and the few rules of calling that
 * are a matter of time. Whoever keeps tickets asks here before changing one, inside the same
 * transaction.
 */
public final class TicketRules {
  private TicketRules() {}

  /** What an event comes to. */
  public sealed interface Outcome {
    /**
     * The ticket's state afterwards; the same one where the event changes something else (a recall,
     * a line).
     */
    record Moved(TicketState next) implements Outcome {}

    /** The state does not allow it. */
    record Refused(CallResult.Reason reason) implements Outcome {}
  }

  /**
   * The table. A paper that nobody knows about keeps its ticket in {@code PRINTING}; {@code VOID}
   * is for a guide or a proven failure and never takes a ticket from the person being served; a
   * transfer, a re-entry and a call taken back lead to {@code WAITING} again. At day close a
   * no-show stays one, so that tickets = served + no-show + void + left.
   */
  public static Outcome apply(TicketState state, TicketEvent event) {
    if (event == TicketEvent.DAY_CLOSED) {
      return moved(state.isFinal() || state == TicketState.NO_SHOW ? state : TicketState.LEFT);
    }
    return switch (state) {
      case PRINTING -> printing(event);
      case WAITING -> waiting(event);
      case CALLED -> called(event);
      case SERVING -> serving(event);
      case HELD -> held(event);
      case NO_SHOW -> noShow(event);
      case SERVED, VOID, LEFT -> refused();
    };
  }

  /** The events a state allows: what a screen offers. */
  public static Set<TicketEvent> allowed(TicketState state) {
    EnumSet<TicketEvent> allowed = EnumSet.noneOf(TicketEvent.class);
    for (TicketEvent event : TicketEvent.values()) {
      if (apply(state, event) instanceof Outcome.Moved) {
        allowed.add(event);
      }
    }
    return allowed;
  }

  /**
   * Whether the moment is right for {@code event}: a recall neither too soon nor once too often, a
   * call taken back only within its time, a no-show only after as many calls as the rules ask.
   * Other events are a matter of state alone.
   *
   * @return the refusal, with the instant from which it is allowed where waiting helps; empty when
   *     nothing speaks against it
   */
  public static Optional<CallResult.Refused> untimely(
      Ticket ticket, TicketEvent event, CallRules rules, Instant at) {
    if (ticket.calledAt().isEmpty()) {
      return Optional.empty();
    }
    Instant called = ticket.calledAt().get();
    Instant ripe = called.plus(rules.apart());
    return switch (event) {
      case RECALL ->
          ticket.calls() >= rules.most()
              ? not(CallResult.Reason.CALLED_ENOUGH)
              // A clock set back since the call must not hold a recall up for as long.
              : at.isBefore(ripe) && !at.isBefore(called) ? notBefore(ripe) : Optional.empty();
      case NO_SHOW ->
          ticket.calls() < rules.most()
              ? not(CallResult.Reason.NOT_CALLED_ENOUGH)
              : Optional.empty();
      case UNDO_CALL ->
          at.isAfter(called.plus(rules.undo()))
              ? not(CallResult.Reason.TOO_LATE)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Outcome printing(TicketEvent event) {
    return switch (event) {
      case PRINTED -> moved(TicketState.WAITING);
      case PRINT_FAILED, VOID -> moved(TicketState.VOID);
      case PRINT_UNKNOWN -> moved(TicketState.PRINTING);
      default -> refused();
    };
  }

  private static Outcome waiting(TicketEvent event) {
    return switch (event) {
      case CALL -> moved(TicketState.CALLED);
      case GIVE_UP -> moved(TicketState.LEFT);
      case VOID -> moved(TicketState.VOID);
      default -> refused();
    };
  }

  private static Outcome called(TicketEvent event) {
    return switch (event) {
      case RECALL -> moved(TicketState.CALLED);
      case UNDO_CALL, TRANSFER -> moved(TicketState.WAITING);
      case NO_SHOW -> moved(TicketState.NO_SHOW);
      case SERVE -> moved(TicketState.SERVING);
      case HOLD -> moved(TicketState.HELD);
      case GIVE_UP -> moved(TicketState.LEFT);
      case VOID -> moved(TicketState.VOID);
      default -> refused();
    };
  }

  private static Outcome serving(TicketEvent event) {
    return switch (event) {
      case HOLD -> moved(TicketState.HELD);
      case TRANSFER -> moved(TicketState.WAITING);
      case FINISH -> moved(TicketState.SERVED);
      default -> refused();
    };
  }

  private static Outcome held(TicketEvent event) {
    return switch (event) {
      case CALL_BACK -> moved(TicketState.CALLED);
      case GIVE_UP -> moved(TicketState.LEFT);
      default -> refused();
    };
  }

  private static Outcome noShow(TicketEvent event) {
    return switch (event) {
      case CALL_BACK -> moved(TicketState.CALLED);
      case REENTER -> moved(TicketState.WAITING);
      default -> refused();
    };
  }

  private static Outcome moved(TicketState next) {
    return new Outcome.Moved(next);
  }

  private static Outcome refused() {
    return new Outcome.Refused(CallResult.Reason.WRONG_STATE);
  }

  private static Optional<CallResult.Refused> not(CallResult.Reason reason) {
    return Optional.of(new CallResult.Refused(reason, Optional.empty()));
  }

  private static Optional<CallResult.Refused> notBefore(Instant ripe) {
    return Optional.of(new CallResult.Refused(CallResult.Reason.TOO_SOON, Optional.of(ripe)));
  }
}
