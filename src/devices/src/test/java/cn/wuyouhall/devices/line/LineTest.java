package cn.wuyouhall.devices.line;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.devices.state.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LineTest {
  private static final Line.Manner QUICK =
      new Line.Manner(_ -> Duration.ofMillis(1), Duration.ofMillis(150));

  private final MemoryWires wires = new MemoryWires();
  private final MemoryWires.FarEnd device = wires.end("d");
  private final HeardLine heard = new HeardLine();

  @Test
  void carriesBytesBothWays() throws Exception {
    try (Line line = started(QUICK)) {
      assertEquals(Sent.HANDED_OVER, sent(line.send(new byte[] {1, 2, 3})));
      device.say((byte) 9, (byte) 8);
      assertTrue(heard.until(() -> heard.bytes().length == 2));
      assertArrayEquals(new byte[] {1, 2, 3}, device.takeHeard());
    }
  }

  @Test
  void aHundredThousandSignsOfACutAreOneCloseAndOneReconnect() {
    try (Line line = started(QUICK)) {
      List<Thread> storms = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        storms.add(Thread.ofPlatform().start(() -> device.cut(25_000)));
      }
      assertTrue(heard.until(() -> heard.news().size() >= 3 && line.isUp()));
      storms.forEach(LineTest::join);
      // A storm that is still blowing when the next wire is up is that wire's own: here none is.
      assertTrue(heard.until(line::isUp));
      int ups = Collections.frequency(heard.news(), "up");
      int downs = Collections.frequency(heard.news(), "CUT_OFF");
      assertEquals(ups, downs + 1);
      assertTrue(ups <= 1 + 4, "one reconnect for each storm at most, not " + (ups - 1));
      assertEquals(device.openings(), device.closings() + 1);
    }
  }

  @Test
  void aStuckWriteEndsTheConnectionAndIsReportedAsPartly() throws Exception {
    try (Line line = started(QUICK)) {
      device.stall(true);
      CompletableFuture<Sent> stuck = line.send(new byte[10]);
      CompletableFuture<Sent> behind = line.send(new byte[10]);
      assertEquals(Sent.PARTLY, sent(stuck));
      assertEquals(Sent.NOTHING, sent(behind));
      assertTrue(heard.until(() -> heard.news().contains("STUCK")));
      device.stall(false);
      assertTrue(heard.until(() -> line.isUp()));
      assertEquals(Sent.HANDED_OVER, sent(line.send(new byte[] {7})));
      assertArrayEquals(new byte[] {7}, device.takeHeard());
    }
  }

  @Test
  void aQueueThatIsFullTakesNothingMore() throws Exception {
    try (Line line = started(new Line.Manner(Backoff.USUAL, Duration.ofSeconds(30)))) {
      device.stall(true);
      List<CompletableFuture<Sent>> sendings = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        sendings.add(line.send(new byte[1000]));
      }
      long refused = sendings.stream().filter(s -> s.isDone() && s.join() == Sent.NOTHING).count();
      assertTrue(refused >= 200 - 64 - 1, "refused " + refused);
    }
  }

  @Test
  void waitsLongerAfterEachFailureAndTellsEachReasonOnce() {
    device.refuse(Trouble.NO_PORT);
    List<Integer> failures = Collections.synchronizedList(new ArrayList<>());
    Backoff counting =
        count -> {
          failures.add(count);
          return Duration.ofMillis(1);
        };
    try (Line line = startedNow(new Line.Manner(counting, Duration.ofSeconds(5)))) {
      assertTrue(heard.until(() -> failures.size() >= 5));
      device.refuse(null);
      assertTrue(heard.until(line::isUp));
      assertEquals(List.of(1, 2, 3, 4, 5), failures.subList(0, 5));
      assertEquals(List.of("NO_PORT", "up"), heard.news());
    }
    assertEquals(Duration.ofMillis(250), Backoff.USUAL.after(1));
    assertEquals(Duration.ofMillis(500), Backoff.USUAL.after(2));
    assertEquals(Duration.ofSeconds(5), Backoff.USUAL.after(1_000_000));
  }

  @Test
  void anOpeningThatFailsInAnUnforeseenWayIsTriedAgain() {
    List<Throwable> faults =
        new ArrayList<>(
            List.of(new UnsatisfiedLinkError("no native part"), new IllegalStateException("x")));
    Wires failing =
        spec -> {
          if (!faults.isEmpty()) {
            switch (faults.removeFirst()) {
              case Error e -> throw e;
              case RuntimeException e -> throw e;
              case Throwable e -> throw new AssertionError(e);
            }
          }
          return wires.open(spec);
        };
    Line line = new Line("failing", new LineSpec.Memory("d"), failing, QUICK);
    line.start(heard);
    try (line) {
      assertTrue(heard.until(line::isUp));
      assertTrue(heard.until(() -> heard.news().equals(List.of("OPEN_FAILED", "up"))));
    }
  }

  @Test
  void aWireThatFailsInAnUnforeseenWayIsGivenUpForANewOne() throws Exception {
    AtomicInteger openings = new AtomicInteger();
    Wires failing =
        spec ->
            openings.getAndIncrement() < 2 ? new Wires.Opening.Opened(FAULTY) : wires.open(spec);
    Line line = new Line("failing", new LineSpec.Memory("d"), failing, QUICK);
    line.start(heard);
    try (line) {
      assertTrue(heard.until(line::isUp));
      // Taken by the first faulty wire, or by the next: what became of it is always told.
      assertTrue(List.of(Sent.PARTLY, Sent.NOTHING).contains(sent(line.send(new byte[] {1}))));
      assertTrue(heard.until(() -> device.openings() == 1 && line.isUp()));
      assertEquals(Sent.HANDED_OVER, sent(line.send(new byte[] {7})));
      assertArrayEquals(new byte[] {7}, device.takeHeard());
    }
  }

  private static final Wire FAULTY =
      new Wire() {
        private final CountDownLatch written = new CountDownLatch(1);

        @Override
        public int read(byte[] into) {
          try {
            if (written.await(READ_WAIT_MS, TimeUnit.MILLISECONDS)) {
              throw new IllegalStateException("a read of a wire that broke");
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return 0;
        }

        @Override
        public void write(byte[] bytes) {
          written.countDown();
          throw new IllegalStateException("a write to a wire that breaks");
        }

        @Override
        public void close() {}
      };

  @Test
  void aLineClosedWhileItOpensTellsNothingMore() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Wires slow =
        spec -> {
          opening.countDown();
          await(goOn);
          return wires.open(spec);
        };
    Line line = new Line("slow", new LineSpec.Memory("d"), slow, QUICK);
    line.start(heard);
    await(opening);
    line.close();
    goOn.countDown();
    assertTrue(heard.until(() -> device.closings() == 1));
    assertEquals(List.of(), heard.news().stream().filter(news -> news.equals("up")).toList());
  }

  /** Linux says of each connection which timer runs: 02 is the one that asks a silent peer. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aSilentPeerBehindANetworkIsAskedWhetherItIsThere() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      LineSpec.Tcp spec =
          new LineSpec.Tcp(server.getInetAddress().getHostAddress(), server.getLocalPort());
      Line line = new Line("tcp", spec, Wires.ofThisMachine(), QUICK);
      line.start(heard);
      try (line;
          Socket far = server.accept()) {
        assertTrue(heard.until(line::isUp));
        String ends = ":%04X 0100007F:%04X".formatted(far.getPort(), far.getLocalPort());
        assertTrue(heard.until(() -> timerOf(ends).equals("02")), () -> timerOf(ends));
      }
    }
  }

  private static String timerOf(String ends) {
    List<String> rows = new ArrayList<>();
    try {
      for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
        if (Files.exists(Path.of(table))) {
          rows.addAll(Files.readAllLines(Path.of(table)));
        }
      }
      return rows.stream()
          .map(row -> row.replace("0000000000000000FFFF0000", ""))
          .filter(row -> row.contains(ends))
          .map(row -> row.strip().split("\\s+", -1)[5].substring(0, 2))
          .findFirst()
          .orElse("none");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void withoutAConnectionNothingIsSent() throws Exception {
    device.refuse(Trouble.NO_PORT);
    try (Line line = startedNow(QUICK)) {
      assertEquals(Sent.NOTHING, sent(line.send(new byte[] {1})));
    }
  }

  @Test
  void closingLeavesNoThread() {
    Line line = started(QUICK);
    line.close();
    assertEquals("CLOSED", heard.news().getLast());
    assertTrue(
        heard.until(() ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().startsWith("line-closing"))));
    line.close();
  }

  @Test
  void refusesTheScreensThread() {
    Line line = started(QUICK);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread screen =
        Thread.ofPlatform()
            .name("JavaFX Application Thread")
            .start(() -> thrown.set(assertThrows(IllegalStateException.class, line::close)));
    join(screen);
    assertTrue(thrown.get() != null);
    line.close();
  }

  @Test
  void aFileLineHasEverythingOnTheDisk(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("deep/ticket.bin");
    Line line =
        new Line("file", new LineSpec.ToFile(file), Wires.ofThisMachine(), Line.Manner.USUAL);
    line.start(heard);
    try (line) {
      assertTrue(heard.until(line::isUp));
      assertEquals(Sent.HANDED_OVER, sent(line.send(new byte[] {1, 2})));
      assertEquals(Sent.HANDED_OVER, sent(line.send(new byte[] {3})));
      assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(file));
    }
  }

  @Test
  void aFileLineThatCannotBeWrittenSaysSo() {
    // A full disk, as Linux offers one to everybody.
    Line line =
        new Line("full", new LineSpec.ToFile(Path.of("/dev/full")), Wires.ofThisMachine(), QUICK);
    line.start(heard);
    try (line) {
      assertTrue(heard.until(line::isUp));
      assertTrue(List.of(Sent.NOTHING, Sent.PARTLY).contains(line.send(new byte[] {1, 2}).join()));
    }
  }

  private Line started(Line.Manner manner) {
    Line line = startedNow(manner);
    assertTrue(heard.until(line::isUp));
    return line;
  }

  private Line startedNow(Line.Manner manner) {
    Line line = new Line("closing", new LineSpec.Memory("d"), wires, manner);
    line.start(heard);
    return line;
  }

  private static Sent sent(CompletableFuture<Sent> sending) throws Exception {
    return sending.get(10, TimeUnit.SECONDS);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
