package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.people.Masking;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.station.GuideTickets.LineNow;
import cn.wuyouhall.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Sentences of the guide desk that are put together from parts. Pure. */
final class GuideWords {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private GuideWords() {}

  static String clock(Instant at) {
    return clock(HallTime.local(at).toLocalTime());
  }

  static String clock(LocalTime time) {
    return CLOCK.format(time);
  }

  /** Whole minutes since then, never below none. */
  static long minutes(Instant since, Instant now) {
    return Math.max(0, Duration.between(since, now).toMinutes());
  }

  static String line(Texts texts, HallRules rules, String line) {
    return rules.line(line).map(found -> texts.of(found.name())).orElse(line);
  }

  /** Why no number can be taken in a line; blank when one can. */
  static String closed(Texts texts, LineNow line) {
    if (line.open()) {
      return "";
    }
    return opens(texts, line.opens());
  }

  /** When a line that is closed opens again today, if it does. */
  static String opens(Texts texts, Optional<LocalTime> opens) {
    return opens
        .map(time -> texts.get("line.opens", clock(time)))
        .orElseGet(() -> texts.get("line.closed"));
  }

  /** Where a ticket stands. */
  static String state(Texts texts, Ticket ticket, Instant now) {
    if (ticket.unconfirmed()) {
      return texts.get("ticket.unconfirmed");
    }
    return ticket.state() == TicketState.WAITING
        ? texts.get("ticket.waiting", minutes(ticket.issuedAt(), now))
        : texts.get("ticket.state." + ticket.state(), ticket.window().orElse(0), ticket.calls());
  }

  /** What can be done about it; blank for nothing. */
  static String hint(Texts texts, Ticket ticket) {
    if (ticket.unconfirmed()) {
      return texts.get("hint.unconfirmed");
    }
    return switch (ticket.state()) {
      case WAITING -> texts.get("hint.waiting");
      case VOID -> texts.get("hint.void");
      case PRINTING -> texts.get("hint.printing");
      case NO_SHOW -> texts.get("hint.no-show");
      case CALLED, SERVING, HELD, SERVED, LEFT -> "";
    };
  }

  static String holder(Person holder) {
    return Masking.name(holder) + "  " + Masking.numberAtDesk(holder.idNumber());
  }
}
