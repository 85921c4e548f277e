package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.queue.Ticket;
import java.time.LocalTime;
import java.util.Optional;

/** What became of a wish for a number, as the kiosk's screens tell it apart. */
public sealed interface Taken {
  /** The paper is confirmed: now, and only now, the number is shown. */
  record Issued(Ticket ticket, int ahead, KioskJobs.Wait estimate) implements Taken {}

  /** All was sent and this printer cannot confirm: the person is asked. */
  record DidPaperCome(Ticket ticket, int ahead, KioskJobs.Wait estimate) implements Taken {}

  /** No paper came, no number was given; the place is kept. {@code code} is a device code. */
  record NoPaper(String code) implements Taken {}

  /** Nobody knows whether the paper came; the guide settles it. */
  record Unconfirmed(Ticket ticket, String code) implements Taken {}

  /** The line is closed or full; with the time it opens again today, if it does. */
  record Closed(String line, Optional<LocalTime> opens) implements Taken {}

  /** This person already waits in this line. */
  record AlreadyWaiting(Ticket ticket, int ahead, KioskJobs.Wait estimate) implements Taken {}

  /** A tap within two seconds of the last: nothing was done. */
  record SecondTap() implements Taken {}

  /** The hall database is away: nothing was printed. */
  record HallAway() implements Taken {}

  /** This station cannot keep what it does: nothing was printed. {@code code} is a store code. */
  record NotSaved(String code) implements Taken {}
}
