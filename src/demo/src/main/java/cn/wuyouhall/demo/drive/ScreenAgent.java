package cn.wuyouhall.demo.drive;

import cn.wuyouhall.ui.Snapshots;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The player's hand and eye inside an app: connects to the player and does what its lines say. A
 * request is a JSON object with {@code do} and its arguments, a reply one with {@code ok} and
 * either {@code value} or {@code why}.
 */
public final class ScreenAgent {
  private static final long POLL_NANOS = 20_000_000;
  private static final long SETTLE_NANOS = 300_000_000;

  private final ObjectMapper json = new ObjectMapper();
  private final ScreenWatch watch = new ScreenWatch();
  private final int port;
  private final String role;
  private Robot robot;

  private ScreenAgent(int port, String role) {
    this.port = port;
    this.role = role;
  }

  /**
   * Starts an agent on a daemon thread; it introduces itself by its role. The FX toolkit must be
   * running.
   */
  public static void start(int port, String role) {
    Thread thread = new Thread(new ScreenAgent(port, role)::serve, "screen-agent");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve() {
    while (!windowShown()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8)) {
      out.write(role + "\n");
      out.flush();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.write(json.writeValueAsString(answer(line)) + "\n");
        out.flush();
      }
    } catch (IOException gone) {
      // The player is gone: the app goes on as if nobody had been there.
    }
  }

  private boolean windowShown() {
    try {
      return onScreen(() -> Window.getWindows().stream().anyMatch(Window::isShowing));
    } catch (IllegalStateException toolkitNotStarted) {
      return false;
    } catch (ExecutionException | InterruptedException fault) {
      throw new IllegalStateException("no window can be looked for", fault);
    }
  }

  private ObjectNode answer(String line) {
    ObjectNode reply = json.createObjectNode();
    try {
      JsonNode request = json.readTree(line);
      String value = carryOut(request);
      reply.put("ok", true).put("value", value);
    } catch (ExecutionException refused) {
      reply.put("ok", false).put("why", String.valueOf(refused.getCause().getMessage()));
    } catch (IOException | RuntimeException fault) {
      reply.put("ok", false).put("why", String.valueOf(fault.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      reply.put("ok", false).put("why", "interrupted");
    }
    return reply;
  }

  private String carryOut(JsonNode request) throws ExecutionException, InterruptedException {
    String id = request.path("id").asText();
    return switch (request.path("do").asText()) {
      case "click" -> {
        // As a person does: only what has come to rest is touched.
        Place seen = onScreen(() -> place(id));
        for (Place now = settled(id); !now.equals(seen); now = settled(id)) {
          seen = now;
        }
        yield onScreen(() -> click(id));
      }
      case "press" -> onScreen(() -> press(request.path("keys").asText()));
      case "type" -> onScreen(() -> type(request.path("text").asText()));
      case "set" -> onScreen(() -> set(id, request.path("text").asText()));
      case "text" -> onScreen(() -> textOf(require(id)));
      case "shown" -> onScreen(() -> String.valueOf(find(id).isPresent()));
      case "enabled" ->
          onScreen(() -> String.valueOf(find(id).filter(n -> !n.isDisabled()).isPresent()));
      case "ids" -> onScreen(this::ids);
      case "watch" -> {
        watch.start();
        yield "";
      }
      case "pauses" -> watch.stop();
      case "memory" -> String.valueOf(residentMegabytes());
      case "picture" -> {
        Scene scene = onScreen(() -> stage(id).getScene());
        Snapshots.save(scene, Path.of(request.path("file").asText()));
        yield "";
      }
      default -> throw new IllegalArgumentException("unknown request: " + request.path("do"));
    };
  }

  private <T> T onScreen(Callable<T> task) throws ExecutionException, InterruptedException {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(task.call());
      } catch (Exception fault) {
        done.completeExceptionally(fault);
      }
    });
    return done.get();
  }

  /** Resident memory after a collection, in megabytes; read from the kernel's own account. */
  private static long residentMegabytes() {
    System.gc();
    LockSupport.parkNanos(SETTLE_NANOS);
    System.gc();
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException notLinux) {
      throw new UncheckedIOException("no account of memory on this system", notLinux);
    }
  }

  private Robot robot() {
    if (robot == null) {
      robot = new Robot();
    }
    return robot;
  }

  /** Where a node is, and which one it is. */
  private record Place(Node node, Bounds bounds) {}

  private Place place(String id) {
    Node node = require(id);
    return new Place(node, node.localToScreen(node.getBoundsInLocal()));
  }

  private Place settled(String id) throws ExecutionException, InterruptedException {
    LockSupport.parkNanos(POLL_NANOS * 2);
    return onScreen(() -> place(id));
  }

  private String click(String id) {
    Place place = place(id);
    if (place.node().isDisabled()) {
      throw new IllegalStateException("#" + id + " is disabled");
    }
    robot().mouseMove(place.bounds().getCenterX(), place.bounds().getCenterY());
    robot().mouseClick(MouseButton.PRIMARY);
    return "";
  }

  private String press(String keys) {
    List<KeyCode> codes = new ArrayList<>();
    for (String key : keys.split("\\+", -1)) {
      codes.add(KeyCode.valueOf(key));
    }
    codes.forEach(robot()::keyPress);
    codes.reversed().forEach(robot()::keyRelease);
    return "";
  }

  private String type(String text) {
    for (char character : text.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
      KeyCode code =
          switch (character) {
            case ' ' -> KeyCode.SPACE;
            case '-' -> KeyCode.MINUS;
            default -> KeyCode.getKeyCode(String.valueOf(character));
          };
      if (code == null) {
        throw new IllegalArgumentException("no key for: " + character);
      }
      robot().keyType(code);
    }
    return "";
  }

  /**
   * Chinese comes from an input method on a real keyboard; here it is put in as one would commit
   * it.
   */
  private String set(String id, String text) {
    if (!(require(id) instanceof TextInputControl input)) {
      throw new IllegalStateException("#" + id + " takes no text");
    }
    input.requestFocus();
    input.selectAll();
    input.replaceSelection(text);
    return "";
  }

  private Node require(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("#" + id + " is not shown"));
  }

  private Optional<Node> find(String id) {
    for (Window window : Window.getWindows().reversed()) {
      if (window.getScene() != null && window.isShowing()) {
        for (Node node : window.getScene().getRoot().lookupAll("#" + id)) {
          if (isShown(node)) {
            return Optional.of(node);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isShown(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static String textOf(Node node) {
    return switch (node) {
      case TextInputControl input -> input.getText();
      case Labeled label when label.getText() != null && !label.getText().isBlank() ->
          label.getText();
      case Labeled pictured -> pictured.getGraphic() == null ? "" : textOf(pictured.getGraphic());
      case Text text -> text.getText();
      case Parent parent -> {
        StringBuilder all = new StringBuilder();
        for (Node child : parent.getChildrenUnmodifiable()) {
          if (child.isVisible()) {
            String text = textOf(child);
            if (text != null && !text.isBlank()) {
              all.append(all.isEmpty() ? "" : " ").append(text);
            }
          }
        }
        yield all.toString();
      }
      default -> "";
    };
  }

  private String ids() {
    List<String> ids = new ArrayList<>();
    for (Window window : Window.getWindows()) {
      if (window.getScene() != null) {
        collect(window.getScene().getRoot(), ids);
      }
    }
    return String.join(" ", ids);
  }

  private static void collect(Node node, List<String> ids) {
    if (!node.isVisible()) {
      return;
    }
    if (node.getId() != null) {
      ids.add(node.getId());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, ids));
    }
  }

  /** The window with this title, else the first one. */
  private static Stage stage(String title) {
    List<Stage> stages =
        Window.getWindows().stream()
            .filter(Stage.class::isInstance)
            .map(Stage.class::cast)
            .filter(Stage::isShowing)
            .toList();
    return stages.stream()
        .filter(stage -> title.equals(stage.getTitle()))
        .findFirst()
        .or(() -> stages.stream().findFirst())
        .orElseThrow(() -> new IllegalStateException("no window is open"));
  }
}
