package cn.wuyouhall.store.sql;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The connections of one database: writes one at a time, reads beside them. Blocks and refuses the
 * screen's thread; safe from any thread.
 */
public interface Connections extends AutoCloseable {
  /**
   * Runs {@code work} as one durable transaction that sees no other writer in between; any
   * exception rolls it back whole.
   *
   * @param doing what this is for, for messages; no personal data
   */
  <T> T write(String doing, Work<T> work);

  /** Runs {@code work} on one consistent picture, which ends with it. */
  <T> T read(String doing, Work<T> work);

  /**
   * Writes a consistent copy of the whole database into a file that does not exist yet, while work
   * goes on.
   *
   * @return false where the database is a server, which is backed up by its own tools
   */
  boolean copyTo(Path target);

  /** A number that is another one after each commit of any process, this one's included. */
  long changes();

  /** The dialect behind these connections. */
  Dialect dialect();

  /** Closes all connections; waits for the work under way. */
  @Override
  void close();

  /** Something done with one connection's statements; it must not keep them. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T with(Statements sql) throws SQLException;
  }

  /** The two homes. */
  enum Dialect {
    SQLITE,
    POSTGRESQL
  }

  /** What a failure is thrown as: the journal and the hall differ. */
  @FunctionalInterface
  interface Translation {
    /** The exception to throw for {@code failure} while {@code doing}. */
    RuntimeException of(String doing, SQLException failure);
  }
}
