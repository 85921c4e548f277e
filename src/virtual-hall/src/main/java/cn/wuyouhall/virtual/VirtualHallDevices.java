package cn.wuyouhall.virtual;

import cn.wuyouhall.virtual.device.Device;
import cn.wuyouhall.virtual.device.PluggedDevice;
import cn.wuyouhall.virtual.device.VirtualIdReader;
import cn.wuyouhall.virtual.device.VirtualPad;
import cn.wuyouhall.virtual.device.VirtualScanner;
import cn.wuyouhall.virtual.device.VirtualWindowDisplay;
import cn.wuyouhall.virtual.printer.VirtualTicketPrinter;
import cn.wuyouhall.virtual.wire.PtyWire;
import cn.wuyouhall.virtual.wire.TcpWire;
import cn.wuyouhall.virtual.wire.Waiter;
import cn.wuyouhall.virtual.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All virtual devices of one hall, each at its line. Open it, give the {@link #lines} to the
 * station's settings, and act on the devices as a person would. Safe for several threads; closing
 * ends every thread and removes the lines.
 */
public final class VirtualHallDevices implements AutoCloseable {
  private final Map<String, PluggedDevice<?>> devices = new LinkedHashMap<>();

  private VirtualHallDevices() {}

  /** Makes all lines and starts all devices; when one line cannot be made, none is left behind. */
  public static VirtualHallDevices open(HallLayout layout) throws IOException {
    return open(layout, Waiter.real());
  }

  /** The same with its own time, for tests. */
  public static VirtualHallDevices open(HallLayout layout, Waiter waiter) throws IOException {
    VirtualHallDevices hall = new VirtualHallDevices();
    boolean complete = false;
    try {
      for (HallLayout.Slot slot : layout.slots()) {
        // First what may fail and leaves nothing behind.
        Device device = hall.device(slot, layout.papers());
        Wire wire =
            layout.tcp()
                ? TcpWire.open(slot.port())
                : PtyWire.open(layout.lines().resolve(slot.name()));
        hall.devices.put(
            slot.name(),
            new PluggedDevice<>(slot.name(), device, wire, slot.baud(), layout.speed(), waiter));
      }
      complete = true;
      return hall;
    } finally {
      if (!complete) {
        hall.close();
      }
    }
  }

  private Device device(HallLayout.Slot slot, Path papers) throws IOException {
    return switch (slot.kind()) {
      case TICKET_PRINTER -> {
        boolean first = find(VirtualTicketPrinter.class).isEmpty();
        Path folder = papers == null || first ? papers : papers.resolve(slot.name());
        if (folder != null) {
          Files.createDirectories(folder);
        }
        yield new VirtualTicketPrinter(folder);
      }
      case ID_READER -> new VirtualIdReader();
      case SCANNER -> new VirtualScanner();
      case RATING_PAD -> new VirtualPad();
      case WINDOW_DISPLAY -> new VirtualWindowDisplay();
    };
  }

  /** Each device's line as {@code hall.toml} names it, by the device's name. */
  public Map<String, String> lines() {
    Map<String, String> lines = new LinkedHashMap<>();
    devices.forEach((name, plugged) -> lines.put(name, plugged.line()));
    return lines;
  }

  /** The devices at their wires, in the order of the layout. */
  public Collection<PluggedDevice<?>> plugged() {
    return List.copyOf(devices.values());
  }

  /** The device of that name at its wire. */
  public Optional<PluggedDevice<?>> plugged(String name) {
    return Optional.ofNullable(devices.get(name));
  }

  /** The first device of that type. */
  public <D extends Device> Optional<D> find(Class<D> type) {
    return devices.values().stream()
        .map(PluggedDevice::device)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  /** The device of that name and type. */
  public <D extends Device> Optional<D> find(Class<D> type, String name) {
    return plugged(name).map(PluggedDevice::device).filter(type::isInstance).map(type::cast);
  }

  /** The first ticket printer. */
  public VirtualTicketPrinter printer() {
    return find(VirtualTicketPrinter.class).orElseThrow();
  }

  /** The first card reader, the kiosk's. */
  public VirtualIdReader reader() {
    return find(VirtualIdReader.class).orElseThrow();
  }

  /** The first scanner, the kiosk's. */
  public VirtualScanner scanner() {
    return find(VirtualScanner.class).orElseThrow();
  }

  /** The first rating pad. */
  public VirtualPad pad() {
    return find(VirtualPad.class).orElseThrow();
  }

  /** The first window strip. */
  public VirtualWindowDisplay led() {
    return find(VirtualWindowDisplay.class).orElseThrow();
  }

  @Override
  public void close() {
    List<PluggedDevice<?>> open = new ArrayList<>(devices.values());
    for (PluggedDevice<?> plugged : open.reversed()) {
      plugged.close();
      if (plugged.device() instanceof VirtualTicketPrinter printer) {
        printer.close();
      }
    }
  }
}
