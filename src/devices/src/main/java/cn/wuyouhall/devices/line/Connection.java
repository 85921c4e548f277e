package cn.wuyouhall.devices.line;

import cn.wuyouhall.devices.state.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One connection from its opening to its fall. The first reason to fall is the one that counts; a
 * hundred thousand more change nothing.
 */
final class Connection {
  private static final int QUEUE_LENGTH = 64;

  private final Wire wire;
  private final long stuckNanos;
  private final BlockingQueue<Sending> queue = new ArrayBlockingQueue<>(QUEUE_LENGTH);
  private final AtomicReference<Trouble> fallen = new AtomicReference<>();
  private final AtomicReference<Sending> writing = new AtomicReference<>();
  private volatile long writingSince;
  private final Thread writer;
  private final String name;

  private record Sending(byte[] bytes, CompletableFuture<Sent> outcome) {}

  Connection(String name, Wire wire, Duration stuckAfter) {
    this.name = name;
    this.wire = wire;
    this.stuckNanos = stuckAfter.toNanos();
    wire.whenGone(() -> fall(Trouble.CUT_OFF));
    writer = Thread.ofPlatform().daemon().name("line-" + name + "-write").start(this::write);
  }

  /** Ends the connection; only the first call has an effect. Never blocks: fit for any callback. */
  void fall(Trouble trouble) {
    fallen.compareAndSet(null, trouble);
  }

  /** Why it fell; null while it stands. */
  Trouble fallen() {
    return fallen.get();
  }

  CompletableFuture<Sent> send(byte[] bytes) {
    Sending sending = new Sending(bytes.clone(), new CompletableFuture<>());
    if (fallen.get() != null || !queue.offer(sending)) {
      sending.outcome.complete(Sent.NOTHING);
    } else if (fallen.get() != null && queue.remove(sending)) {
      sending.outcome.complete(Sent.NOTHING);
    }
    return sending.outcome;
  }

  /** Reads until the connection falls, and watches the writer meanwhile. */
  void read(Consumer<byte[]> received) {
    byte[] chunk = new byte[4096];
    while (fallen.get() == null) {
      try {
        int count = wire.read(chunk);
        if (count < 0) {
          fall(Trouble.CUT_OFF);
        } else if (count > 0) {
          received.accept(Arrays.copyOf(chunk, count));
        }
      } catch (IOException | RuntimeException e) {
        // A wire that fails in any way is given up: a new one is opened.
        fall(Trouble.CUT_OFF);
      }
      if (writing.get() != null && System.nanoTime() - writingSince > stuckNanos) {
        fall(Trouble.STUCK);
      }
    }
  }

  /** Closes the wire on a thread that may be lost, and settles every sending that is still open. */
  void end(Duration limit) {
    Thread closer = Thread.ofPlatform().daemon().name("line-" + name + "-close").start(wire::close);
    writer.interrupt();
    try {
      closer.join(limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Sending stuck = writing.get();
    if (stuck != null) {
      stuck.outcome.complete(Sent.PARTLY);
    }
    List<Sending> waiting = new ArrayList<>();
    queue.drainTo(waiting);
    waiting.forEach(sending -> sending.outcome.complete(Sent.NOTHING));
  }

  private void write() {
    while (fallen.get() == null) {
      Sending sending;
      try {
        sending = queue.poll(1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        return;
      }
      if (sending != null) {
        handOver(sending);
      }
    }
  }

  private void handOver(Sending sending) {
    writingSince = System.nanoTime();
    writing.set(sending);
    if (fallen.get() != null) {
      writing.set(null);
      sending.outcome.complete(Sent.NOTHING);
      return;
    }
    Sent outcome = Sent.PARTLY;
    try {
      wire.write(sending.bytes);
      // A write that a closing port lets go may have lost bytes, whatever it returns.
      outcome = fallen.get() == null ? Sent.HANDED_OVER : Sent.PARTLY;
    } catch (Wire.NothingTaken e) {
      outcome = Sent.NOTHING;
      fall(Trouble.FILE_FAILED);
    } catch (IOException | RuntimeException e) {
      fall(Trouble.CUT_OFF);
    } finally {
      writing.set(null);
      sending.outcome.complete(outcome);
    }
  }
}
