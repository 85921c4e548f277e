package cn.wuyouhall.devices.line;

import cn.wuyouhall.devices.state.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Lines without hardware: the far end is held by the test. Every other kind of line is opened as on
 * this machine.
 */
public final class MemoryWires implements Wires {
  private final Map<String, FarEnd> ends = new ConcurrentHashMap<>();

  /** The far end of {@code memory:NAME}; there before and after any wire to it. */
  public FarEnd end(String name) {
    return ends.computeIfAbsent(name, _ -> new FarEnd());
  }

  @Override
  public Opening open(LineSpec spec) {
    return spec instanceof LineSpec.Memory(String name)
        ? end(name).open()
        : Wires.ofThisMachine().open(spec);
  }

  /** What the device's side of the wire does. Safe for any thread. */
  public static final class FarEnd {
    private final ByteArrayOutputStream toUs = new ByteArrayOutputStream();
    private final ByteArrayOutputStream toDevice = new ByteArrayOutputStream();
    private Trouble refusal;
    private boolean stalled;
    private NearEnd present;
    private int openings;
    private int closings;
    private Consumer<byte[]> device = _ -> {};

    /** Plays a device: hears every write, on the writer's thread. */
    public synchronized void play(Consumer<byte[]> hears) {
      device = hears;
    }

    /** The device says these bytes. */
    public synchronized void say(byte... bytes) {
      toUs.writeBytes(bytes);
      notifyAll();
    }

    /** All bytes the device has been sent since the last call. */
    public synchronized byte[] takeHeard() {
      byte[] heard = toDevice.toByteArray();
      toDevice.reset();
      return heard;
    }

    /** Whether all that the device said has been read. */
    public synchronized boolean isHeardOut() {
      return toUs.size() == 0;
    }

    /** The cable is pulled: every sign of it comes {@code signs} times. */
    public void cut(int signs) {
      NearEnd end;
      synchronized (this) {
        end = present;
        toUs.reset();
      }
      if (end != null) {
        for (int i = 0; i < signs; i++) {
          end.gone.run();
        }
      }
    }

    /** From now on opening fails so; null: succeeds. */
    public synchronized void refuse(Trouble trouble) {
      refusal = trouble;
    }

    /** From now on the device takes no bytes: writes hang until the wire is closed. */
    public synchronized void stall(boolean stalls) {
      stalled = stalls;
      notifyAll();
    }

    /** How many times a wire was opened. */
    public synchronized int openings() {
      return openings;
    }

    /** How many times a wire was closed. */
    public synchronized int closings() {
      return closings;
    }

    private synchronized Opening open() {
      if (refusal != null) {
        return new Opening.NotOpened(refusal);
      }
      openings++;
      present = new NearEnd(this);
      return new Opening.Opened(present);
    }
  }

  private static final class NearEnd implements Wire {
    private final FarEnd far;
    private volatile Runnable gone = () -> {};
    private boolean closed;

    NearEnd(FarEnd far) {
      this.far = far;
    }

    @Override
    public void whenGone(Runnable run) {
      gone = run;
    }

    @Override
    public int read(byte[] into) throws IOException {
      synchronized (far) {
        try {
          if (far.toUs.size() == 0 && !closed) {
            far.wait(READ_WAIT_MS);
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return -1;
        }
        byte[] all = far.toUs.toByteArray();
        int count = Math.min(all.length, into.length);
        System.arraycopy(all, 0, into, 0, count);
        far.toUs.reset();
        far.toUs.writeBytes(Arrays.copyOfRange(all, count, all.length));
        return count == 0 && closed ? -1 : count;
      }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      Consumer<byte[]> hears;
      synchronized (far) {
        try {
          while (far.stalled && !closed) {
            far.wait();
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted", e);
        }
        if (closed) {
          throw new IOException("closed");
        }
        far.toDevice.writeBytes(bytes);
        hears = far.device;
      }
      hears.accept(bytes);
    }

    @Override
    public void close() {
      synchronized (far) {
        if (!closed) {
          closed = true;
          far.closings++;
          far.notifyAll();
        }
      }
    }
  }
}
