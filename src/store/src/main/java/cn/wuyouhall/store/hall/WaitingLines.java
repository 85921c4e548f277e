package cn.wuyouhall.store.hall;

import cn.wuyouhall.domain.queue.CallChoice;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The lines of one window, played forward by the rule that chooses: the list a clerk sees is the
 * order that comes.
 */
final class WaitingLines {
  private final List<String> order = new ArrayList<>();
  private final Map<String, Deque<Ticket>> priority = new HashMap<>();
  private final Map<String, Deque<Ticket>> ordinary = new HashMap<>();
  private final Map<UUID, Ticket> byId = new HashMap<>();

  void add(String line, List<TicketRows.Held> waiting) {
    order.add(line);
    priority.put(line, new ArrayDeque<>());
    ordinary.put(line, new ArrayDeque<>());
    for (TicketRows.Held held : waiting) {
      Ticket ticket = held.ticket();
      (ticket.priority() == Priority.NONE ? ordinary : priority).get(line).add(ticket);
      byId.put(ticket.id(), ticket);
    }
  }

  List<Ticket> inOrder(int priorityRun, int most) {
    List<Ticket> chosen = new ArrayList<>();
    int run = priorityRun;
    while (chosen.size() < most) {
      Optional<CallChoice.Chosen> next = CallChoice.next(heads(), run);
      if (next.isEmpty()) {
        break;
      }
      run = next.get().priorityRun();
      (next.get().priority() ? priority : ordinary).get(next.get().line()).remove();
      chosen.add(byId.get(next.get().ticket()));
    }
    return chosen;
  }

  private List<CallChoice.LineHeads> heads() {
    return order.stream()
        .map(line ->
            new CallChoice.LineHeads(line, head(priority.get(line)), head(ordinary.get(line))))
        .toList();
  }

  private static Optional<CallChoice.Head> head(Deque<Ticket> line) {
    return Optional.ofNullable(line.peek())
        .map(ticket -> new CallChoice.Head(ticket.id(), ticket.issuedAt()));
  }
}
