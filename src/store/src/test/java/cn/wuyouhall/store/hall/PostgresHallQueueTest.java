package cn.wuyouhall.store.hall;

class PostgresHallQueueTest extends HallQueueContract {
  @Override
  protected HallDatabase open() throws Exception {
    return HallDatabases.openUrl(
        PostgresServer.freshDatabase(), TestHall.SCOPE, TestHall.IDS, keys -> TestHall.CIPHER);
  }
}
