package cn.wuyouhall.store.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.wuyouhall.domain.queue.HallUnavailable;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.PostgresConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresQueueStormTest extends QueueStormContract {
  private String url;

  @BeforeEach
  void freshDatabase() throws Exception {
    url = PostgresServer.freshDatabase();
  }

  @Override
  protected Connections connect() throws Exception {
    return PostgresConnections.open(url, HallDatabases.MIGRATIONS, HallDatabases::unavailable);
  }

  private static HallDatabase open(String address) {
    return HallDatabases.openUrl(address, TestHall.SCOPE, TestHall.IDS, keys -> TestHall.CIPHER);
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() {
    HallUnavailable away =
        assertThrows(
            HallUnavailable.class,
            () -> open("jdbc:postgresql://127.0.0.1:1/hall?user=x&password=geheim"));
    assertEquals(Code.NO_SERVER, ((StoreException) away.getCause()).reason());
    assertEquals("open jdbc:postgresql://127.0.0.1:1/hall?user=x&password=***", away.getMessage());
  }

  @Test
  void anotherKindOfAddressIsRefused() {
    StoreRefused refused = assertThrows(StoreRefused.class, () -> open("jdbc:mysql://hall"));
    assertEquals(Code.UNKNOWN_ADDRESS, refused.reason());
  }
}
