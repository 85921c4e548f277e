package cn.wuyouhall.devices.line;

import cn.wuyouhall.devices.state.Trouble;
import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A serial port, or a pseudo-terminal by its absolute path, through jSerialComm.
 *
 * <p>What that library does on Linux and this class lives with: after an unplug it sends hundreds
 * of disconnect events while {@code isOpen()} stays true, or none at all; a write to a stuck port
 * never returns whatever time-out is set; a read from a dead one returns at once, for ever, with
 * nothing. So the events only set a latch, reads that come back empty too fast count as a cut, and
 * closing happens on a thread of the line's own.
 */
final class SerialWire implements Wire {
  private static final int EACCES = 13;
  private static final int EAGAIN = 11;
  private static final int EBUSY = 16;
  private static final int ENOENT = 2;
  private static final int HASTY_READS = 20;
  private static final long HASTY_NANOS = TimeUnit.MILLISECONDS.toNanos(READ_WAIT_MS / 4);

  private final SerialPort port;
  private int hasty;

  private SerialWire(SerialPort port) {
    this.port = port;
  }

  static Wires.Opening open(LineSpec.Serial spec) {
    Path device = Path.of(spec.port());
    if (device.isAbsolute()) {
      if (!Files.exists(device)) {
        return new Wires.Opening.NotOpened(Trouble.NO_PORT);
      }
      if (!Files.isReadable(device) || !Files.isWritable(device)) {
        return new Wires.Opening.NotOpened(Trouble.NO_PERMISSION);
      }
    }
    SerialPort port;
    try {
      port = SerialPort.getCommPort(spec.port());
    } catch (SerialPortInvalidPortException e) {
      return new Wires.Opening.NotOpened(Trouble.NO_PORT);
    }
    port.setComPortParameters(
        spec.baud(), spec.dataBits(), spec.stopBits() == 2 ? 3 : 1, parity(spec.parity()));
    port.setFlowControl(flow(spec.flow()));
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_WAIT_MS, 0);
    if (!port.openPort()) {
      return new Wires.Opening.NotOpened(refusal(device, port.getLastErrorCode()));
    }
    return new Wires.Opening.Opened(new SerialWire(port));
  }

  private static Trouble refusal(Path device, int error) {
    return switch (error) {
      case EACCES -> Trouble.NO_PERMISSION;
      // Held by this very process, a port that is there is reported as "no such file".
      case ENOENT -> Files.exists(device) ? Trouble.IN_USE : Trouble.NO_PORT;
      case EBUSY, EAGAIN -> Trouble.IN_USE;
      default -> Trouble.OPEN_FAILED;
    };
  }

  private static int parity(LineSpec.Parity parity) {
    return switch (parity) {
      case NONE -> SerialPort.NO_PARITY;
      case ODD -> SerialPort.ODD_PARITY;
      case EVEN -> SerialPort.EVEN_PARITY;
      case MARK -> SerialPort.MARK_PARITY;
      case SPACE -> SerialPort.SPACE_PARITY;
    };
  }

  private static int flow(LineSpec.Flow flow) {
    return switch (flow) {
      case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
      case RTSCTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
      case DTRDSR -> SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED;
      case XONXOFF ->
          SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
    };
  }

  @Override
  public void whenGone(Runnable gone) {
    port.addDataListener(
        new SerialPortDataListener() {
          @Override
          public int getListeningEvents() {
            return SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
          }

          @Override
          public void serialEvent(SerialPortEvent event) {
            gone.run();
          }
        });
  }

  @Override
  public int read(byte[] into) throws IOException {
    long begun = System.nanoTime();
    int count = port.readBytes(into, into.length);
    if (count > 0) {
      hasty = 0;
      return count;
    }
    hasty = System.nanoTime() - begun < HASTY_NANOS ? hasty + 1 : 0;
    return count < 0 || hasty >= HASTY_READS ? -1 : 0;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    int done = 0;
    while (done < bytes.length) {
      int count = port.writeBytes(bytes, bytes.length - done, done);
      if (count <= 0) {
        throw new IOException("serial write ended after " + done + " of " + bytes.length);
      }
      done += count;
    }
  }

  @Override
  public void close() {
    port.closePort();
  }
}
