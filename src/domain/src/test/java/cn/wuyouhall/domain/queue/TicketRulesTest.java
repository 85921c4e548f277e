package cn.wuyouhall.domain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.hall.HallRules.CallRules;
import cn.wuyouhall.domain.queue.TicketRules.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketRulesTest {
  private static final CallRules CALLS =
      new CallRules(3, Duration.ofSeconds(20), Duration.ofSeconds(10));
  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

  /** Everything that is allowed; what is not listed must be refused. */
  private static final String TABLE =
      """
      PRINTING PRINTED       WAITING
      PRINTING PRINT_FAILED  VOID
      PRINTING PRINT_UNKNOWN PRINTING
      PRINTING VOID          VOID
      PRINTING DAY_CLOSED    LEFT
      WAITING  CALL          CALLED
      WAITING  GIVE_UP       LEFT
      WAITING  VOID          VOID
      WAITING  DAY_CLOSED    LEFT
      CALLED   RECALL        CALLED
      CALLED   UNDO_CALL     WAITING
      CALLED   NO_SHOW       NO_SHOW
      CALLED   SERVE         SERVING
      CALLED   HOLD          HELD
      CALLED   TRANSFER      WAITING
      CALLED   GIVE_UP       LEFT
      CALLED   VOID          VOID
      CALLED   DAY_CLOSED    LEFT
      SERVING  HOLD          HELD
      SERVING  TRANSFER      WAITING
      SERVING  FINISH        SERVED
      SERVING  DAY_CLOSED    LEFT
      HELD     CALL_BACK     CALLED
      HELD     GIVE_UP       LEFT
      HELD     DAY_CLOSED    LEFT
      NO_SHOW  CALL_BACK     CALLED
      NO_SHOW  REENTER       WAITING
      NO_SHOW  DAY_CLOSED    NO_SHOW
      SERVED   DAY_CLOSED    SERVED
      VOID     DAY_CLOSED    VOID
      LEFT     DAY_CLOSED    LEFT
      """;

  @Test
  void everyStateMeetsEveryEvent() {
    Map<String, TicketState> allowed = new HashMap<>();
    TABLE
        .lines()
        .map(line -> line.split(" +", -1))
        .forEach(row -> allowed.put(row[0] + " " + row[1], TicketState.valueOf(row[2])));
    assertEquals(TABLE.lines().count(), allowed.size());
    for (TicketState state : TicketState.values()) {
      for (TicketEvent event : TicketEvent.values()) {
        TicketState next = allowed.get(state + " " + event);
        Outcome expected =
            next == null
                ? new Outcome.Refused(CallResult.Reason.WRONG_STATE)
                : new Outcome.Moved(next);
        assertEquals(expected, TicketRules.apply(state, event), state + " × " + event);
        assertEquals(next != null, TicketRules.allowed(state).contains(event));
      }
    }
  }

  @Test
  void afterDayCloseTheFourCountsAreEverything() {
    Set<TicketState> counted =
        Set.of(TicketState.SERVED, TicketState.NO_SHOW, TicketState.VOID, TicketState.LEFT);
    for (TicketState state : TicketState.values()) {
      Outcome.Moved closed = (Outcome.Moved) TicketRules.apply(state, TicketEvent.DAY_CLOSED);
      assertTrue(counted.contains(closed.next()), state.name());
    }
  }

  @Test
  void aRecallWaitsItsTimeAndHasItsNumber() {
    assertEquals(
        Optional.of(
            new CallResult.Refused(CallResult.Reason.TOO_SOON, Optional.of(NINE.plusSeconds(20)))),
        untimely(1, TicketEvent.RECALL, 19));
    assertEquals(Optional.empty(), untimely(2, TicketEvent.RECALL, 20));
    assertEquals(
        Optional.of(new CallResult.Refused(CallResult.Reason.CALLED_ENOUGH, Optional.empty())),
        untimely(3, TicketEvent.RECALL, 60));
  }

  @Test
  void aClockSetBackSinceTheCallHoldsNoRecallUp() {
    assertEquals(Optional.empty(), untimely(1, TicketEvent.RECALL, -3600));
  }

  @Test
  void aNoShowNeedsItsCalls() {
    assertEquals(
        Optional.of(new CallResult.Refused(CallResult.Reason.NOT_CALLED_ENOUGH, Optional.empty())),
        untimely(2, TicketEvent.NO_SHOW, 60));
    assertEquals(Optional.empty(), untimely(3, TicketEvent.NO_SHOW, 1));
  }

  @Test
  void aCallIsTakenBackAtOnceOrNotAtAll() {
    assertEquals(Optional.empty(), untimely(1, TicketEvent.UNDO_CALL, 10));
    assertEquals(
        Optional.of(new CallResult.Refused(CallResult.Reason.TOO_LATE, Optional.empty())),
        untimely(1, TicketEvent.UNDO_CALL, 11));
  }

  private static Optional<CallResult.Refused> untimely(int calls, TicketEvent event, int seconds) {
    Ticket ticket =
        new Ticket(
            new UUID(0, 1),
            LocalDate.of(2026, 3, 2),
            "social",
            new TicketNumber("A", 23),
            TicketState.CALLED,
            false,
            Priority.NONE,
            NINE.minusSeconds(600),
            Optional.empty(),
            OptionalInt.of(3),
            calls,
            Optional.of(NINE));
    return TicketRules.untimely(ticket, event, CALLS, NINE.plusSeconds(seconds));
  }
}
