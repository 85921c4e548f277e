package cn.wuyouhall.devices.line;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.testkit.pty.Pty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A line on a real port of the kernel's. */
@EnabledOnOs(OS.LINUX)
class SerialLineTest {
  private static final Line.Manner QUICK =
      new Line.Manner(_ -> Duration.ofMillis(20), Duration.ofMillis(400));

  private final HeardLine heard = new HeardLine();

  @Test
  void carriesEveryByteValueBothWays() throws Exception {
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    try (Pty far = Pty.open();
        Line line = started(far.path())) {
      assertEquals(Sent.HANDED_OVER, line.send(all).get(5, TimeUnit.SECONDS));
      assertArrayEquals(all, read(far, 256));
      far.write(all);
      assertTrue(heard.until(() -> heard.bytes().length == 256));
      assertArrayEquals(all, heard.bytes());
    }
  }

  @Test
  void aPulledCableIsNoticedOnceAndALaterOneIsTakenUp(@TempDir Path folder) throws Exception {
    Path port = folder.resolve("ttyTest");
    Pty first = Pty.open();
    Files.createSymbolicLink(port, Path.of(first.path()));
    try (Line line = started(port.toString())) {
      Files.delete(port);
      first.close();
      assertTrue(heard.until(() -> heard.news().contains("CUT_OFF")), heard.news().toString());
      assertTrue(heard.until(() -> heard.news().contains("NO_PORT")), heard.news().toString());
      try (Pty second = Pty.open()) {
        Files.createSymbolicLink(port, Path.of(second.path()));
        assertTrue(heard.until(line::isUp));
        assertEquals(Sent.HANDED_OVER, line.send(new byte[] {5}).get(5, TimeUnit.SECONDS));
        assertArrayEquals(new byte[] {5}, read(second, 1));
        assertEquals(List.of("up", "CUT_OFF", "NO_PORT", "up"), heard.news());
      }
    }
  }

  @Test
  void aFarEndThatTakesNothingEndsTheWriteAndHangsNothing() throws Exception {
    try (Pty far = Pty.open();
        Line line = started(far.path())) {
      List<CompletableFuture<Sent>> sendings = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        sendings.add(line.send(new byte[4096]));
      }
      assertTrue(heard.until(() -> heard.news().contains("STUCK")), heard.news().toString());
      for (CompletableFuture<Sent> sending : sendings) {
        sending.get(10, TimeUnit.SECONDS);
      }
      assertTrue(sendings.stream().anyMatch(s -> s.join() == Sent.PARTLY));
      assertEquals(Sent.NOTHING, sendings.getLast().join());
    }
  }

  @Test
  void aSecondOpeningOfThePortIsRefused() throws Exception {
    HeardLine other = new HeardLine();
    try (Pty far = Pty.open();
        Line first = started(far.path())) {
      Line second = new Line("second", serial(far.path()), Wires.ofThisMachine(), QUICK);
      second.start(other);
      try (second) {
        assertTrue(other.until(() -> !other.news().isEmpty()));
        assertEquals("IN_USE", other.news().getFirst());
        assertTrue(first.isUp());
      }
    }
  }

  @Test
  void aPortThatIsNotThereIsNamedSo() {
    Line line = new Line("none", serial("/dev/ttyNowhere9"), Wires.ofThisMachine(), QUICK);
    line.start(heard);
    try (line) {
      assertTrue(heard.until(() -> heard.news().equals(List.of("NO_PORT"))));
    }
  }

  private Line started(String path) {
    Line line = new Line("pty", serial(path), Wires.ofThisMachine(), QUICK);
    line.start(heard);
    assertTrue(heard.until(line::isUp), heard.news().toString());
    return line;
  }

  private static LineSpec serial(String path) {
    return new LineSpec.Serial(path, 115_200, 8, 1, LineSpec.Parity.NONE, LineSpec.Flow.NONE);
  }

  private static byte[] read(Pty far, int count) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < 50 && all.size() < count; i++) {
      all.writeBytes(far.read(100));
    }
    return all.toByteArray();
  }
}
