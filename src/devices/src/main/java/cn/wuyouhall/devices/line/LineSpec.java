package cn.wuyouhall.devices.line;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a device is: {@code serial:/dev/ttyUSB0?baud=115200}, {@code tcp:HOST:PORT}, {@code
 * file:PATH}, {@code memory:NAME} (tests), {@code speaker:} (the machine's own sound output).
 */
public sealed interface LineSpec {
  /** The baud rate of a serial line that names none, unless its model has another. */
  int USUAL_BAUD = 9600;

  /**
   * A serial port. 8 data bits and 1 stop bit unless said otherwise; a pseudo-terminal ignores all
   * of it.
   *
   * @param port absolute path of the device file, or {@code COM3}
   * @param baud bits per second
   * @param dataBits 5 to 8
   * @param stopBits 1 or 2
   * @param parity the parity bit
   * @param flow what holds the sender back
   */
  record Serial(String port, int baud, int dataBits, int stopBits, Parity parity, Flow flow)
      implements LineSpec {
    @Override
    public String toString() {
      return "serial:%s?baud=%d".formatted(port, baud);
    }
  }

  /** A device behind a network address; we connect. */
  record Tcp(String host, int port) implements LineSpec {
    @Override
    public String toString() {
      return "tcp:%s:%d".formatted(host, port);
    }
  }

  /** A file that bytes are appended to, or a folder for models that write whole files. */
  record ToFile(Path path) implements LineSpec {
    @Override
    public String toString() {
      return "file:" + path;
    }
  }

  /** A line inside this process, for tests. */
  record Memory(String name) implements LineSpec {
    @Override
    public String toString() {
      return "memory:" + name;
    }
  }

  /** The machine's own sound output. */
  record Speaker() implements LineSpec {
    @Override
    public String toString() {
      return "speaker:";
    }
  }

  /** The parity bit. */
  enum Parity {
    NONE,
    ODD,
    EVEN,
    MARK,
    SPACE
  }

  /** What holds the sender back. */
  enum Flow {
    NONE,
    RTSCTS,
    XONXOFF,
    DTRDSR
  }

  /** What became of a text that should name a line. */
  sealed interface Reading {
    /** It names one. */
    record Understood(LineSpec spec) implements Reading {}

    /**
     * It does not.
     *
     * @param code stable; its sentence is {@code device.problem.CODE}, with the two values below
     * @param value the piece that is wrong
     * @param allowed what may stand there instead
     */
    record NotUnderstood(String code, String value, List<String> allowed) implements Reading {}
  }

  /** Reads {@code text} with {@link #USUAL_BAUD}. */
  static Reading parse(String text) {
    return parse(text, USUAL_BAUD);
  }

  /** Reads {@code text}; a serial line without a baud rate gets {@code baud}. */
  static Reading parse(String text, int baud) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return wrong("LINE_KIND", text, "serial:", "tcp:", "file:", "speaker:");
    }
    String rest = text.substring(colon + 1);
    return switch (text.substring(0, colon)) {
      case "serial" -> serial(rest, baud);
      case "tcp" -> tcp(rest);
      case "file" -> file(rest);
      case "memory" ->
          rest.isBlank() ? wrong("LINE_EMPTY", text, "memory:NAME") : understood(new Memory(rest));
      case "speaker" -> understood(new Speaker());
      default ->
          wrong("LINE_KIND", text.substring(0, colon), "serial:", "tcp:", "file:", "speaker:");
    };
  }

  private static Reading serial(String rest, int usualBaud) {
    int mark = rest.indexOf('?');
    String port = mark < 0 ? rest : rest.substring(0, mark);
    if (port.isBlank()) {
      return wrong("LINE_EMPTY", "serial:" + rest, "serial:/dev/ttyUSB0?baud=9600", "serial:COM3");
    }
    int baud = usualBaud;
    int data = 8;
    int stop = 1;
    Parity parity = Parity.NONE;
    Flow flow = Flow.NONE;
    for (Map.Entry<String, String> option :
        options(mark < 0 ? "" : rest.substring(mark + 1)).entrySet()) {
      String value = option.getValue();
      switch (option.getKey()) {
        case "baud" -> {
          baud = number(value, 50, 4_000_000);
          if (baud < 0) {
            return wrong("LINE_BAUD", value, "9600", "19200", "38400", "57600", "115200");
          }
        }
        case "data" -> {
          data = number(value, 5, 8);
          if (data < 0) {
            return wrong("LINE_DATA_BITS", value, "5", "6", "7", "8");
          }
        }
        case "stop" -> {
          stop = number(value, 1, 2);
          if (stop < 0) {
            return wrong("LINE_STOP_BITS", value, "1", "2");
          }
        }
        case "parity" -> {
          parity = named(Parity.values(), value);
          if (parity == null) {
            return wrong("LINE_PARITY", value, "none", "odd", "even", "mark", "space");
          }
        }
        case "flow" -> {
          flow = named(Flow.values(), value);
          if (flow == null) {
            return wrong("LINE_FLOW", value, "none", "rtscts", "xonxoff", "dtrdsr");
          }
        }
        default -> {
          return wrong("LINE_OPTION", option.getKey(), "baud", "data", "stop", "parity", "flow");
        }
      }
    }
    return understood(new Serial(port, baud, data, stop, parity, flow));
  }

  private static Reading tcp(String rest) {
    int colon = rest.lastIndexOf(':');
    int port = colon < 0 ? -1 : number(rest.substring(colon + 1), 1, 65_535);
    if (colon <= 0 || port < 0) {
      return wrong("LINE_TCP", "tcp:" + rest, "tcp:HOST:PORT");
    }
    return understood(new Tcp(rest.substring(0, colon), port));
  }

  private static Reading file(String rest) {
    if (rest.isBlank()) {
      return wrong("LINE_EMPTY", "file:", "file:PATH");
    }
    try {
      return understood(new ToFile(Path.of(rest)));
    } catch (InvalidPathException e) {
      return wrong("LINE_FILE", rest, "file:PATH");
    }
  }

  private static Map<String, String> options(String text) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : text.split("&", -1)) {
      int equals = option.indexOf('=');
      if (equals >= 0) {
        options.put(option.substring(0, equals), option.substring(equals + 1));
      } else if (!option.isEmpty()) {
        options.put(option, "");
      }
    }
    return options;
  }

  private static int number(String text, int least, int most) {
    if (!text.matches("\\d{1,7}")) {
      return -1;
    }
    int value = Integer.parseInt(text);
    return value < least || value > most ? -1 : value;
  }

  private static <E extends Enum<E>> E named(E[] values, String text) {
    for (E value : values) {
      if (value.name().equalsIgnoreCase(text)) {
        return value;
      }
    }
    return null;
  }

  private static Reading understood(LineSpec spec) {
    return new Reading.Understood(spec);
  }

  private static Reading wrong(String code, String value, String... allowed) {
    return new Reading.NotUnderstood(code, value, List.of(allowed));
  }
}
