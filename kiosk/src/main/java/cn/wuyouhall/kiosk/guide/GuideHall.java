package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.kiosk.Reread;
import cn.wuyouhall.station.GuideTickets.LineNow;
import cn.wuyouhall.station.GuideTickets.Look;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.ui.UiTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The hall as the guide saw it last, and the desk's own printer. Read again with the news and every
 * twenty seconds; what was read stays while the hall database is away. FX thread.
 */
final class GuideHall {
  private static final Duration AGAIN = Duration.ofSeconds(20);

  private final Around around;
  private final Session guide;
  private final Reread<Seen> reread;
  private final UiTimers.Timer again;
  private final ReadOnlyObjectWrapper<Optional<Look>> look =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Instant>> awaySince =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<DeviceState> printer =
      new ReadOnlyObjectWrapper<>(new DeviceState(DeviceState.Health.GOOD, "", Optional.empty()));

  private record Seen(Optional<Look> look, DeviceState printer) {}

  GuideHall(Around around, Session guide) {
    this.around = around;
    this.guide = guide;
    this.reread = new Reread<>(around.work(), this::read, this::show, () -> {});
    this.again = around.timers().every(AGAIN, this::refresh);
  }

  /** Reads it again, off this thread. */
  void refresh() {
    reread.now();
  }

  /** Nothing is read any more by itself. */
  void close() {
    again.stop();
  }

  private Seen read() {
    DeviceState printerNow = around.jobs().printer();
    try {
      return new Seen(Optional.of(around.jobs().look(guide)), printerNow);
    } catch (HallUnavailable away) {
      return new Seen(Optional.empty(), printerNow);
    }
  }

  private void show(Seen seen) {
    printer.set(seen.printer());
    boolean away = seen.look().isEmpty();
    if (away != isAway()) {
      awaySince.set(away ? Optional.of(around.clock().instant()) : Optional.empty());
    }
    if (!away) {
      look.set(seen.look());
    }
  }

  /** The lines in the order of their keys. */
  List<LineNow> lines() {
    return look.get().map(Look::lines).orElse(List.of());
  }

  boolean isAway() {
    return awaySince.get().isPresent();
  }

  ReadOnlyObjectProperty<Optional<Look>> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /** Since when the hall database has not answered. */
  ReadOnlyObjectProperty<Optional<Instant>> awaySinceProperty() {
    return awaySince.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<DeviceState> printerProperty() {
    return printer.getReadOnlyProperty();
  }
}
