package cn.wuyouhall.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.wuyouhall.platform.DeliveryResult.Delivered;
import cn.wuyouhall.virtual.platform.Sandbox;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform killed while it is being sent to: nothing it answered is lost, nothing doubles. */
class KilledPlatformTest {
  private static final int CASES = 120;

  @TempDir Path folder;

  @Test
  void everythingArrivesOnce() throws Exception {
    List<Delivery> all = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      all.add(Samples.newCase("WB-" + i));
    }
    List<Delivered> answered = new ArrayList<>();
    int port;
    try (SandboxProcess first = SandboxProcess.start(0, folder);
        PlatformClient client = new PlatformClient(first.url(), SandboxFixture.QUICK)) {
      port = first.port();
      CompletableFuture<Void> killed = new CompletableFuture<>();
      for (Delivery delivery : all) {
        if (client.deliver(delivery) instanceof Delivered delivered) {
          answered.add(delivered);
        } else {
          break;
        }
        if (answered.size() == CASES / 3) {
          // From another thread, so that the blow falls somewhere within the next deliveries.
          killed.completeAsync(() -> {
            first.kill();
            return null;
          });
        }
      }
      killed.join();
    }

    try (SandboxProcess second = SandboxProcess.start(port, folder);
        PlatformClient client = new PlatformClient(second.url(), SandboxFixture.QUICK)) {
      for (int i = 0; i < CASES; i++) {
        Delivered again = assertInstanceOf(Delivered.class, client.deliver(all.get(i)));
        if (i < answered.size()) {
          Delivered before = answered.get(i);
          assertEquals(new Delivered(before.provincialNo(), before.receivedAt(), true), again);
        }
      }
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Sandbox.DATABASE));
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*), count(DISTINCT provincial_no) FROM cases JOIN case_events"
                    + " USING (case_id)")) {
      assertEquals(CASES, row.getInt(1));
      assertEquals(CASES, row.getInt(2));
    }
  }
}
