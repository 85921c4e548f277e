package cn.wuyouhall.station;

import cn.wuyouhall.domain.devices.WindowDisplay;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.queue.CallResult;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The calls of one window: next, again, here, nobody came, aside, back, end. Every wish is stored
 * before it is sent and keeps its id until the hall has answered. Blocks; refuses the screen's
 * thread; needs a clerk's session.
 */
public final class WindowCalls {
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

    /** This station's own disk does not take it; nothing was done. */
    record NotSaved(String code) implements Outcome {}
  }

  /** The window these calls are for. */
  public int window() {
    return window;
  }

  /** Calls the next (F2). */
  public Outcome callNext(Session clerk) {
    Outcome outcome =
        run(
            clerk,
            "next",
            id -> queue.callNext(id, window, station, clerk.number(), clock.instant()));
    if (outcome instanceof Outcome.Done done) {
      display.show(texts.please(done.ticket().number(), window));
    }
    return outcome;
  }

  /** Calls the same ticket again (F3). */
  public Outcome recall(Session clerk) {
    return run(
        clerk, "recall", id -> queue.recall(id, window, station, clerk.number(), clock.instant()));
  }

  /** Takes a wrong call back within its undo time. */
  public Outcome takeBack(Session clerk) {
    return welcoming(
        run(
            clerk,
            "undo",
            id -> queue.undoCall(id, window, station, clerk.number(), clock.instant())));
  }

  /** The person is here (F7). */
  public Outcome serve(Session clerk) {
    return run(
        clerk, "serve", id -> queue.serve(id, window, station, clerk.number(), clock.instant()));
  }

  /** Nobody came (F4). */
  public Outcome noShow(Session clerk) {
    return welcoming(
        run(
            clerk,
            "no-show",
            id -> queue.noShow(id, window, station, clerk.number(), clock.instant())));
  }

  /** Sets the ticket aside (F5). */
  public Outcome hold(Session clerk) {
    return welcoming(
        run(clerk, "hold", id -> queue.hold(id, window, station, clerk.number(), clock.instant())));
  }

  /** Calls back a held ticket, or a no-show who came after all. */
  public Outcome callBack(Session clerk, UUID ticket) {
    Outcome outcome =
        run(
            clerk,
            "back " + ticket,
            id -> queue.callBack(id, ticket, window, station, clerk.number(), clock.instant()));
    if (outcome instanceof Outcome.Done done) {
      display.show(texts.please(done.ticket().number(), window));
    }
    return outcome;
  }

  /** Ends the visit (F10); the pad asks by itself. */
  public Outcome finish(Session clerk) {
    return welcoming(
        run(
            clerk,
            "finish",
            id -> queue.finish(id, window, station, clerk.number(), clock.instant())));
  }

  /** What the window has now; empty when it is free. */
  public Optional<HallQueue.Current> current() {
    BlockingWork.refuseOnUiThread();
    return queue.current(window);
  }

  /** Who would be called next, in order. */
  public List<Ticket> waiting(int most) {
    BlockingWork.refuseOnUiThread();
    return queue.waitingFor(window, most);
  }

  /** Tickets set aside by this window. */
  public List<Ticket> held() {
    BlockingWork.refuseOnUiThread();
    return queue.heldAt(window);
  }

  /**
   * A code scanned at the window: when it is the code of the ticket called, its person is here.
   *
   * @return empty when the code is not the code of the ticket this window called
   */
  public Optional<Outcome> scanned(Session clerk, String code) {
    return TicketCode.read(code)
        .filter(id -> queue.current(window).filter(now -> now.ticket().id().equals(id)).isPresent())
        .map(id -> serve(clerk));
  }

  /** A card laid at the window: when it is the card of the person called, they are here. */
  public Optional<Outcome> cardLaid(Session clerk, String idNumber) {
    return queue
        .current(window)
        .flatMap(now -> now.ticket().holder())
        .filter(holder -> holder.idNumber().equals(idNumber))
        .map(holder -> serve(clerk));
  }

  private Outcome welcoming(Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      display.show(texts.welcome());
    }
    return outcome;
  }

  private Outcome run(Session clerk, String wish, Call call) {
    BlockingWork.refuseOnUiThread();
    clerk.require(Role.CLERK);
    try {
      CallResult result = call.send(requests.begin("window.requested", wish));
      requests.answered(wish);
      return switch (result) {
        case CallResult.Done done -> new Outcome.Done(done.ticket(), done.visit());
        case CallResult.NobodyWaiting() -> new Outcome.NobodyWaiting();
        case CallResult.Refused refused -> new Outcome.Refused(refused);
      };
    } catch (StoreException notKept) {
      return new Outcome.NotSaved(notKept.code());
    } catch (HallUnavailable away) {
      return new Outcome.HallAway();
    }
  }

  @FunctionalInterface
  private interface Call {
    CallResult send(UUID requestId);
  }
}
