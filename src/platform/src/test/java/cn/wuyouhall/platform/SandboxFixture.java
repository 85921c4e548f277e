package cn.wuyouhall.platform;

import cn.wuyouhall.platform.contract.RatingKey;
import cn.wuyouhall.virtual.platform.Sandbox;
import cn.wuyouhall.virtual.platform.StatusPace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A real sandbox on a real socket, with a clock that a test moves, and a client of it. */
final class SandboxFixture implements AutoCloseable {
  static final StatusPace PACE =
      new StatusPace(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(1));
  static final Limits QUICK =
      new Limits(Duration.ofSeconds(2), Duration.ofSeconds(10), 256L << 10, 32L << 20);

  private final Path folder;
  private volatile Instant now = Samples.MONDAY;
  private Sandbox sandbox;
  private PlatformClient client;

  SandboxFixture(Path folder) throws IOException {
    this(folder, 0);
  }

  SandboxFixture(Path folder, int port) throws IOException {
    this.folder = folder;
    start(port);
  }

  Sandbox sandbox() {
    return sandbox;
  }

  PlatformClient client() {
    return client;
  }

  RatingKey ratingKey() {
    return ((Reading.Read<RatingKey>) client.ratingKey()).value();
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Down and up again on the same port and folder. */
  void restart() throws IOException {
    int port = sandbox.port();
    sandbox.close();
    client.close();
    start(port);
  }

  /** A number read from the sandbox's database, as a checker would. */
  long count(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Sandbox.DATABASE));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : -1;
    }
  }

  @Override
  public void close() {
    client.close();
    sandbox.close();
  }

  private void start(int port) throws IOException {
    InstantSource clock = () -> now;
    sandbox = Sandbox.start(port, folder, clock, PACE);
    client = new PlatformClient(sandbox.url(), QUICK);
  }
}
