package cn.wuyouhall.clerk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.station.AcceptCase;
import cn.wuyouhall.station.CaseDraft;
import cn.wuyouhall.ui.Snapshots;
import cn.wuyouhall.ui.Texts;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A case the province refuses for good is put before the clerk, in words, by a key. */
@ExtendWith(ApplicationExtension.class)
class RefusedViewTest {
  private static final int SECONDS = 20;

  @TempDir Path folder;
  private Stage stage;
  private ClerkApp app;

  @Start
  void start(Stage primary) {
    stage = primary;
  }

  @Test
  void whatWasRefusedIsListedInWords(FxRobot robot) throws Exception {
    Path pictures = Path.of(System.getProperty("hall.pictures", folder.resolve("png").toString()));
    HttpServer province = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
    province.createContext("/", RefusedViewTest::refuse);
    province.start();
    String more =
        "[platform]\nurl = \"http://127.0.0.1:%d\"\n".formatted(province.getAddress().getPort());
    try (TestHall hall = new TestHall(folder.resolve("hall"), more)) {
      CaseRecord record = acceptOne(hall);
      FxToolkit.setupFixture(() -> {
        app = new ClerkApp(hall.clerk(), stage, ClerkApp.LEAST);
        app.show();
      });
      robot.clickOn("#staff-number").write("0312").push(KeyCode.ENTER);
      robot.write("2468").push(KeyCode.ENTER);
      until(robot, "#refused");
      robot.push(KeyCode.CONTROL, KeyCode.R);
      until(robot, ".refused-row");
      String words = words(robot);
      assertTrue(words.contains(record.caseNo()), words);
      assertTrue(words.contains("省平台认为有一项缺少或不对。"), words);
      assertTrue(words.contains("受理有效"), words);
      assertTrue(words.contains("applyDate is missing"), words);
      assertFalse(words.contains("小三"), words);
      Snapshots.save(app.scene(), pictures.resolve("1366-zh-22-refused.png"));
      robot.push(KeyCode.ESCAPE);
      assertTrue(robot.lookup("#refused-list").queryAll().isEmpty());
      robot.interact(() -> app.texts().show(Texts.ENGLISH));
      robot.push(KeyCode.CONTROL, KeyCode.R);
      until(robot, ".refused-row");
      Snapshots.save(app.scene(), pictures.resolve("1366-en-22-refused.png"));
      robot.interact(() -> app.close());
    } finally {
      province.stop(0);
    }
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    boolean write = exchange.getRequestMethod().equals("POST");
    byte[] body =
        (write
                ? "{\"code\":\"INVALID\",\"message\":\"applyDate is missing\"}"
                : "{\"cursor\":\"\",\"entries\":[]}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(write ? 422 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static CaseRecord acceptOne(TestHall hall) {
    AcceptCase job = hall.clerk().acceptCase();
    Item item = hall.clerk().findItem().search("小餐饮经营许可新办", 1).getFirst().item();
    CaseDraft draft = job.begin(new UUID(1, 1), item, TestHall.ZHANG);
    Map<String, MaterialMark> marks = new HashMap<>();
    item.materials().forEach(material -> marks.put(material.id(), MaterialMark.ORIGINAL));
    return assertInstanceOf(
            AcceptCase.Outcome.Saved.class,
            job.accept(
                hall.session(),
                new CaseDraft(
                    draft.caseId(),
                    draft.visit(),
                    item,
                    TestHall.ZHANG,
                    item.answers(Set.of()),
                    marks)))
        .record();
  }

  private static String words(FxRobot robot) {
    List<String> words =
        robot.lookup("#refused-rows .label").queryAll().stream()
            .map(node -> ((Labeled) node).getText())
            .toList();
    return String.join("\n", words);
  }

  private void until(FxRobot robot, String query) throws Exception {
    WaitForAsyncUtils.waitFor(
        SECONDS,
        TimeUnit.SECONDS,
        () -> robot.lookup(query).queryAll().stream().anyMatch(Node::isVisible));
  }
}
