package cn.wuyouhall.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.wuyouhall.virtual.device.Sent;
import cn.wuyouhall.virtual.wire.PtyWire;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The devices at real lines, moved by the one-line commands. TCP, so that it runs anywhere;
 * pseudo-terminals have tests of their own.
 */
class VirtualHallDevicesTest {
  private final ObjectMapper json = new ObjectMapper();
  @TempDir Path dir;
  private VirtualHallDevices hall;
  private DeviceCommands commands;

  @BeforeEach
  void open() throws IOException {
    hall = VirtualHallDevices.open(HallLayout.usual(dir).onTcp().withSpeed(50));
    commands = new DeviceCommands(hall);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private JsonNode say(String command) throws IOException {
    return json.readTree(commands.execute(command));
  }

  private Socket station(String device) throws IOException {
    String[] line = hall.lines().get(device).split(":", 3);
    Socket socket = new Socket(line[1], Integer.parseInt(line[2]));
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(Socket socket, String hex) throws IOException {
    socket.getOutputStream().write(Sent.bytes(hex));
  }

  private static String receive(Socket socket, int bytes) throws IOException {
    byte[] got = new byte[bytes];
    new DataInputStream(socket.getInputStream()).readFully(got);
    return HexFormat.of().withUpperCase().formatHex(got);
  }

  @Test
  void aVisitByHand() throws IOException {
    try (Socket reader = station("reader");
        Socket printer = station("printer");
        Socket pad = station("pad");
        Socket led = station("led");
        Socket scanner = station("scanner")) {
      assertTrue(say("card lay citizen-1").get("ok").asBoolean());
      send(reader, "AAAAAA96690003200122 AAAAAA96690003200221 AAAAAA96690003300132");
      receive(reader, 15 + 19 + 1295);
      assertEquals("read", say("card await 5000").get("stage").asText());
      assertEquals("no-card", say("card lift").get("stage").asText());

      send(printer, "1B40 1C26 C7EB41303233 0A 1D5600 1D7201");
      assertEquals("00", receive(printer, 1));
      assertEquals("请A023", say("printer last").get("paper").get("lines").get(0).asText());

      send(pad, "FF6803036801010B0D16");
      assertTrue(say("pad await asking 5000").get("ok").asBoolean());
      assertEquals("unanswered", say("pad press 0").get("state").asText());
      assertEquals("FF680303680111001216", receive(pad, 10));
      send(pad, "FF680303680101000216");
      assertTrue(say("pad await thanked 5000").get("ok").asBoolean());

      send(led, "AA01BB5154A501009900" + "63C7EB413032 33B5BD33BAC5B4B0BFDAFF");
      assertEquals("请A023到3号窗口", say("led await A023 5000").get("text").asText());

      say("scanner suffix crlf");
      Socket unused = scanner;
      say("cable state");
      awaitScan(unused);
    }
  }

  /**
   * A scan before the scanner's connection was taken is lost, as on a port nobody has open: scan
   * until it arrives.
   */
  private void awaitScan(Socket scanner) throws IOException {
    scanner.setSoTimeout(200);
    for (int attempt = 0; attempt < 50; attempt++) {
      say("scan 号 A 023");
      try {
        assertEquals("E58FB7204120303233" + "0D0A", receive(scanner, 11));
        return;
      } catch (java.net.SocketTimeoutException e) {
        // Not yet.
      }
    }
    throw new AssertionError("no scan arrived");
  }

  @Test
  void aCutCableHangsUpAndComesBack() throws IOException {
    try (Socket printer = station("printer")) {
      send(printer, "100404");
      assertEquals("12", receive(printer, 1));
      assertEquals("false", say("cable cut printer").get("plugged").get("printer").asText());
      assertEquals(-1, printer.getInputStream().read());
    }
    assertTrue(say("cable plug printer").get("plugged").get("printer").asBoolean());
    try (Socket printer = station("printer")) {
      send(printer, "100404");
      assertEquals("12", receive(printer, 1));
    }
  }

  @Test
  void noiseGoesBeforeFrames() throws IOException {
    try (Socket printer = station("printer")) {
      send(printer, "100404");
      receive(printer, 1);
      say("noise printer no-status");
      assertEquals("FF8091C3D5FF90", receive(printer, 7));
      say("noise printer on");
      send(printer, "100404");
      assertEquals("12", receive(printer, 21).substring(40));
    }
  }

  @Test
  void refusalsAreInWords() throws IOException {
    assertEquals("the pad is not asking", say("pad press 0").get("error").asText());
    assertEquals("keys are 0 to 4", say("pad press 7").get("error").asText());
    assertEquals("unknown command: dance", say("dance").get("error").asText());
    assertEquals("no such device: lift", say("cable cut lift").get("error").asText());
    assertEquals("not a number: x", say("pad press x").get("error").asText());
    assertTrue(say("card lay nobody").get("error").asText().contains("citizen-1"));
    assertTrue(say("printer await 1 1").get("error").asText().contains("0 papers"));
    assertEquals("citizen-1", say("card lay citizen-1 @desk-reader").get("card").asText());
    assertTrue(say("card state").get("card").isNull());
  }

  @Test
  void theProcessAnswersEachLineUntilQuit() throws IOException {
    String input = "printer paper-out\nprinter refill\n\nled text\nquit\ncards\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        new VirtualDevices(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out, true, StandardCharsets.UTF_8),
                new PrintWriter(out, true, StandardCharsets.UTF_8))
            .run(List.of("--dir", dir.resolve("other").toString(), "--tcp", "--baud", "led=2400"));
    assertEquals(0, code);
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(5, lines.size(), out::toString);
    assertTrue(json.readTree(lines.getFirst()).get("ready").asBoolean());
    assertTrue(
        json.readTree(lines.getFirst())
            .get("lines")
            .get("printer")
            .asText()
            .startsWith("tcp:127.0.0.1:"));
    assertEquals("out", json.readTree(lines.get(1)).get("roll").asText());
    assertEquals("full", json.readTree(lines.get(2)).get("roll").asText());
  }

  @Test
  void devicesThatCannotAllBeMadeLeaveNoLineBehind() throws IOException {
    assumeTrue(PtyWire.available());
    Path lines = dir.resolve("lines");
    Path noFolder = Files.createFile(dir.resolve("no-folder"));
    HallLayout layout =
        HallLayout.usual(lines)
            .withPapers(noFolder.resolve("papers"))
            .withSlots(
                List.of(
                    new HallLayout.Slot("scanner", DeviceKind.SCANNER, 9_600, 0),
                    new HallLayout.Slot("printer", DeviceKind.TICKET_PRINTER, 9_600, 0)));
    assertThrows(IOException.class, () -> VirtualHallDevices.open(layout).close());
    try (Stream<Path> left = Files.list(lines)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aCommandThatFailsIsToldAndTheNextIsObeyed() throws IOException {
    assumeTrue(PtyWire.available());
    HallLayout one =
        HallLayout.usual(dir.resolve("lines"))
            .withSlots(List.of(new HallLayout.Slot("scanner", DeviceKind.SCANNER, 9_600, 0)));
    try (VirtualHallDevices devices = VirtualHallDevices.open(one)) {
      DeviceCommands scanner = new DeviceCommands(devices);
      Path name = dir.resolve("lines/scanner");
      Files.delete(name);
      Files.createDirectories(name.resolve("in-the-way"));
      JsonNode refused = json.readTree(scanner.execute("cable cut scanner"));
      assertFalse(refused.get("ok").asBoolean());
      assertTrue(refused.get("error").asText().contains("scanner"), refused::toString);
      Files.delete(name.resolve("in-the-way"));
      assertTrue(json.readTree(scanner.execute("cable cut scanner")).get("ok").asBoolean());
    }
  }

  @Test
  void wrongUsageIsTwo() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintWriter print = new PrintWriter(out, true, StandardCharsets.UTF_8);
    VirtualDevices process =
        new VirtualDevices(new ByteArrayInputStream(new byte[0]), print, print);
    assertEquals(2, process.run(List.of("--dir")));
    assertEquals(2, process.run(List.of()));
    assertEquals(2, process.run(List.of("--dir", "x", "--device", "a=toaster")));
    assertEquals(2, process.run(List.of("--dir", "x", "--baud", "toaster=1")));
    assertEquals(2, process.run(List.of("--dir", "x", "--speed", "fast")));
    assertEquals(2, process.run(List.of("--dir", "x", "--speed", "0")));
    assertEquals(2, process.run(List.of("--dir", "x", "--baud", "led=0")));
    assertEquals(2, process.run(List.of("--dir", "x", "--device", "a=scanner:9600:99999")));
    assertEquals(2, process.run(List.of("--dir", "x", "--device", "../a=scanner")));
    assertEquals(
        2, process.run(List.of("--dir", "x", "--device", "a=scanner", "--device", "a=scanner")));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("each device has a name of its own"));
  }
}
