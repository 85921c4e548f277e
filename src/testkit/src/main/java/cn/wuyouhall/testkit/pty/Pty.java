package cn.wuyouhall.testkit.pty;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Structure;
import java.io.IOException;
import java.util.Arrays;

/**
 * A pseudo-terminal in raw mode. The test holds the far end (master); the code under test opens
 * {@link #path()} as its serial port. Linux only.
 *
 * <p>The far end polls before it reads: a thread that sits in a plain read keeps the terminal from
 * closing.
 */
public final class Pty implements AutoCloseable {
  private static final int O_RDWR = 2;
  private static final int O_NOCTTY = 0x100;
  private static final short POLLIN = 1;

  private final int master;
  private final String path;
  private boolean closed;

  private Pty(int master, String path) {
    this.master = master;
    this.path = path;
  }

  /** Makes a new one. */
  public static Pty open() {
    int master = C.posix_openpt(O_RDWR | O_NOCTTY);
    C.grantpt(master);
    C.unlockpt(master);
    byte[] name = new byte[128];
    C.ptsname_r(master, name, name.length);
    String path = Native.toString(name);
    int slave = C.open(path, O_RDWR | O_NOCTTY);
    byte[] modes = new byte[256];
    C.tcgetattr(slave, modes);
    C.cfmakeraw(modes);
    C.tcsetattr(slave, 0, modes);
    C.close(slave);
    return new Pty(master, path);
  }

  /** The absolute path to open as a serial port. */
  public String path() {
    return path;
  }

  /** What came within {@code millis}; empty when nothing did. */
  public byte[] read(int millis) throws IOException {
    PollFd poll = new PollFd();
    poll.fd = master;
    poll.events = POLLIN;
    try {
      if (C.poll(poll, 1, millis) <= 0 || (poll.revents & POLLIN) == 0) {
        return new byte[0];
      }
      byte[] chunk = new byte[4096];
      int count = C.read(master, chunk, chunk.length);
      return Arrays.copyOf(chunk, Math.max(0, count));
    } catch (LastErrorException e) {
      throw new IOException("far end of " + path, e);
    }
  }

  /** Says these bytes; blocks while the near end takes none. */
  public void write(byte... bytes) throws IOException {
    int done = 0;
    try {
      while (done < bytes.length) {
        byte[] rest = Arrays.copyOfRange(bytes, done, bytes.length);
        done += C.write(master, rest, rest.length);
      }
    } catch (LastErrorException e) {
      throw new IOException("far end of " + path, e);
    }
  }

  /** Pulls the cable: the near end's port is gone for good. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      C.close(master);
    }
  }

  /** {@code struct pollfd}. */
  @Structure.FieldOrder({"fd", "events", "revents"})
  public static final class PollFd extends Structure {
    /** The open file. */
    public int fd;

    /** What to wait for. */
    public short events;

    /** What happened. */
    public short revents;
  }

  /** The C library, by direct mapping. */
  private static final class C {
    static {
      Native.register(C.class, "c");
    }

    private C() {}

    static native int posix_openpt(int flags) throws LastErrorException;

    static native int grantpt(int fd) throws LastErrorException;

    static native int unlockpt(int fd) throws LastErrorException;

    static native int ptsname_r(int fd, byte[] name, int length) throws LastErrorException;

    static native int open(String path, int flags) throws LastErrorException;

    static native int close(int fd) throws LastErrorException;

    static native int tcgetattr(int fd, byte[] modes) throws LastErrorException;

    static native void cfmakeraw(byte[] modes);

    static native int tcsetattr(int fd, int when, byte[] modes) throws LastErrorException;

    static native int poll(PollFd fds, int count, int millis) throws LastErrorException;

    static native int read(int fd, byte[] into, int count) throws LastErrorException;

    static native int write(int fd, byte[] from, int count) throws LastErrorException;
  }
}
