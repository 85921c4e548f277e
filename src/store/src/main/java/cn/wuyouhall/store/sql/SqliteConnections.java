package cn.wuyouhall.store.sql;

import cn.wuyouhall.domain.work.BlockingWork;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One SQLite file: a writer whose every transaction is BEGIN IMMEDIATE, a few readers, and one
 * connection that only ever asks for {@code data_version}. WAL with synchronous=FULL: a commit is
 * on the disk when it returns.
 */
public final class SqliteConnections implements Connections {
  private static final int BUSY_MILLIS = 5_000;

  private final Path file;
  private final Translation translation;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final ReentrantLock polling;
  private final Session writer;
  private final Session poller;
  private final List<Session> readers = new ArrayList<>();
  private final BlockingQueue<Session> idle;
  private volatile boolean closed;

  private record Session(Connection connection, Statements sql) {}

  /**
   * Opens the connections of a file that is already known to be a database of the right kind.
   *
   * @param readerCount readers besides the writer; 0 for a file whose reads go through the writer
   */
  public SqliteConnections(Path file, int readerCount, Translation translation)
      throws SQLException {
    this.file = file;
    this.translation = translation;
    this.polling = readerCount == 0 ? writing : new ReentrantLock();
    this.idle = new ArrayBlockingQueue<>(Math.max(1, readerCount));
    List<Session> opened = new ArrayList<>();
    try {
      this.writer = session(file, opened);
      this.poller = readerCount == 0 ? writer : session(file, opened);
      for (int i = 0; i < readerCount; i++) {
        Session reader = session(file, opened);
        readers.add(reader);
        idle.add(reader);
      }
    } catch (SQLException failure) {
      for (Session session : opened) {
        quietly(session.connection()::close);
      }
      throw failure;
    }
  }

  /** A connection with the pragmas every file of ours is opened with. */
  public static Connection connect(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }

  private static Session session(Path file, List<Session> opened) throws SQLException {
    Connection connection = connect(file);
    Session session = new Session(connection, new Statements(connection));
    opened.add(session);
    return session;
  }

  @Override
  public <T> T write(String doing, Work<T> work) {
    BlockingWork.refuseOnUiThread();
    writing.lock();
    try {
      return transaction(writer, "BEGIN IMMEDIATE", work);
    } catch (SQLException failure) {
      throw translation.of(doing, failure);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public <T> T read(String doing, Work<T> work) {
    BlockingWork.refuseOnUiThread();
    if (readers.isEmpty()) {
      return readOnWriter(doing, work);
    }
    Session reader;
    try {
      reader = idle.take();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw translation.of(doing, new SQLException("interrupted while waiting", interrupted));
    }
    try {
      return transaction(reader, "BEGIN", work);
    } catch (SQLException failure) {
      throw translation.of(doing, failure);
    } finally {
      idle.add(reader);
    }
  }

  @Override
  public boolean copyTo(Path target) {
    BlockingWork.refuseOnUiThread();
    try (Connection own = connect(file);
        Statements sql = new Statements(own)) {
      sql.update("VACUUM INTO ?", target.toString());
      return true;
    } catch (SQLException failure) {
      throw translation.of("back up", failure);
    }
  }

  private void refuseClosed() throws SQLException {
    if (closed) {
      throw new SQLiteException("closed", SQLiteErrorCode.SQLITE_CANTOPEN);
    }
  }

  private <T> T readOnWriter(String doing, Work<T> work) {
    writing.lock();
    try {
      return transaction(writer, "BEGIN", work);
    } catch (SQLException failure) {
      throw translation.of(doing, failure);
    } finally {
      writing.unlock();
    }
  }

  private <T> T transaction(Session session, String begin, Work<T> work) throws SQLException {
    refuseClosed();
    session.sql().update(begin);
    boolean committed = false;
    try {
      T result = work.with(session.sql());
      session.sql().update("COMMIT");
      committed = true;
      return result;
    } finally {
      if (!committed) {
        quietly(() -> session.sql().update("ROLLBACK"));
      }
    }
  }

  @Override
  public long changes() {
    BlockingWork.refuseOnUiThread();
    polling.lock();
    try {
      refuseClosed();
      return poller.sql().number("PRAGMA data_version");
    } catch (SQLException failure) {
      throw translation.of("ask for news", failure);
    } finally {
      polling.unlock();
    }
  }

  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public void close() {
    writing.lock();
    polling.lock();
    try {
      if (closed) {
        return;
      }
      for (int i = 0; i < readers.size(); i++) {
        close(idle.take());
      }
      closed = true;
      idle.addAll(readers);
      if (!poller.equals(writer)) {
        close(poller);
      }
      close(writer);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      polling.unlock();
      writing.unlock();
    }
  }

  private static void close(Session session) {
    quietly(session.sql()::close);
    quietly(session.connection()::close);
  }

  @FunctionalInterface
  private interface Ending {
    void run() throws SQLException;
  }

  /** What may fail after the work has already failed or ended: its failure says nothing new. */
  private static void quietly(Ending ending) {
    try {
      ending.run();
    } catch (SQLException alreadyOver) {
      // The transaction was rolled back by SQLite itself, or the connection was closed before.
    }
  }
}
