package cn.wuyouhall.virtual.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to a platform that can lose replies: the request arrives and takes effect, the reply is
 * dropped and the connection closed. That is the one failure that doubles things where senders are
 * careless.
 */
public final class LossyProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int upstream;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger toLose = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  private LossyProxy(ServerSocket listener, int upstream) {
    this.listener = listener;
    this.upstream = upstream;
  }

  /** A line to this port of 127.0.0.1; loses nothing until told to. */
  public static LossyProxy start(int upstreamPort) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    LossyProxy proxy = new LossyProxy(listener, upstreamPort);
    Thread.ofVirtual().name("lossy-proxy").start(proxy::accept);
    return proxy;
  }

  /** Where to call it. */
  public String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** Loses the next so many replies. */
  public void loseReplies(int count) {
    toLose.set(count);
  }

  /** How many replies were lost so far. */
  public int lost() {
    return lost.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket near = listener.accept();
        Thread.ofVirtual().name("lossy-line").start(() -> connect(near));
      }
    } catch (IOException e) {
      // The listener was closed: the only way this loop ends.
      open.clear();
    }
  }

  private void connect(Socket near) {
    try (near;
        Socket far = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
      open.add(near);
      open.add(far);
      Thread requests = Thread.ofVirtual().name("lossy-requests").start(() -> carry(near, far));
      carryReplies(far, near);
      requests.interrupt();
    } catch (IOException e) {
      // Either side went away: the line is cut, which is all a line can say.
      open.remove(near);
    } finally {
      open.remove(near);
    }
  }

  private static void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // As above; the other direction ends by itself.
      return;
    }
  }

  private void carryReplies(Socket from, Socket to) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] buffer = new byte[8192];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      // The first byte of a reply leaves the platform after its effect is on disk.
      if (toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        lost.incrementAndGet();
        return;
      }
      out.write(buffer, 0, read);
      out.flush();
    }
  }
}
