package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.queue.TicketState;
import cn.wuyouhall.station.GuideTickets.Found;
import cn.wuyouhall.station.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The ticket the guide looks at, and the other ones its holder has today. FX thread.
 *
 * <p>What may be done with it is asked here first, so that a key can be grey; the hall decides.
 */
final class ShownTicket {
  private final Around around;
  private final Session guide;
  private final ReadOnlyObjectWrapper<List<Ticket>> found = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Ticket>> ticket =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  ShownTicket(Around around, Session guide) {
    this.around = around;
    this.guide = guide;
  }

  /** One of these, an open one where there is one; none forgets the ticket shown before. */
  void show(List<Ticket> tickets) {
    found.set(tickets.size() > 1 ? tickets : List.of());
    ticket.set(tickets.stream().min(Comparator.comparing(one -> one.state().isFinal())));
  }

  /** This one, beside the others that were found. */
  void select(Ticket one) {
    ticket.set(Optional.of(one));
  }

  void forget() {
    show(List.of());
  }

  /** Reads it again: it may have changed with the hall. */
  void lookAgain() {
    Optional<Ticket> before = ticket.get();
    before.ifPresent(shown ->
        around
            .work()
            .run(() -> around.jobs().find(guide, shown.number().shown()))
            .then(answer -> {
              if (answer instanceof Found.Tickets(var there) && ticket.get().equals(before)) {
                there.stream()
                    .filter(one -> one.id().equals(shown.id()))
                    .findFirst()
                    .ifPresent(this::select);
              }
            }));
  }

  Optional<Ticket> toReplace() {
    return ticket.get().filter(one -> one.state() == TicketState.VOID || one.unconfirmed());
  }

  Optional<Ticket> toConfirm() {
    return ticket.get().filter(Ticket::unconfirmed);
  }

  Optional<Ticket> toTakeBack() {
    return ticket.get().filter(one -> one.state() == TicketState.WAITING || one.unconfirmed());
  }

  /** The tickets of one person, where there are several. */
  ReadOnlyObjectProperty<List<Ticket>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Ticket>> ticketProperty() {
    return ticket.getReadOnlyProperty();
  }
}
