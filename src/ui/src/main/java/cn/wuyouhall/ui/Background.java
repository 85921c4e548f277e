package cn.wuyouhall.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bridge between work that can block and the screen: {@code work.run(() ->
 * issue.ticket(line)).then(this::show).otherwise(this::explain)}.
 *
 * <p>Work runs on named threads of its own; results and failures arrive on the FX thread. Every
 * failure is logged once, here, with the code the screen shows.
 */
public final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private static final long CLOSE_SECONDS = 2;

  private final Executor off;
  private final Executor screen;
  private final AutoCloseable ending;
  private Consumer<Failure> unexplained = failure -> {};

  private Background(Executor off, Executor screen, AutoCloseable ending) {
    this.off = off;
    this.screen = screen;
    this.ending = ending;
  }

  /**
   * Work on threads named {@code NAME-work-N}, as many as are needed at once; idle ones go away
   * after a minute. Daemon threads: a hanging device does not keep a closed app alive.
   */
  public static Background threads(String name) {
    return threads(name, Platform::runLater);
  }

  /** The same; results and failures arrive when {@code screen} lets them: a {@link Finger}. */
  public static Background threads(String name, Executor screen) {
    ThreadFactory named = Thread.ofPlatform().daemon().name(name + "-work-", 1).factory();
    ExecutorService pool = Executors.newCachedThreadPool(named);
    return new Background(
        pool,
        screen,
        () -> {
          pool.shutdown();
          if (!pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            pool.shutdownNow();
          }
        });
  }

  /** Everything at once on the calling thread: for tests of view models. */
  public static Background sameThread() {
    return through(Runnable::run, Runnable::run);
  }

  /** Work and its results where these say: for tests in which one comes late. */
  public static Background through(Executor off, Executor screen) {
    return new Background(off, screen, () -> {});
  }

  /** Explains failures that no {@link Job#otherwise} takes; called on the FX thread. */
  public Background unexplained(Consumer<Failure> explain) {
    unexplained = explain;
    return this;
  }

  /**
   * Starts {@code work} now. Call on the FX thread and attach {@code then} before returning. After
   * {@link #close} nothing is started and nobody is told.
   */
  public <T> Job<T> run(Callable<? extends T> work) {
    Job<T> job = new Job<>();
    try {
      off.execute(() -> work(work, job));
    } catch (RejectedExecutionException closed) {
      LOG.debug("asked for after the screen was closed", closed);
      job.drop();
    }
    return job;
  }

  private <T> void work(Callable<? extends T> work, Job<T> job) {
    T value;
    try {
      value = work.call();
    } catch (Throwable e) { // a library's error too: whoever waits must hear of it
      Failure failure = Failure.of(e);
      LOG.error("{} background work failed", failure.code(), e);
      screen.execute(() -> {
        if (!job.failed(failure)) {
          unexplained.accept(failure);
        }
      });
      return;
    }
    screen.execute(() -> job.finished(value));
  }

  /** Lets running work end for two seconds, then interrupts it. */
  @Override
  public void close() {
    try {
      ending.close();
    } catch (Exception e) {
      Thread.currentThread().interrupt();
    }
  }
}
