package cn.wuyouhall.virtual.panel;

import cn.wuyouhall.virtual.DeviceCommands;
import cn.wuyouhall.virtual.VirtualHallDevices;
import cn.wuyouhall.virtual.device.Device;
import cn.wuyouhall.virtual.device.PluggedDevice;
import cn.wuyouhall.virtual.device.VirtualIdReader;
import cn.wuyouhall.virtual.device.VirtualPad;
import cn.wuyouhall.virtual.device.VirtualWindowDisplay;
import cn.wuyouhall.virtual.printer.PrintedPaper;
import cn.wuyouhall.virtual.printer.VirtualTicketPrinter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What the panel knows, without nodes: reads the devices' state and acts by commands. Both may wait
 * for a device; not for the FX thread.
 */
final class PanelModel {
  private final VirtualHallDevices hall;
  private final DeviceCommands commands;
  private final ObjectMapper json = new ObjectMapper();

  PanelModel(VirtualHallDevices hall, DeviceCommands commands) {
    this.hall = hall;
    this.commands = commands;
  }

  /** The names of all devices of that type, in the order of the layout. */
  List<String> names(Class<? extends Device> type) {
    return hall.plugged().stream()
        .filter(p -> type.isInstance(p.device()))
        .map(PluggedDevice::name)
        .toList();
  }

  /** Carries out a command; the refusal in words, or nothing when it was done. */
  Optional<String> act(String command) {
    try {
      JsonNode answer = json.readTree(commands.execute(command));
      return answer.path("ok").asBoolean()
          ? Optional.empty()
          : Optional.of(answer.path("error").asText());
    } catch (JsonProcessingException e) {
      return Optional.of(e.getOriginalMessage());
    }
  }

  /** What there is to see now. */
  PanelState look() {
    Map<String, Boolean> plugged = new LinkedHashMap<>();
    hall.plugged().forEach(p -> plugged.put(p.name(), p.plugged()));
    return new PanelState(
        plugged,
        each(VirtualIdReader.class, PanelModel::reader),
        hall.find(VirtualTicketPrinter.class).map(PanelModel::printer).orElse("full"),
        each(VirtualPad.class, pad -> word(pad.state())),
        each(VirtualWindowDisplay.class, VirtualWindowDisplay::text),
        hall.find(VirtualTicketPrinter.class).map(PanelModel::lastPaper).orElse(null));
  }

  private <D extends Device, S> Map<String, S> each(Class<D> type, Function<D, S> state) {
    Map<String, S> states = new LinkedHashMap<>();
    BiConsumer<String, D> add = (name, device) -> states.put(name, state.apply(device));
    names(type)
        .forEach(name -> hall.find(type, name).ifPresent(device -> add.accept(name, device)));
    return states;
  }

  private static PanelState.Reader reader(VirtualIdReader reader) {
    var card = reader.card();
    return new PanelState.Reader(card == null ? "" : card.name(), word(reader.stage()));
  }

  private static String printer(VirtualTicketPrinter printer) {
    if (printer.mode() == VirtualTicketPrinter.Mode.SILENT) {
      return "off";
    }
    if (printer.coverOpen()) {
      return "cover";
    }
    return printer.runsOutSoon() ? "ending" : word(printer.roll());
  }

  private static PanelState.Paper lastPaper(VirtualTicketPrinter printer) {
    for (PrintedPaper printed : printer.papers().reversed()) {
      if (printed.png() != null && Files.exists(printed.png())) {
        String code = printed.paper().qrs().isEmpty() ? "" : printed.paper().qrs().getFirst();
        return new PanelState.Paper(
            printed.number(), printed.png(), code, printed.paper().missingGlyphs());
      }
    }
    return null;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
