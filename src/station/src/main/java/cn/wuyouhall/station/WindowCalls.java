package cn.wuyouhall.station;

import cn.wuyouhall.domain.devices.WindowDisplay;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.queue.CallResult;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The calls of one window: next, again, here, nobody came, aside, back, end. Every wish is stored
 * before it is sent and keeps its id until the hall has answered. Blocks; refuses the screen's
 * thread; needs a clerk's session.
 */
public final class WindowCalls {
  /** Afterwards the window has the ticket the wish was about. */
  private static final boolean KEEPS = true;

  /** Afterwards the window is free. */
  private static final boolean FREES = false;

  private final HallQueue queue;
  private final WindowDisplay display;
  private final WindowTexts texts;
  private final Requests requests;
  private final int window;
  private final String station;
  private final InstantSource clock;

  WindowCalls(
      HallQueue queue,
      WindowDisplay display,
      WindowTexts texts,
      Requests requests,
      int window,
      String station,
      InstantSource clock) {
    this.queue = queue;
    this.display = display;
    this.texts = texts;
    this.requests = requests;
    this.window = window;
    this.station = station;
    this.clock = clock;
  }

  /** What became of a wish at the window. */
  public sealed interface Outcome {
    /** Done; the ticket as it stands, and its visit. */
    record Done(Ticket ticket, UUID visit) implements Outcome {}

    /** Nobody waits. */
    record NobodyWaiting() implements Outcome {}

    /** The rules do not allow it, and why. */
    record Refused(CallResult.Refused why) implements Outcome {}

    /** The hall database is away; the wish keeps its id and can be repeated safely. */
    record HallAway() implements Outcome {}

    /** This station's disk or the hall's does not take it; nothing was done. */
    record NotSaved(String code) implements Outcome {}
  }

  /** The window these calls are for. */
  public int window() {
    return window;
  }

  /** Calls the next (F2). */
  public Outcome callNext(Session clerk) {
    return asking(run(clerk, "next", KEEPS, queue::callNext));
  }

  /** Calls the same ticket again (F3). */
  public Outcome recall(Session clerk) {
    return run(clerk, "recall", KEEPS, queue::recall);
  }

  /** Takes a wrong call back within its undo time. */
  public Outcome takeBack(Session clerk) {
    return welcoming(run(clerk, "undo", FREES, queue::undoCall));
  }

  /** The person is here (F7). */
  public Outcome serve(Session clerk) {
    return run(clerk, "serve", KEEPS, queue::serve);
  }

  /** Nobody came (F4). */
  public Outcome noShow(Session clerk) {
    return welcoming(run(clerk, "no-show", FREES, queue::noShow));
  }

  /** Sets the ticket aside (F5). */
  public Outcome hold(Session clerk) {
    return welcoming(run(clerk, "hold", FREES, queue::hold));
  }

  /** Calls back a held ticket, or a no-show who came after all. */
  public Outcome callBack(Session clerk, UUID ticket) {
    return asking(
        run(
            clerk,
            "back " + ticket,
            KEEPS,
            (id, at, by, operator, now) -> queue.callBack(id, ticket, at, by, operator, now)));
  }

  /** Ends the visit (F10); the pad asks by itself. */
  public Outcome finish(Session clerk) {
    return welcoming(run(clerk, "finish", FREES, queue::finish));
  }

  /**
   * What the window has now; empty when it is free.
   *
   * @throws HallUnavailable when the hall database is away
   */
  public Optional<HallQueue.Current> current(Session clerk) {
    check(clerk);
    return queue.current(window);
  }

  /**
   * Who would be called next, in order.
   *
   * @throws HallUnavailable when the hall database is away
   */
  public List<Ticket> waiting(Session clerk, int most) {
    check(clerk);
    return queue.waitingFor(window, most);
  }

  /**
   * Tickets set aside by this window.
   *
   * @throws HallUnavailable when the hall database is away
   */
  public List<Ticket> held(Session clerk) {
    check(clerk);
    return queue.heldAt(window);
  }

  /**
   * A code scanned at the window: when it is the code of the ticket called, its person is here.
   *
   * @return empty when the code is not the code of the ticket this window called
   */
  public Optional<Outcome> scanned(Session clerk, String code) {
    Optional<UUID> scanned = TicketCode.read(code);
    return serveIf(clerk, ticket -> scanned.equals(Optional.of(ticket.id())));
  }

  /** A card laid at the window: when it is the card of the person called, they are here. */
  public Optional<Outcome> cardLaid(Session clerk, String idNumber) {
    return serveIf(
        clerk,
        ticket -> ticket.holder().filter(who -> who.idNumber().equals(idNumber)).isPresent());
  }

  private Optional<Outcome> serveIf(Session clerk, Predicate<Ticket> theirs) {
    check(clerk);
    try {
      return queue
          .current(window)
          .map(HallQueue.Current::ticket)
          .filter(theirs)
          .map(ticket -> serve(clerk));
    } catch (HallUnavailable away) {
      return Optional.of(new Outcome.HallAway());
    }
  }

  private Outcome asking(Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      display.show(texts.please(done.ticket().number(), window));
    }
    return outcome;
  }

  private Outcome welcoming(Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      display.show(texts.welcome());
    }
    return outcome;
  }

  private Outcome run(Session clerk, String wish, boolean keeps, Call call) {
    check(clerk);
    try {
      CallResult result = send(clerk, wish, call);
      if (result instanceof CallResult.Done done && done.repeated() && isOver(done, keeps)) {
        // The lost answer of an earlier wish of this kind: this one is about someone else.
        result = send(clerk, wish, call);
      }
      return switch (result) {
        case CallResult.Done done -> new Outcome.Done(done.ticket(), done.visit());
        case CallResult.NobodyWaiting() -> new Outcome.NobodyWaiting();
        case CallResult.Refused refused -> new Outcome.Refused(refused);
      };
    } catch (StoreException notKept) {
      return new Outcome.NotSaved(notKept.code());
    } catch (HallUnavailable away) {
      return away.code().<Outcome>map(Outcome.NotSaved::new).orElseGet(Outcome.HallAway::new);
    }
  }

  private CallResult send(Session clerk, String wish, Call call) {
    UUID request = requests.begin("window.requested", wish);
    CallResult result = call.send(request, window, station, clerk.number(), clock.instant());
    requests.answered(wish);
    return result;
  }

  /** Whether the window has moved on since this was done. */
  private boolean isOver(CallResult.Done done, boolean keeps) {
    Optional<UUID> now = queue.current(window).map(HallQueue.Current::visit);
    return keeps ? !now.equals(Optional.of(done.visit())) : now.isPresent();
  }

  private static void check(Session clerk) {
    BlockingWork.refuseOnUiThread();
    clerk.require(Role.CLERK);
  }

  /** One of the hall's calls for a window. */
  @FunctionalInterface
  private interface Call {
    CallResult send(UUID request, int window, String station, String operator, Instant at);
  }
}
