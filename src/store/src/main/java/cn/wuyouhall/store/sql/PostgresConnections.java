package cn.wuyouhall.store.sql;

import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A PostgreSQL server. Writers take one advisory lock for the length of their transaction, so that
 * a transaction sees no other in between, as with the embedded home; what must be unique is a
 * constraint all the same. Lost connections are replaced by the pool; the work under way fails and
 * its request can be sent again.
 */
public final class PostgresConnections implements Connections {
  /** Any number: all programs that write this database take the same. */
  private static final long WRITERS = 0x5759_4831L;

  private static final int MOST = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final HikariDataSource pool;
  private final Translation translation;

  private PostgresConnections(HikariDataSource pool, Translation translation) {
    this.pool = pool;
    this.translation = translation;
  }

  /**
   * Connects and migrates. Programs that start at once wait for each other in the server.
   *
   * @param url a JDBC address with user and password; several hosts are tried in turn
   * @throws StoreException when the server refuses a migration
   * @throws SQLException when it does not answer
   */
  public static PostgresConnections open(String url, String migrations, Translation translation)
      throws SQLException {
    BlockingWork.refuseOnUiThread();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(MOST);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setInitializationFailTimeout(-1);
    config.setPoolName("hall");
    HikariDataSource pool = new HikariDataSource(config);
    boolean open = false;
    try {
      pool.getConnection().close();
      migrate(pool, migrations);
      open = true;
      return new PostgresConnections(pool, translation);
    } finally {
      if (!open) {
        pool.close();
      }
    }
  }

  private static void migrate(HikariDataSource pool, String migrations) {
    try {
      Flyway.configure(PostgresConnections.class.getClassLoader())
          .dataSource(pool)
          .locations("classpath:" + migrations)
          .placeholders(Map.of("bytes", "BYTEA", "rowless", ""))
          .ignoreMigrationPatterns("*:future")
          .load()
          .migrate();
    } catch (FlywayException failure) {
      throw new StoreException(Code.UNEXPECTED, "migrate the hall database", failure);
    }
  }

  @Override
  public <T> T write(String doing, Work<T> work) {
    return transaction(
        doing,
        false,
        sql -> {
          sql.number("SELECT 1 FROM pg_advisory_xact_lock(?)", WRITERS);
          return work.with(sql);
        });
  }

  @Override
  public <T> T read(String doing, Work<T> work) {
    return transaction(doing, true, work);
  }

  private <T> T transaction(String doing, boolean reading, Work<T> work) {
    BlockingWork.refuseOnUiThread();
    try (Connection connection = pool.getConnection();
        Statements sql = new Statements(connection)) {
      connection.setAutoCommit(false);
      connection.setReadOnly(reading);
      connection.setTransactionIsolation(
          reading ? Connection.TRANSACTION_REPEATABLE_READ : Connection.TRANSACTION_READ_COMMITTED);
      return committed(connection, sql, work);
    } catch (SQLException failure) {
      throw translation.of(doing, failure);
    }
  }

  private static <T> T committed(Connection connection, Statements sql, Work<T> work)
      throws SQLException {
    boolean committed = false;
    try {
      T result = work.with(sql);
      connection.commit();
      committed = true;
      return result;
    } finally {
      if (!committed) {
        rollBack(connection);
      }
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException lost) {
      // The connection is gone, and the server rolls back by itself.
    }
  }

  /** The picture of finished transactions, as a number: it is another one after each commit. */
  @Override
  public long changes() {
    return read(
        "ask for news",
        sql -> sql.number("SELECT hashtextextended(pg_current_snapshot()::text, 0)"));
  }

  @Override
  public boolean copyTo(Path target) {
    return false;
  }

  @Override
  public Dialect dialect() {
    return Dialect.POSTGRESQL;
  }

  @Override
  public void close() {
    pool.close();
  }
}
