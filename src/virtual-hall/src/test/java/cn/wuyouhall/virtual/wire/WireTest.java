package cn.wuyouhall.virtual.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fazecast.jSerialComm.SerialPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireTest {
  private static final byte[] ALL = new byte[256];

  static {
    for (int i = 0; i < ALL.length; i++) {
      ALL[i] = (byte) i;
    }
  }

  @TempDir Path dir;

  private static byte[] take(Wire wire, int count) {
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    byte[] room = new byte[64];
    long end = System.nanoTime() + 5_000_000_000L;
    while (got.size() < count && System.nanoTime() < end) {
      int n = wire.read(room, room.length, 50);
      got.write(room, 0, Math.max(n, 0));
    }
    return got.toByteArray();
  }

  /**
   * Every byte value, both ways, through a plain open of the name: nothing echoes, nothing is
   * edited.
   */
  @Test
  void aPseudoTerminalCarriesEveryByteBothWays() throws IOException {
    assumeTrue(PtyWire.available());
    try (PtyWire wire = PtyWire.open(dir.resolve("printer"));
        RandomAccessFile other = new RandomAccessFile(dir.resolve("printer").toFile(), "rw")) {
      other.write(ALL);
      assertArrayEquals(ALL, take(wire, 256));
      assertTrue(wire.write(ALL));
      byte[] back = new byte[256];
      other.readFully(back);
      assertArrayEquals(ALL, back);
      assertEquals(0, wire.read(new byte[9], 9, 1), "no echo");
    }
    assertFalse(Files.exists(dir.resolve("printer")));
  }

  @Test
  void bytesToAPortNobodyOpenedAreLost() throws IOException {
    assumeTrue(PtyWire.available());
    try (PtyWire wire = PtyWire.open(dir.resolve("scanner"))) {
      assertEquals(Wire.NOBODY, wire.read(new byte[9], 9, 1));
      assertFalse(wire.write("old".getBytes(StandardCharsets.US_ASCII)));
      try (RandomAccessFile other = new RandomAccessFile(dir.resolve("scanner").toFile(), "rw")) {
        assertTrue(wire.write("new".getBytes(StandardCharsets.US_ASCII)));
        byte[] got = new byte[3];
        other.readFully(got);
        assertEquals("new", new String(got, StandardCharsets.US_ASCII));
      }
      assertEquals(Wire.NOBODY, wire.read(new byte[9], 9, 1));
    }
  }

  @Test
  void aCutCableIsGoneAndComesBackUnderItsName() throws IOException {
    assumeTrue(PtyWire.available());
    Path name = dir.resolve("pad");
    try (PtyWire wire = PtyWire.open(name)) {
      RandomAccessFile before = new RandomAccessFile(name.toFile(), "rw");
      wire.cut();
      assertFalse(wire.plugged());
      assertFalse(Files.exists(name, java.nio.file.LinkOption.NOFOLLOW_LINKS));
      assertEquals(Wire.NOBODY, wire.read(new byte[9], 9, 1));
      assertThrows(IOException.class, () -> before.write(1), "the open end notices");
      before.close();
      wire.plug();
      try (RandomAccessFile after = new RandomAccessFile(name.toFile(), "rw")) {
        after.write(7);
        assertArrayEquals(new byte[] {7}, take(wire, 1));
      }
    }
  }

  /** A reader that takes nothing costs a second and the bytes, never the thread. */
  @Test
  void aFullLineLosesBytesInsteadOfHanging() throws IOException {
    assumeTrue(PtyWire.available());
    try (PtyWire wire = PtyWire.open(dir.resolve("full"));
        RandomAccessFile other = new RandomAccessFile(dir.resolve("full").toFile(), "rw")) {
      assertFalse(wire.write(new byte[200_000]));
      other.write(1);
      assertArrayEquals(new byte[] {1}, take(wire, 1));
    }
  }

  /** The serial library the stations use opens the line by its stable name. */
  @Test
  void aSerialLibraryOpensTheName() throws IOException {
    assumeTrue(PtyWire.available());
    try (PtyWire wire = PtyWire.open(dir.resolve("reader"))) {
      SerialPort port = SerialPort.getCommPort(wire.path().toString());
      port.setBaudRate(115_200);
      port.setComPortTimeouts(SerialPort.TIMEOUT_READ_BLOCKING, 5000, 0);
      assertTrue(port.openPort(), "opens " + wire.path());
      try {
        assertEquals(ALL.length, port.writeBytes(ALL, ALL.length));
        assertArrayEquals(ALL, take(wire, ALL.length));
        assertTrue(wire.write(ALL));
        byte[] back = new byte[ALL.length];
        assertEquals(ALL.length, port.readBytes(back, back.length));
        assertArrayEquals(ALL, back);
      } finally {
        port.closePort();
      }
    }
  }

  /** After a cut the library's port is dead; the same name opens again once the cable is back. */
  @Test
  void aSerialLibraryFindsTheCableAgain() throws IOException {
    assumeTrue(PtyWire.available());
    try (PtyWire wire = PtyWire.open(dir.resolve("again"))) {
      for (int round = 0; round < 3; round++) {
        SerialPort port = SerialPort.getCommPort(wire.path().toString());
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_BLOCKING, 5000, 0);
        assertTrue(port.openPort(), "round " + round);
        assertEquals(1, port.writeBytes(new byte[] {9}, 1));
        assertArrayEquals(new byte[] {9}, take(wire, 1));
        wire.cut();
        port.closePort();
        assertThrows(
            RuntimeException.class,
            () -> SerialPort.getCommPort(wire.path().toString()),
            "no such port");
        wire.plug();
      }
    }
  }

  @Test
  void tcpCarriesBytesAndComesBackOnItsPort() throws IOException {
    try (TcpWire wire = TcpWire.open(0)) {
      String[] parts = wire.address().split(":", 3);
      int port = Integer.parseInt(parts[2]);
      try (Socket station = new Socket(parts[1], port)) {
        station.getOutputStream().write(ALL);
        assertArrayEquals(ALL, take(wire, 256));
        assertTrue(wire.write(ALL));
        assertArrayEquals(ALL, station.getInputStream().readNBytes(256));
        wire.cut();
        assertEquals(-1, station.getInputStream().read());
      }
      assertThrows(IOException.class, () -> new Socket(parts[1], port).close());
      assertEquals(Wire.NOBODY, wire.read(new byte[9], 9, 1));
      wire.plug();
      try (Socket station = new Socket(parts[1], port)) {
        station.getOutputStream().write(5);
        assertArrayEquals(new byte[] {5}, take(wire, 1));
      }
    }
  }
}
