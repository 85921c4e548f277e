package cn.wuyouhall.devices.line;

import cn.wuyouhall.devices.state.Trouble;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import jdk.net.ExtendedSocketOptions;

/** A TCP connection that we make (printers on port 9100, serial servers, Android pads). */
final class TcpWire implements Wire {
  private static final int CONNECT_MS = 2_000;
  private static final int QUIET_SECONDS = 5;

  private final Socket socket;

  private TcpWire(Socket socket) {
    this.socket = socket;
  }

  static Wires.Opening open(LineSpec.Tcp spec) {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(READ_WAIT_MS);
      askWhetherItIsThere(socket);
      socket.connect(new InetSocketAddress(spec.host(), spec.port()), CONNECT_MS);
      return new Wires.Opening.Opened(new TcpWire(socket));
    } catch (IOException e) {
      closeQuietly(socket);
      return new Wires.Opening.NotOpened(Trouble.NO_CONNECTION);
    }
  }

  /**
   * A peer that lost its power says nothing; a scanner or pad is written nothing that would tell.
   */
  private static void askWhetherItIsThere(Socket socket) throws IOException {
    socket.setKeepAlive(true);
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
      socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, QUIET_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, QUIET_SECONDS);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 3);
    }
  }

  @Override
  public int read(byte[] into) throws IOException {
    try {
      return socket.getInputStream().read(into);
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  @Override
  public void close() {
    closeQuietly(socket);
  }

  private static void closeQuietly(Socket socket) {
    try {
      // No lingering: closing must not wait for a peer that takes nothing.
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // Not connected: nothing to hold back.
    }
    try {
      socket.close();
    } catch (IOException e) {
      // The socket is given up either way.
    }
  }
}
