package cn.wuyouhall.store.hall;

class PostgresHallPartsTest extends HallPartsContract {
  @Override
  protected HallDatabase open() throws Exception {
    return HallDatabases.openUrl(
        PostgresServer.freshDatabase(), TestHall.SCOPE, TestHall.IDS, keys -> TestHall.CIPHER);
  }
}
