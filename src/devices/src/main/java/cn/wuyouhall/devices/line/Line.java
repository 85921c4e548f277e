package cn.wuyouhall.devices.line;

import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.work.BlockingWork;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one device connected until closed.
 *
 * <p>One thread connects and reads, one thread per connection writes. However many signs of a cut
 * come, one connection ends once. A write that is stuck longer than the limit ends the connection;
 * nothing else waits for it. A sending belongs to the connection it was given to and is never
 * repeated on the next.
 */
public final class Line implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final Duration LONG_ENOUGH_TO_FORGIVE = Duration.ofSeconds(5);
  private static final Duration CLOSE_LIMIT = Duration.ofMillis(1_500);

  private final String name;
  private final LineSpec spec;
  private final Wires wires;
  private final Manner manner;
  private final AtomicBoolean started = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Connection current;
  private volatile Thread reader;

  /**
   * The waits of a line, all in real time.
   *
   * @param backoff before connecting again
   * @param stuckAfter how long one write may take before the port is closed
   */
  public record Manner(Backoff backoff, Duration stuckAfter) {
    /** For halls. */
    public static final Manner USUAL = new Manner(Backoff.USUAL, Duration.ofSeconds(5));
  }

  /**
   * A line that is not started yet.
   *
   * @param name short, for threads and the log
   */
  public Line(String name, LineSpec spec, Wires wires, Manner manner) {
    this.name = name;
    this.spec = spec;
    this.wires = wires;
    this.manner = manner;
  }

  /** Where it leads. */
  public LineSpec spec() {
    return spec;
  }

  /** Begins to connect, and goes on until closed. Once only. Returns at once. */
  public void start(LineListener listener) {
    if (!started.compareAndSet(false, true)) {
      throw new IllegalStateException("line " + name + " is started already");
    }
    reader =
        Thread.ofPlatform().daemon().name("line-" + name + "-read").start(() -> keep(listener));
  }

  /**
   * Queues bytes for the present connection; never blocks. Without a connection, or with too many
   * sendings waiting, the answer is {@link Sent#NOTHING} at once.
   */
  public CompletableFuture<Sent> send(byte[] bytes) {
    Connection connection = current;
    return connection == null
        ? CompletableFuture.completedFuture(Sent.NOTHING)
        : connection.send(bytes);
  }

  /** Whether a connection is open now. */
  public boolean isUp() {
    return current != null;
  }

  /** Ends the present connection, if any, as if it were cut; the line connects anew by itself. */
  public void reconnect(Trouble trouble) {
    Connection connection = current;
    if (connection != null) {
      connection.fall(trouble);
    }
  }

  /** Lets go, and waits two seconds at most for it. Does nothing the second time. */
  @Override
  public void close() {
    BlockingWork.refuseOnUiThread();
    closed.countDown();
    reconnect(Trouble.CLOSED);
    Thread thread = reader;
    if (thread != null && thread != Thread.currentThread()) {
      try {
        thread.join(CLOSE_LIMIT.plusMillis(400));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void keep(LineListener listener) {
    int failures = 0;
    Trouble told = null;
    while (!isClosed()) {
      switch (open(told)) {
        case Wires.Opening.Opened(Wire wire) -> {
          long since = System.nanoTime();
          told = carry(wire, listener);
          boolean held = System.nanoTime() - since > LONG_ENOUGH_TO_FORGIVE.toNanos();
          failures = held ? 1 : failures + 1;
        }
        case Wires.Opening.NotOpened(Trouble trouble) -> {
          failures++;
          if (trouble != told && !isClosed()) {
            LOG.info("line {} ({}): {}", name, spec, trouble.code());
            told = trouble;
            tell(() -> listener.down(trouble));
          }
        }
      }
      pause(manner.backoff().after(failures));
    }
  }

  /**
   * A fault in the opening, a missing native part among them, is one more reason not to be open.
   */
  private Wires.Opening open(Trouble told) {
    try {
      return wires.open(spec);
    } catch (RuntimeException | LinkageError e) {
      if (told != Trouble.OPEN_FAILED) {
        LOG.error("line {} ({}) cannot be opened", name, spec, e);
      }
      return new Wires.Opening.NotOpened(Trouble.OPEN_FAILED);
    }
  }

  /** Serves one connection to its end, and says why it ended. */
  private Trouble carry(Wire wire, LineListener listener) {
    Connection connection = new Connection(name, wire, manner.stuckAfter());
    current = connection;
    if (isClosed()) {
      connection.fall(Trouble.CLOSED);
    } else {
      tell(listener::up);
    }
    connection.read(bytes -> tell(() -> listener.received(bytes)));
    current = null;
    Trouble trouble = connection.fallen();
    LOG.info("line {} ({}): {}", name, spec, trouble.code());
    // Told before the open sendings are settled: who waits for one then knows why.
    tell(() -> listener.down(trouble));
    connection.end(CLOSE_LIMIT);
    return trouble;
  }

  /** A listener's fault must not end the line. */
  private void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      LOG.error("line {}: its listener failed", name, e);
    }
  }

  private void pause(Duration wait) {
    try {
      if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.countDown();
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }
}
