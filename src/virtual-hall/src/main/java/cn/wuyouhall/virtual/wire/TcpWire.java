package cn.wuyouhall.virtual.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/**
 * A listener on the loopback address for machines without pseudo-terminals: the station connects,
 * as to a serial device server. One connection at a time. Cutting closes the connection and the
 * listener; plugging listens on the same port again.
 */
public final class TcpWire implements Wire {
  private final Object state = new Object();
  private final int port;
  private ServerSocket listener;
  private Socket peer;

  private TcpWire(ServerSocket listener) {
    this.listener = listener;
    this.port = listener.getLocalPort();
  }

  /** Listens on that port of the loopback address, 0 for any free one. */
  public static TcpWire open(int port) throws IOException {
    return new TcpWire(listen(port));
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket listener = new ServerSocket();
    try {
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return listener;
    } catch (IOException e) {
      listener.close();
      throw e;
    }
  }

  @Override
  public String address() {
    return "tcp:" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port;
  }

  @Override
  public int read(byte[] into, int max, int millis) {
    Socket connected;
    ServerSocket door;
    synchronized (state) {
      connected = peer;
      door = listener;
    }
    if (door == null) {
      return NOBODY;
    }
    return connected == null ? accept(door, millis) : readFrom(connected, into, max, millis);
  }

  private int accept(ServerSocket door, int millis) {
    try {
      door.setSoTimeout(Math.max(millis, 1));
      Socket arrived = door.accept();
      arrived.setTcpNoDelay(true);
      synchronized (state) {
        if (door.equals(listener)) {
          peer = arrived;
          return 0;
        }
      }
      arrived.close();
    } catch (SocketTimeoutException e) {
      return 0;
    } catch (IOException e) {
      return NOBODY;
    }
    return NOBODY;
  }

  private int readFrom(Socket connected, byte[] into, int max, int millis) {
    try {
      connected.setSoTimeout(Math.max(millis, 1));
      int n = connected.getInputStream().read(into, 0, Math.min(max, into.length));
      if (n >= 0) {
        return n;
      }
    } catch (SocketTimeoutException e) {
      return 0;
    } catch (IOException e) {
      // A broken connection is nobody there, as below.
    }
    forget(connected);
    return NOBODY;
  }

  @Override
  public boolean write(byte[] bytes) {
    Socket connected;
    synchronized (state) {
      connected = peer;
    }
    if (connected == null) {
      return false;
    }
    try {
      connected.getOutputStream().write(bytes);
      return true;
    } catch (IOException e) {
      forget(connected);
      return false;
    }
  }

  private void forget(Socket connected) {
    synchronized (state) {
      if (connected.equals(peer)) {
        peer = null;
      }
    }
    closeQuietly(connected);
  }

  @Override
  public void cut() {
    Socket connected;
    ServerSocket door;
    synchronized (state) {
      connected = peer;
      door = listener;
      peer = null;
      listener = null;
    }
    closeQuietly(connected);
    closeQuietly(door);
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (Exception e) {
      // Closing a socket that is already broken changes nothing.
    }
  }

  @Override
  public void plug() throws IOException {
    synchronized (state) {
      if (listener == null) {
        listener = listen(port);
      }
    }
  }

  @Override
  public boolean plugged() {
    synchronized (state) {
      return listener != null;
    }
  }

  @Override
  public void close() {
    cut();
  }
}
