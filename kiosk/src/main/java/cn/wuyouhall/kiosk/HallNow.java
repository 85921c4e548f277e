package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.station.ShowLines.Offer;
import cn.wuyouhall.ui.Background;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The hall as the kiosk saw it last: its lines, and whether a number can be had. FX thread. */
public final class HallNow {
  private final KioskJobs jobs;
  private final Reread<Look> reread;
  private final ReadOnlyObjectWrapper<List<Offer>> offers = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper printerAway = new ReadOnlyBooleanWrapper();

  /** The lines, where the hall database answered, and whether the printer is away. */
  private record Look(Optional<List<Offer>> offers, boolean printerAway) {}

  HallNow(KioskJobs jobs, Background work) {
    this.jobs = jobs;
    this.reread = new Reread<>(work, this::look, this::show, () -> away.set(true));
  }

  /** The lines as last read; they stay when the hall database goes. */
  public ReadOnlyObjectProperty<List<Offer>> offersProperty() {
    return offers.getReadOnlyProperty();
  }

  /** Whether the hall database did not answer when asked last. */
  public ReadOnlyBooleanProperty awayProperty() {
    return away.getReadOnlyProperty();
  }

  /** Whether the ticket printer did not work when asked last. */
  public ReadOnlyBooleanProperty printerAwayProperty() {
    return printerAway.getReadOnlyProperty();
  }

  /** The line of an item as last read. */
  public Optional<Offer> offerFor(Item item) {
    return jobs.lineOf(item)
        .flatMap(
            id -> offers.get().stream().filter(offer -> offer.line().id().equals(id)).findFirst());
  }

  /** Reads it again, off this thread. */
  public void refresh() {
    reread.now();
  }

  private void show(Look look) {
    away.set(look.offers().isEmpty());
    printerAway.set(look.printerAway());
    look.offers().ifPresent(offers::set);
  }

  private Look look() {
    return new Look(readOffers(), jobs.printer().health() == DeviceState.Health.AWAY);
  }

  private Optional<List<Offer>> readOffers() {
    try {
      return Optional.of(jobs.offers());
    } catch (HallUnavailable noAnswer) {
      return Optional.empty();
    }
  }
}
