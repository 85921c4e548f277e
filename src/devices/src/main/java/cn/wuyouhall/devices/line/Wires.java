package cn.wuyouhall.devices.line;

import cn.wuyouhall.devices.state.Trouble;

/** Opens wires. One for the machine's real lines, one for memory in tests. */
@FunctionalInterface
public interface Wires {
  /** The result of trying to open. */
  sealed interface Opening {
    /** Open. */
    record Opened(Wire wire) implements Opening {}

    /** Not open, and why. */
    record NotOpened(Trouble trouble) implements Opening {}
  }

  /** Tries once; blocks for a few seconds at most. */
  Opening open(LineSpec spec);

  /** The machine's serial ports, network and files. */
  static Wires ofThisMachine() {
    return spec ->
        switch (spec) {
          case LineSpec.Serial serial -> SerialWire.open(serial);
          case LineSpec.Tcp tcp -> TcpWire.open(tcp);
          case LineSpec.ToFile file -> FileWire.open(file);
          case LineSpec.Memory _, LineSpec.Speaker _ -> new Opening.NotOpened(Trouble.NO_PORT);
        };
  }
}
