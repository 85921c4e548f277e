package cn.wuyouhall.virtual.platform;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that answers as something on the way to a platform may on a bad day. It takes one whole
 * request from each connection and then misbehaves. Nothing of what it is sent has any effect,
 * unless it stands {@link #before} a platform: then requests arrive there, and replies can be lost
 * on their way back, the one failure that doubles things where senders are careless.
 */
public final class HostileServer implements AutoCloseable {
  /** What it does with a request. */
  public enum Behaviour {
    /** 200 with a page of HTML, as a captive portal or a maintenance page answers. */
    HTML_OK,
    /** 403 with a page of HTML, as a filter in between answers. */
    HTML_FORBIDDEN,
    /** 500 with a page of HTML. */
    HTML_FAULT,
    /** 503 without a body. */
    BARE_FAULT,
    /** 429, come again in 7 seconds. */
    BUSY,
    /** 302 to somewhere else. */
    REDIRECT,
    /** 200 with JSON of another contract. */
    OTHER_JSON,
    /** 201 and the first half of a reply of the contract, declared whole. */
    BROKEN_JSON,
    /** Takes the request and never answers. */
    SILENCE,
    /** Promises 1,000 bytes, sends some and closes. */
    CUT_OFF,
    /** Closes without a word. */
    CLOSE,
    /** 200 and bytes without end. */
    ENDLESS,
    /** Asks the platform behind it and hands its reply on. */
    PASS_ON
  }

  private static final String HTML = "<!DOCTYPE html><title>维护中</title><h1>系统维护中</h1>";

  private final ServerSocket listener;
  private final int platform;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger toLose = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private volatile Behaviour behaviour;

  private HostileServer(ServerSocket listener, int platform, Behaviour behaviour) {
    this.listener = listener;
    this.platform = platform;
    this.behaviour = behaviour;
  }

  /** Starts one on any free port of 127.0.0.1, with nothing behind it. */
  public static HostileServer start(Behaviour behaviour) throws IOException {
    return start(behaviour, 0);
  }

  /** Starts one before the platform at this port of 127.0.0.1; loses nothing until told to. */
  public static HostileServer before(int platform) throws IOException {
    return start(Behaviour.PASS_ON, platform);
  }

  private static HostileServer start(Behaviour behaviour, int platform) throws IOException {
    ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    HostileServer server = new HostileServer(listener, platform, behaviour);
    Thread.ofVirtual().name("hostile-server").start(server::accept);
    return server;
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** What it does from the next request on. */
  public void behave(Behaviour next) {
    behaviour = next;
  }

  /** How many whole requests it took. */
  public int requests() {
    return requests.get();
  }

  /** Loses the next so many replies of the platform: their requests took effect. */
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
        Socket socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().name("hostile-reply").start(() -> serve(socket));
      }
    } catch (IOException e) {
      // The listener was closed: the only way this loop ends.
      open.clear();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      byte[] request = takeRequest(socket.getInputStream());
      requests.incrementAndGet();
      misbehave(request, socket);
    } catch (IOException e) {
      // The client hung up first, as it should on most of this; or nobody is behind.
    } finally {
      open.remove(socket);
    }
  }

  private void misbehave(byte[] request, Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    switch (behaviour) {
      case HTML_OK -> whole(out, "200 OK", "text/html; charset=utf-8", HTML);
      case HTML_FORBIDDEN -> whole(out, "403 Forbidden", "text/html; charset=utf-8", HTML);
      case HTML_FAULT -> whole(out, "500 Oh", "text/html; charset=utf-8", HTML);
      case BARE_FAULT ->
          send(out, "HTTP/1.1 503 Away\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      case BUSY ->
          whole(
              out,
              "429 Too Many\r\nRetry-After: 7",
              "application/json",
              "{\"code\":\"BUSY\",\"message\":\"come again\"}");
      case REDIRECT -> whole(out, "302 Found\r\nLocation: http://127.0.0.1:9/", "text/html", HTML);
      case OTHER_JSON -> whole(out, "200 OK", "application/json", "{\"success\":true}");
      case BROKEN_JSON -> whole(out, "201 Created", "application/json", "{\"caseId\":\"0");
      case SILENCE -> waitForTheOtherSide(socket);
      case CUT_OFF ->
          send(
              out,
              "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n"
                  + "Content-Length: 1000\r\n\r\n{\"caseId\":");
      case CLOSE -> {}
      case ENDLESS -> endless(out);
      case PASS_ON -> passOn(request, out);
    }
  }

  private void passOn(byte[] request, OutputStream out) throws IOException {
    byte[] reply = replyOfThePlatform(request);
    if (toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      lost.incrementAndGet();
    } else {
      out.write(reply);
    }
  }

  /** Asked to close behind its reply, the platform says by that where the reply ends. */
  private byte[] replyOfThePlatform(byte[] request) throws IOException {
    try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), platform)) {
      open.add(behind);
      String text = new String(request, StandardCharsets.ISO_8859_1);
      int head = text.indexOf("\r\n");
      String rest = text.substring(head).replaceFirst("(?i)\r\nConnection:[^\r]*", "");
      String asked = text.substring(0, head) + "\r\nConnection: close" + rest;
      behind.getOutputStream().write(asked.getBytes(StandardCharsets.ISO_8859_1));
      byte[] reply = behind.getInputStream().readAllBytes();
      open.remove(behind);
      return reply;
    }
  }

  private static void whole(OutputStream out, String status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    send(
        out,
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + bytes.length
            + "\r\nConnection: close\r\n\r\n");
    out.write(bytes);
    out.flush();
  }

  private static void endless(OutputStream out) throws IOException {
    send(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[");
    byte[] zeros = "0,".repeat(4096).getBytes(StandardCharsets.US_ASCII);
    while (true) {
      out.write(zeros);
    }
  }

  private static void waitForTheOtherSide(Socket socket) throws IOException {
    // Whatever it says, there is no answer.
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Headers and, by Content-Length, the body. */
  private static byte[] takeRequest(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw);
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed before the request was whole");
      }
      head.append((char) next);
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    for (String line : head.toString().lines().toList()) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        request.writeBytes(in.readNBytes(Integer.parseInt(line.substring(15).strip())));
      }
    }
    return request.toByteArray();
  }
}
