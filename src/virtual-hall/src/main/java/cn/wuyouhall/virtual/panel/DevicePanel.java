package cn.wuyouhall.virtual.panel;

import cn.wuyouhall.virtual.DeviceCommands;
import cn.wuyouhall.virtual.VirtualHallDevices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Stage;

/**
 * The window with all virtual devices of a hall. Commands and looks at the devices run on a thread
 * of its own; the FX thread only shows. {@link #close} may come from any thread.
 */
public final class DevicePanel {
  private static final long LOOK_MILLIS = 150;
  private static final List<String> FAMILIES =
      List.of("Noto Sans CJK SC", "Microsoft YaHei", "WenQuanYi Micro Hei");

  private final PanelModel model;
  private final Texts texts;
  private final ScheduledExecutorService hands =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("virtual-panel").factory());
  private final CountDownLatch closed = new CountDownLatch(1);
  private DevicePanelController controller;
  private Stage stage;
  private Future<?> looking;

  private DevicePanel(VirtualHallDevices hall, DeviceCommands commands, Locale language) {
    this.model = new PanelModel(hall, commands);
    this.texts = Texts.in(language);
  }

  /** Starts JavaFX if nobody has, and opens the window. */
  public static DevicePanel show(
      VirtualHallDevices hall, DeviceCommands commands, Locale language) {
    DevicePanel panel = new DevicePanel(hall, commands, language);
    try {
      Platform.startup(panel::open);
    } catch (IllegalStateException e) {
      // JavaFX runs already in this process.
      Platform.runLater(panel::open);
    }
    return panel;
  }

  /** The panel without a window, for tests of what it shows. FX thread. */
  static Parent content(VirtualHallDevices hall, DeviceCommands commands, Locale language) {
    DevicePanel panel = new DevicePanel(hall, commands, language);
    Parent root = panel.load();
    panel.controller.show(panel.model.look());
    return root;
  }

  private void open() {
    stage = new Stage();
    stage.setTitle(texts.get("title"));
    stage.setScene(new Scene(load(), 1220, 700));
    stage.setOnHidden(event -> {
      looking.cancel(false);
      hands.shutdownNow();
      closed.countDown();
    });
    stage.show();
    stage.getScene().getRoot().lookupAll(".primary").stream()
        .findFirst()
        .ifPresent(Node::requestFocus);
    looking = hands.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private Parent load() {
    FXMLLoader loader =
        new FXMLLoader(
            DevicePanel.class.getResource("/cn/wuyouhall/virtual/panel/panel.fxml"),
            texts.bundle());
    loader.setControllerFactory(type -> new DevicePanelController(model, texts, this::act));
    try {
      Parent root = loader.load();
      List<String> installed = Font.getFamilies();
      FAMILIES.stream()
          .filter(installed::contains)
          .findFirst()
          .ifPresent(family -> root.setStyle("-fx-font-family: '" + family + "';"));
      controller = loader.getController();
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException("loading the device panel", e);
    }
  }

  private void act(String command) {
    if (!hands.isShutdown()) {
      hands.execute(() -> {
        var refusal = model.act(command);
        PanelState now = model.look();
        Platform.runLater(() -> {
          controller.done(refusal);
          controller.show(now);
        });
      });
    }
  }

  private void look() {
    PanelState now = model.look();
    Platform.runLater(() -> controller.show(now));
  }

  /** Closes the window. */
  public void close() {
    Platform.runLater(() -> stage.close());
  }

  /** Waits until the window is closed. */
  public void awaitClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
