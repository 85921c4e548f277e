package cn.wuyouhall.station;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.Paper;
import cn.wuyouhall.domain.devices.TicketPrinter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A printer whose outcomes are written before; without one left it prints. */
final class ScriptedPrinter implements TicketPrinter {
  private final Deque<Supplier<PrintResult>> script = new ArrayDeque<>();
  private final List<Paper> asked = new ArrayList<>();

  void next(PrintResult result) {
    script.add(() -> result);
  }

  void next(Supplier<PrintResult> result) {
    script.add(result);
  }

  /** Papers it was asked for. */
  List<Paper> asked() {
    return asked;
  }

  /** The large line of the paper asked for last: the number. */
  String number() {
    return asked.getLast().parts().stream()
        .filter(part -> part instanceof Paper.Part.Text text && text.bold())
        .map(part -> ((Paper.Part.Text) part).text())
        .findFirst()
        .orElseThrow();
  }

  @Override
  public PrintResult print(Paper paper) {
    asked.add(paper);
    return script.isEmpty() ? new PrintResult.Printed() : script.poll().get();
  }

  @Override
  public DeviceState state() {
    return new DeviceState(DeviceState.Health.GOOD, "", java.util.Optional.empty());
  }

  @Override
  public void onState(Consumer<DeviceState> listener) {
    listener.accept(state());
  }

  @Override
  public void close() {}
}
