package cn.wuyouhall.virtual.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VirtualIdReaderTest {
  private static final String PRE = "AAAAAA9669";
  private static final String FIND = PRE + "0003200122";
  private static final String SELECT = PRE + "0003200221";
  private static final String READ = PRE + "0003300132";
  private static final String READ_FINGER = PRE + "0003301023";
  private static final String ADDRESS = PRE + "0003300330";
  private static final String NO_CARD = PRE + "000400008084";
  private static final String FOUND = PRE + "000800009F0000000097";

  private final VirtualIdReader reader = new VirtualIdReader();
  private final Sent sent = new Sent();

  @BeforeEach
  void connect() {
    reader.connect(sent);
  }

  private String ask(String hex) {
    reader.received(Sent.bytes(hex));
    return sent.hex();
  }

  @Test
  void findSelectReadThenNoCardUntilItIsLifted() {
    assertEquals(NO_CARD, ask(FIND));
    reader.lay(Card.named("citizen-1"));
    assertEquals(FOUND, ask(FIND));
    assertEquals(PRE + "000C00009000000000000000009C", ask(SELECT));
    reader.received(Sent.bytes(READ));
    byte[] reply = sent.take();
    assertEquals(1295, reply.length);
    assertArrayEquals(Sent.bytes(PRE + "050800009001000400"), Arrays.copyOf(reply, 14));
    assertEquals("张小三", new String(reply, 14, 30, StandardCharsets.UTF_16LE).strip());
    byte xor = 0;
    for (int i = 5; i < reply.length; i++) {
      xor ^= reply[i];
    }
    assertEquals(0, xor, "the checksum closes the frame");
    assertEquals(VirtualIdReader.Stage.READ, reader.stage());
    assertEquals(NO_CARD, ask(FIND));
    reader.lift();
    assertEquals(NO_CARD, ask(FIND));
    reader.lay(Card.named("citizen-3"));
    assertEquals(FOUND, ask(FIND));
  }

  @Test
  void cardsThatCannotBeReadSayWhy() {
    reader.lay(Card.named("damaged"));
    assertEquals(FOUND, ask(FIND));
    ask(SELECT);
    assertEquals(PRE + "000400004145", ask(READ));
    assertEquals(FOUND, ask(FIND), "a damaged card can be tried again");
    reader.lay(Card.named("foreign"));
    assertEquals(FOUND, ask(FIND));
    assertEquals(PRE + "000400008185", ask(SELECT));
    reader.lay(Card.named("wrong"));
    ask(FIND);
    ask(SELECT);
    assertEquals(PRE + "000400004044", ask(READ));
    reader.lay(Card.named("bank"));
    assertEquals(NO_CARD, ask(FIND));
  }

  @Test
  void outOfOrderIsRefused() {
    reader.lay(Card.named("citizen-1"));
    assertEquals(PRE + "000400008185", ask(SELECT));
    assertEquals(PRE + "000400004145", ask(READ));
    assertEquals(PRE + "000400002125", ask(PRE + "000377FF8B"));
  }

  @Test
  void fingerprintsComeInTheThreeLengthFrame() {
    reader.lay(Card.named("citizen-2"));
    ask(FIND);
    ask(SELECT);
    reader.received(Sent.bytes(READ_FINGER));
    assertEquals(2321, sent.take().length);
    reader.lay(Card.named("citizen-1"));
    ask(FIND);
    ask(SELECT);
    reader.received(Sent.bytes(READ_FINGER));
    byte[] without = sent.take();
    assertEquals(1297, without.length);
    assertArrayEquals(Sent.bytes("050A000090010004000000"), Arrays.copyOfRange(without, 5, 16));
  }

  @Test
  void newestAddressIsSeventyBytesOrNoSuchItem() {
    reader.lay(Card.named("citizen-4"));
    ask(FIND);
    reader.received(Sent.bytes(ADDRESS));
    assertEquals(5 + 2 + 3 + 70 + 1, sent.take().length);
    reader.lay(Card.named("citizen-1"));
    assertEquals(PRE + "000400009195", ask(ADDRESS));
  }

  @Test
  void byteByByteWithGarbageBetween() {
    reader.lay(Card.named("citizen-1"));
    for (byte b : Sent.bytes("00FFAAAA" + FIND + "96AA")) {
      reader.received(new byte[] {b});
    }
    assertEquals(FOUND, sent.hex());
  }

  @Test
  void wrongSumsAndLengthsAreNamedAndTheNextFrameWorks() {
    assertEquals(PRE + "000400001014", ask(PRE + "0003200123"));
    assertEquals(PRE + "000400001115", ask(PRE + "7FFF"));
    assertEquals(NO_CARD, ask("2001" + FIND));
    assertEquals(PRE + "000400001014" + NO_CARD, ask(PRE + "000320" + FIND), "a frame broken off");
    assertEquals(NO_CARD + NO_CARD, ask(FIND + FIND), "two in one");
  }

  @Test
  void floodsOfGarbageAreForgotten() {
    byte[] flood = new byte[100_000];
    Arrays.fill(flood, (byte) 0xAA);
    reader.received(flood);
    assertEquals(NO_CARD, ask(FIND));
  }

  @Test
  void silentAndSlow() throws InterruptedException {
    reader.mode(VirtualIdReader.Mode.SILENT);
    assertEquals("", ask(FIND));
    reader.mode(VirtualIdReader.Mode.NORMAL);
    reader.thinking(Duration.ofSeconds(3));
    assertEquals(NO_CARD, ask(FIND));
    assertEquals(Duration.ofSeconds(3), sent.last());
    reader.lay(Card.named("citizen-1"));
    assertTrue(!reader.awaitRead(Duration.ZERO));
    ask(FIND);
    ask(SELECT);
    ask(READ);
    assertTrue(reader.awaitRead(Duration.ZERO));
  }
}
