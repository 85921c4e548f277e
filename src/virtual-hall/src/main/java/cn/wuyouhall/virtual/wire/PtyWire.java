package cn.wuyouhall.virtual.wire;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A pseudo-terminal behind a symbolic link with a stable name, so that settings can say {@code
 * serial:DIR/printer}. Cutting closes the master (the program at the other end sees a hang-up) and
 * removes the link; plugging makes a new terminal under the same name.
 *
 * <p>Bytes for a terminal nobody has open are dropped, as on a real line; every read and write
 * polls first, since a blocked read would make closing hang.
 */
public final class PtyWire implements Wire {
  private static final int TERMIOS_ROOM = 256;
  private static final int WRITE_SLICE_MILLIS = 20;
  private static final int WRITE_SLICES = 50;
  private static final int CUT = -1;

  private final Path link;
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
  private int master = CUT;

  private PtyWire(Path link) {
    this.link = link;
  }

  /** Whether this machine has the pseudo-terminals this class knows (Linux). */
  public static boolean available() {
    return Platform.isLinux();
  }

  /** Makes the terminal and its link; an older link of that name is replaced. */
  public static PtyWire open(Path link) throws IOException {
    PtyWire wire = new PtyWire(link.toAbsolutePath());
    wire.plug();
    return wire;
  }

  @Override
  public String address() {
    return "serial:" + link;
  }

  /** The link's path. */
  public Path path() {
    return link;
  }

  @Override
  public int read(byte[] into, int max, int millis) {
    lock.readLock().lock();
    try {
      if (master == CUT) {
        return NOBODY;
      }
      int events = poll(LibC.POLLIN, millis);
      if ((events & LibC.POLLIN) != 0) {
        byte[] room = new byte[Math.min(max, into.length)];
        int n = (int) LibC.Loaded.C.read(master, room, room.length);
        System.arraycopy(room, 0, into, 0, Math.max(n, 0));
        return Math.max(n, NOBODY);
      }
      return (events & LibC.POLLHUP) != 0 ? NOBODY : 0;
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public boolean write(byte[] bytes) {
    int sent = 0;
    for (int slice = 0; slice < WRITE_SLICES && sent < bytes.length; slice++) {
      lock.readLock().lock();
      try {
        if (master == CUT) {
          return false;
        }
        int events = poll(LibC.POLLOUT, WRITE_SLICE_MILLIS);
        if ((events & LibC.POLLHUP) != 0) {
          return false;
        }
        if ((events & LibC.POLLOUT) != 0) {
          byte[] rest = Arrays.copyOfRange(bytes, sent, bytes.length);
          sent += (int) Math.max(LibC.Loaded.C.write(master, rest, rest.length), 0);
        }
      } finally {
        lock.readLock().unlock();
      }
    }
    return sent == bytes.length;
  }

  private int poll(short events, int millis) {
    LibC.PollFd poll = new LibC.PollFd();
    poll.fd = master;
    poll.events = events;
    return LibC.Loaded.C.poll(poll, 1, millis) > 0 ? poll.revents : 0;
  }

  @Override
  public void cut() {
    lock.writeLock().lock();
    try {
      if (master != CUT) {
        Files.deleteIfExists(link);
        LibC.Loaded.C.close(master);
        master = CUT;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + link, e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void plug() throws IOException {
    lock.writeLock().lock();
    try {
      if (master == CUT) {
        int fd = openMaster();
        try {
          Path slave = slaveOf(fd);
          makeRaw(slave);
          point(slave);
          master = fd;
        } finally {
          if (master == CUT) {
            LibC.Loaded.C.close(fd);
          }
        }
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private static int openMaster() throws IOException {
    int fd =
        LibC.Loaded.C.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK | LibC.O_CLOEXEC);
    check(fd, "posix_openpt");
    return fd;
  }

  private static Path slaveOf(int fd) throws IOException {
    check(LibC.Loaded.C.grantpt(fd), "grantpt");
    check(LibC.Loaded.C.unlockpt(fd), "unlockpt");
    byte[] name = new byte[128];
    check(-LibC.Loaded.C.ptsname_r(fd, name, name.length), "ptsname_r");
    return Path.of(Native.toString(name, StandardCharsets.US_ASCII));
  }

  /**
   * No echo, no line editing, every byte as it is; closing the slave again puts the master into
   * "nobody there".
   */
  private static void makeRaw(Path slave) throws IOException {
    int fd = LibC.Loaded.C.open(slave.toString(), LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_CLOEXEC);
    check(fd, "open " + slave);
    try (Memory termios = new Memory(TERMIOS_ROOM)) {
      check(LibC.Loaded.C.tcgetattr(fd, termios), "tcgetattr");
      LibC.Loaded.C.cfmakeraw(termios);
      check(LibC.Loaded.C.tcsetattr(fd, LibC.TCSANOW, termios), "tcsetattr");
    } finally {
      LibC.Loaded.C.close(fd);
    }
  }

  private void point(Path slave) throws IOException {
    Files.createDirectories(link.getParent());
    Path fresh = link.resolveSibling("." + link.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, slave);
    Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void check(int result, String call) throws IOException {
    if (result < 0) {
      throw new IOException(call + " failed, errno " + Native.getLastError());
    }
  }

  @Override
  public boolean plugged() {
    lock.readLock().lock();
    try {
      return master != CUT;
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void close() {
    cut();
  }
}
