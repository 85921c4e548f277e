package cn.wuyouhall.virtual.wire;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;

/** The handful of C library calls a pseudo-terminal needs, with Linux's constants. */
interface LibC extends Library {
  int O_RDWR = 2;
  int O_NOCTTY = 0x100;
  int O_NONBLOCK = 0x800;
  int O_CLOEXEC = 0x80000;
  int TCSANOW = 0;
  short POLLIN = 1;
  short POLLOUT = 4;
  short POLLHUP = 16;

  /** Loaded on first use, so that Windows never tries. */
  final class Loaded {
    static final LibC C = Native.load("c", LibC.class);

    private Loaded() {}
  }

  /** struct pollfd. */
  @Structure.FieldOrder({"fd", "events", "revents"})
  final class PollFd extends Structure {
    public int fd;
    public short events;
    public short revents;
  }

  int posix_openpt(int flags);

  int grantpt(int fd);

  int unlockpt(int fd);

  int ptsname_r(int fd, byte[] name, long length);

  int open(String path, int flags);

  int close(int fd);

  long read(int fd, byte[] into, long count);

  long write(int fd, byte[] from, long count);

  int poll(PollFd fds, long count, int millis);

  int tcgetattr(int fd, Pointer termios);

  void cfmakeraw(Pointer termios);

  int tcsetattr(int fd, int when, Pointer termios);
}
