package cn.wuyouhall.store.hall;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteHallQueueTest extends HallQueueContract {
  @TempDir Path folder;

  @Override
  protected HallDatabase open() {
    return HallDatabases.openFile(
        folder.resolve("hall.db"), TestHall.SCOPE, TestHall.IDS, keys -> TestHall.CIPHER);
  }
}
