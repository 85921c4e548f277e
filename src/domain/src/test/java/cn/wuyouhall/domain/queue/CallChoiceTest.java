package cn.wuyouhall.domain.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.queue.CallChoice.Chosen;
import cn.wuyouhall.domain.queue.CallChoice.Head;
import cn.wuyouhall.domain.queue.CallChoice.LineHeads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CallChoiceTest {
  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

  @Test
  void nobodyWaits() {
    assertEquals(Optional.empty(), CallChoice.next(List.of(), 0));
    assertEquals(
        Optional.empty(),
        CallChoice.next(List.of(new LineHeads("a", Optional.empty(), Optional.empty())), 2));
  }

  @Test
  void theLongestWaitingOfAllLinesGoesFirst() {
    List<LineHeads> lines =
        List.of(
            new LineHeads("a", Optional.empty(), head(1, 9)),
            new LineHeads("b", Optional.empty(), head(2, 3)));
    assertEquals(Optional.of(new Chosen(id(2), "b", false, 0)), CallChoice.next(lines, 1));
  }

  @Test
  void theWindowsFirstLineWinsATie() {
    List<LineHeads> lines =
        List.of(
            new LineHeads("b", Optional.empty(), head(2, 3)),
            new LineHeads("a", Optional.empty(), head(1, 3)));
    assertEquals(Optional.of(new Chosen(id(2), "b", false, 0)), CallChoice.next(lines, 0));
  }

  @Test
  void priorityGoesAheadTwiceThenSomeoneElse() {
    List<LineHeads> lines =
        List.of(
            new LineHeads("a", head(1, 8), head(2, 1)), new LineHeads("b", head(3, 7), head(4, 0)));
    assertEquals(Optional.of(new Chosen(id(3), "b", true, 1)), CallChoice.next(lines, 0));
    assertEquals(Optional.of(new Chosen(id(3), "b", true, 2)), CallChoice.next(lines, 1));
    assertEquals(Optional.of(new Chosen(id(4), "b", false, 0)), CallChoice.next(lines, 2));
  }

  @Test
  void priorityAloneGoesOnWithoutEnd() {
    List<LineHeads> lines = List.of(new LineHeads("a", head(1, 8), Optional.empty()));
    assertEquals(Optional.of(new Chosen(id(1), "a", true, 2)), CallChoice.next(lines, 2));
  }

  /**
   * However many come with priority, and however they spread over the lines, a ticket is called at
   * the latest after three calls for each one of its kind before it and for itself.
   */
  @Property(tries = 300)
  void nobodyWaitsForEver(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 5) Integer> waiting,
      @ForAll @IntRange(max = 2) int run,
      @ForAll @IntRange(min = 1, max = 3) int lines,
      @ForAll boolean watchedHasPriority) {
    List<Waiting> queue = new ArrayList<>();
    int ahead = 0;
    for (int i = 0; i < waiting.size(); i++) {
      boolean priority = waiting.get(i) % 2 == 0;
      queue.add(new Waiting(id(i), waiting.get(i) % lines, priority, NINE.plusSeconds(i)));
      ahead += priority == watchedHasPriority ? 1 : 0;
    }
    int next = waiting.size();
    UUID watched = id(next);
    queue.add(new Waiting(watched, 0, watchedHasPriority, NINE.plusSeconds(next)));
    int calls = 0;
    int inARow = run;
    boolean called = false;
    while (!called) {
      // Between any two calls one more comes with priority and one without.
      for (boolean priority : new boolean[] {true, false}) {
        next++;
        queue.add(new Waiting(id(next), next % lines, priority, NINE.plusSeconds(next)));
      }
      Chosen chosen = CallChoice.next(heads(queue, lines), inARow).orElseThrow();
      inARow = chosen.priorityRun();
      queue.removeIf(ticket -> ticket.id().equals(chosen.ticket()));
      called = chosen.ticket().equals(watched);
      calls++;
      assertTrue(calls <= 3 * (ahead + 1), "not called within " + calls);
    }
  }

  private record Waiting(UUID id, int line, boolean priority, Instant issuedAt) {}

  private static List<LineHeads> heads(List<Waiting> queue, int lines) {
    List<LineHeads> heads = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      heads.add(new LineHeads("line" + line, first(queue, line, true), first(queue, line, false)));
    }
    return heads;
  }

  private static Optional<Head> first(List<Waiting> queue, int line, boolean priority) {
    return queue.stream()
        .filter(ticket -> ticket.line() == line && ticket.priority() == priority)
        .min(Comparator.comparing(Waiting::issuedAt))
        .map(ticket -> new Head(ticket.id(), ticket.issuedAt()));
  }

  private static Optional<Head> head(int id, int minute) {
    return Optional.of(new Head(id(id), NINE.plusSeconds(60L * minute)));
  }

  private static UUID id(int i) {
    return new UUID(0, i);
  }
}
