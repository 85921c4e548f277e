package cn.wuyouhall.virtual.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.virtual.DeviceCommands;
import cn.wuyouhall.virtual.HallLayout;
import cn.wuyouhall.virtual.VirtualHallDevices;
import cn.wuyouhall.virtual.device.Card;
import cn.wuyouhall.virtual.device.Sent;
import cn.wuyouhall.virtual.device.VirtualPad;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees and does on the panel, without a window on a screen. */
class DevicePanelTest {
  @TempDir Path dir;

  @BeforeAll
  static void startJavaFx() {
    Platform.setImplicitExit(false);
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException e) {
      // It runs already.
    }
  }

  private static <T> T onFx(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(60, TimeUnit.SECONDS);
  }

  private static String text(Parent root, String id) {
    return ((Labeled) root.lookup("#" + id)).getText();
  }

  @Test
  void bothLanguagesHaveTheSameTextsAndOneForEachCard() {
    Texts chinese = Texts.in(Locale.SIMPLIFIED_CHINESE);
    Texts english = Texts.in(Locale.ENGLISH);
    assertEquals(chinese.bundle().keySet(), english.bundle().keySet());
    for (String card : Card.names()) {
      assertFalse(chinese.get("card." + card).isBlank());
    }
    assertEquals("Not done: it's so", english.get("failed", "it's so"));
  }

  @Test
  void showsWhatTheDevicesShow() throws Exception {
    try (VirtualHallDevices hall = VirtualHallDevices.open(HallLayout.usual(dir).onTcp())) {
      hall.reader().lay(Card.named("citizen-1"));
      hall.pad().received(Sent.bytes("FF6803036801010B0D16"));
      hall.printer()
          .received(Sent.bytes("1C26 C7EB0A 1D286B050031503041 42 1D286B0300315130 1D5600"));
      assertTrue(hall.printer().awaitPictures(Duration.ofSeconds(30)));
      hall.printer().paperOut();
      hall.plugged("led").orElseThrow().cut();
      Parent root =
          onFx(() -> {
            Parent content =
                DevicePanel.content(hall, new DeviceCommands(hall), Locale.SIMPLIFIED_CHINESE);
            return new Scene(content).getRoot();
          });
      assertEquals("张小三（一般） · 已放上", text(root, "reader-state"));
      assertEquals("请评价", text(root, "pad-state"));
      assertEquals("缺纸", text(root, "printer-state"));
      assertEquals("线已拔", text(root, "led-state"));
      assertEquals("插回", text(root, "led-cable"));
      assertEquals("AB", ((TextField) root.lookup("#scanner-text")).getText());
      assertFalse(root.lookup("#pad-key-4").isDisabled());
      assertTrue(root.lookup("#desk-reader-lift").isDisabled());
    }
  }

  @Test
  void aPaperThatWillRunOutInMidTicketIsSaidAtOnce() throws Exception {
    try (VirtualHallDevices hall = VirtualHallDevices.open(HallLayout.usual(dir).onTcp())) {
      DeviceCommands commands = new DeviceCommands(hall);
      commands.execute("printer paper-out after 4");
      Parent root = onFx(() -> DevicePanel.content(hall, commands, Locale.SIMPLIFIED_CHINESE));
      assertEquals("下一张打到一半缺纸", text(root, "printer-state"));
      commands.execute("printer refill");
      root = onFx(() -> DevicePanel.content(hall, commands, Locale.SIMPLIFIED_CHINESE));
      assertEquals("有纸", text(root, "printer-state"));
    }
  }

  @Test
  void aPressedKeyIsACommandToThePad() throws Exception {
    try (VirtualHallDevices hall = VirtualHallDevices.open(HallLayout.usual(dir).onTcp())) {
      hall.pad().received(Sent.bytes("FF6803036801010B0D16"));
      Parent root = onFx(() -> DevicePanel.content(hall, new DeviceCommands(hall), Locale.ENGLISH));
      onFx(() -> {
        ((Button) root.lookup("#pad-key-2")).fire();
        return null;
      });
      assertTrue(hall.pad().await(VirtualPad.State.UNANSWERED, Duration.ofSeconds(10)));
    }
  }
}
