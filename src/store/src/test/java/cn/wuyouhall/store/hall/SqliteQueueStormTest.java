package cn.wuyouhall.store.hall;

import cn.wuyouhall.store.sql.Connections;
import cn.wuyouhall.store.sql.SqliteConnections;
import cn.wuyouhall.store.sql.SqliteFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteQueueStormTest extends QueueStormContract {
  @TempDir Path folder;

  @Override
  protected Connections connect() throws Exception {
    Path file = folder.resolve("hall.db");
    new SqliteFile(
            file, HallDatabases.APPLICATION_ID, HallDatabases.MIGRATIONS, HallDatabases.NEWEST)
        .prepare();
    return new SqliteConnections(file, 2, HallDatabases::unavailable);
  }
}
