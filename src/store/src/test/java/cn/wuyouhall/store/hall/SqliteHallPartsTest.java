package cn.wuyouhall.store.hall;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteHallPartsTest extends HallPartsContract {
  @TempDir Path folder;

  @Override
  protected HallDatabase open() {
    return HallDatabases.openFile(
        folder.resolve("hall.db"), TestHall.SCOPE, TestHall.IDS, keys -> TestHall.CIPHER);
  }
}
