package cn.wuyouhall.demo.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The player's side of a {@link ScreenAgent}: one app's screen. One thread at a time; each call
 * waits for its reply.
 */
public final class ScreenHandle implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration TOUCH_AGAIN = Duration.ofMillis(200);

  private final ObjectMapper json = new ObjectMapper();
  private final Socket socket;
  private final BufferedReader in;
  private final Writer out;
  private final String role;

  /** Takes an agent's connection; its first line is its role. */
  public ScreenHandle(Socket socket) throws IOException {
    this.socket = socket;
    this.in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    this.out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    this.role = in.readLine();
  }

  /** What the app said it is. */
  public String role() {
    return role;
  }

  /** The screen did not do what was asked, or did not show what was waited for. */
  public static final class ScreenFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what was waited for. */
    public ScreenFault(String message) {
      super(message);
    }
  }

  /** Touches a node in its middle. */
  public void click(String id) {
    ask("click", request -> request.put("id", id));
  }

  /** Presses keys together: {@code F2}, {@code CONTROL+K}. */
  public void press(String keys) {
    ask("press", request -> request.put("keys", keys));
  }

  /** Types ASCII on the keyboard, where the focus is. */
  public void type(String text) {
    ask("type", request -> request.put("text", text));
  }

  /** Puts any text into a field. */
  public void set(String id, String text) {
    ask("set", request -> request.put("id", id).put("text", text));
  }

  /** The text a node shows. */
  public String text(String id) {
    return ask("text", request -> request.put("id", id));
  }

  /** Whether a node is shown now. */
  public boolean shown(String id) {
    return Boolean.parseBoolean(ask("shown", request -> request.put("id", id)));
  }

  /** Whether a node is shown and can be used. */
  public boolean enabled(String id) {
    return Boolean.parseBoolean(ask("enabled", request -> request.put("id", id)));
  }

  /** Takes a picture of the first window, or of the one with this title. */
  public void picture(String title, Path png) {
    ask("picture", request -> request.put("id", title).put("file", png.toString()));
  }

  /** Begins to watch the screen's thread for pauses. */
  public void watch() {
    ask("watch", request -> request);
  }

  /** Ends watching; the pauses over 100 ms with our code on the stack, one a line. */
  public List<String> pauses() {
    return ask("pauses", request -> request).lines().toList();
  }

  /** Resident memory of the app after a collection, in megabytes. */
  public long memory() {
    return Long.parseLong(ask("memory", request -> request));
  }

  /** Waits until a node is shown; real time. */
  public void await(String id, Duration most) {
    await("#" + id + " is shown", most, screen -> screen.shown(id));
  }

  /** Waits until the screen is as told; real time. */
  public void await(String what, Duration most, Predicate<ScreenHandle> holds) {
    long until = System.nanoTime() + most.toNanos();
    while (!holds.test(this)) {
      if (System.nanoTime() > until) {
        throw new ScreenFault(role + ": waited in vain until " + what + "; shown: " + ids());
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** Waits until one of these nodes is shown and says which; the first of several. Real time. */
  public String awaitOne(Duration most, String... ids) {
    AtomicReference<String> found = new AtomicReference<>();
    await(
        "one of " + List.of(ids) + " is shown",
        most,
        screen -> {
          Set<String> shown = new HashSet<>(List.of(screen.ids().split(" ")));
          Stream.of(ids).filter(shown::contains).findFirst().ifPresent(found::set);
          return found.get() != null;
        });
    return found.get();
  }

  /**
   * Touches a node until it is gone: a page that was just shown takes no touch for a moment. Real
   * time.
   */
  public void clickAway(String id, Duration most) {
    await(
        "#" + id + " is gone",
        most,
        screen -> {
          try {
            if (screen.shown(id)) {
              screen.click(id);
            }
          } catch (ScreenFault wentMeanwhile) {
            return !screen.shown(id);
          }
          return screen.goes(id, TOUCH_AGAIN);
        });
  }

  /** Whether a node goes in time; real time. */
  public boolean goes(String id, Duration most) {
    long until = System.nanoTime() + most.toNanos();
    while (shown(id) && System.nanoTime() < until) {
      LockSupport.parkNanos(POLL.toNanos());
    }
    return !shown(id);
  }

  /** Ids of everything shown, with blanks between. */
  public String ids() {
    return ask("ids", request -> request);
  }

  private String ask(String what, UnaryOperator<ObjectNode> arguments) {
    try {
      ObjectNode request = arguments.apply(json.createObjectNode().put("do", what));
      out.write(json.writeValueAsString(request) + "\n");
      out.flush();
      String line = in.readLine();
      if (line == null) {
        throw new ScreenFault(role + " is gone");
      }
      JsonNode reply = json.readTree(line);
      if (!reply.path("ok").asBoolean()) {
        throw new ScreenFault(role + ": " + what + ": " + reply.path("why").asText());
      }
      return reply.path("value").asText();
    } catch (IOException gone) {
      throw new UncheckedIOException(role + " does not answer", gone);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
