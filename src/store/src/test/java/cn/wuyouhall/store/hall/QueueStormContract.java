package cn.wuyouhall.store.hall;

import static cn.wuyouhall.store.hall.TestHall.NINE;
import static cn.wuyouhall.store.hall.TestHall.id;
import static cn.wuyouhall.store.hall.TestHall.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.queue.CallResult;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.domain.queue.IssueResult;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.store.sql.Connections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Random wishes from several threads over two sets of connections, every third of them sent twice.
 */
public abstract class QueueStormContract {
  private static final int THREADS = 4;
  private static final int WISHES = 120;
  private static final List<PaperOutcome> OUTCOMES =
      List.of(
          PaperOutcome.CAME,
          PaperOutcome.CAME,
          PaperOutcome.CAME,
          PaperOutcome.FAILED,
          PaperOutcome.UNKNOWN);

  /** Connections to the same hall database; called more than once. */
  protected abstract Connections connect() throws Exception;

  private static HallDatabase over(Connections connections) {
    return HallDatabases.unlocked(
        connections, TestHall.SCOPE, TestHall.IDS, keys -> TestHall.CIPHER);
  }

  @Test
  void whatMustAlwaysHoldHoldsUnderAStorm() throws Exception {
    Connections connections = connect();
    try (HallDatabase one = over(connections);
        HallDatabase two = over(connect());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      one.rules().store(TestHall.rules(), "0001", NINE);
      List<Callable<Integer>> storms = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        HallQueue queue = (t % 2 == 0 ? one : two).queue();
        Random random = new Random(20261123L + t);
        storms.add(() -> storm(queue, random));
      }
      for (Future<Integer> storm : threads.invokeAll(storms)) {
        assertEquals(WISHES, storm.get());
      }
      QueueInvariants.hold(connections);
      HallQueue.DayClosed closed = one.queue().closeDay("K01", NINE.plusSeconds(9_000));
      assertEquals(
          closed.tickets(), closed.served() + closed.noShow() + closed.voided() + closed.left());
      assertTrue(closed.served() > 0);
      QueueInvariants.hold(connections);
    }
  }

  private static int storm(HallQueue queue, Random random) {
    int wishes = 0;
    for (; wishes < WISHES; wishes++) {
      Instant at = NINE.plusSeconds(wishes * 30L + random.nextInt(20));
      if (random.nextInt(3) == 0) {
        issue(queue, random, at);
      } else {
        call(queue, random, at);
      }
    }
    return wishes;
  }

  private static void issue(HallQueue queue, Random random, Instant at) {
    IssueRequest wish = request(random.nextBoolean() ? "social" : "market");
    Ticket ticket = ticketOf(queue.issue(wish, at));
    if (random.nextInt(3) == 0) {
      assertEquals(ticket.id(), ticketOf(queue.issue(wish, at)).id());
    }
    PaperOutcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
    queue.paper(ticket.id(), outcome, "K01", at);
    if (outcome != PaperOutcome.CAME) {
      UUID replacing = id();
      Ticket fresh = ticketOf(queue.replace(replacing, ticket.id(), "K01", at));
      assertEquals(fresh.id(), ticketOf(queue.replace(replacing, ticket.id(), "K01", at)).id());
      queue.paper(fresh.id(), PaperOutcome.CAME, "K01", at);
    }
  }

  private static Ticket ticketOf(IssueResult result) {
    return ((IssueResult.Numbered) result).ticket();
  }

  private static void call(HallQueue queue, Random random, Instant at) {
    int window = 1 + random.nextInt(3);
    UUID wish = id();
    int what = random.nextInt(10);
    CallResult first = wish(queue, what, wish, window, at);
    if (random.nextInt(3) == 0 && first instanceof CallResult.Done done) {
      CallResult again = wish(queue, what, wish, window, at);
      assertEquals(done.visit(), ((CallResult.Done) again).visit());
      assertTrue(((CallResult.Done) again).repeated());
    }
  }

  private static CallResult wish(HallQueue queue, int what, UUID wish, int window, Instant at) {
    String station = "C0" + window;
    return switch (what) {
      case 0, 1, 2 -> queue.callNext(wish, window, station, "0001", at);
      case 3, 4 -> queue.serve(wish, window, station, "0001", at);
      case 5, 6 -> queue.finish(wish, window, station, "0001", at);
      case 7 -> queue.hold(wish, window, station, "0001", at);
      case 8 -> queue.transfer(wish, window, "social", "", station, "0001", at);
      default ->
          queue.heldAt(window).stream()
              .findFirst()
              .map(held -> queue.callBack(wish, held.id(), window, station, "0001", at))
              .orElseGet(() -> queue.recall(wish, window, station, "0001", at));
    };
  }
}
