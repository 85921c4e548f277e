package cn.wuyouhall.devices.codec;

import static cn.wuyouhall.devices.codec.Streams.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.devices.codec.SdtCodec.Reply;
import cn.wuyouhall.devices.codec.SdtCodec.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdtCodecTest {
  private static final String PREAMBLE = "AAAAAA9669";
  private static final byte[] FOUND = hex(PREAMBLE + "0008 00009F 00000000 97");
  private static final byte[] NO_CARD = hex(PREAMBLE + "0004 000080 84");

  @ParameterizedTest
  @CsvSource({
    "RESET, 000310FFEC",
    "STATUS, 000311FFED",
    "SAM_ID, 000312FFEE",
    "FIND, 0003200122",
    "SELECT, 0003200221",
    "READ, 0003300132",
    "NEWEST_ADDRESS, 0003300330"
  })
  void requestsAreThoseOfTheTable(Request request, String tail) {
    assertEquals(PREAMBLE + tail, hex(request.bytes()));
  }

  @ParameterizedTest
  @CsvSource({
    "0008 00009F 00000000 97, 9F, 4",
    "0004 000080 84, 80, 0",
    "000C 000090 0000000000000000 9C, 90, 8",
    "0004 000081 85, 81, 0",
    "0004 000041 45, 41, 0"
  })
  void repliesOfTheTableAreUnderstood(String tail, String sw3, int data) {
    List<Reply> replies = fed(hex(PREAMBLE + tail));
    assertEquals(1, replies.size());
    assertEquals(Integer.parseInt(sw3, 16), replies.getFirst().sw3());
    assertEquals(data, replies.getFirst().data().length);
  }

  @Test
  void aReadOf1295BytesHoldsItsText() {
    byte[] read = read(0);
    assertEquals(1295, read.length);
    byte[] text = fed(read).getFirst().text();
    assertEquals(256, text.length);
    assertEquals(7, text[7]);
  }

  @Test
  void aWrongChecksumIsNoReply() {
    byte[] wrong = FOUND.clone();
    wrong[wrong.length - 1] ^= 1;
    assertEquals(List.of(), fed(wrong));
  }

  @Test
  void aReplyThatBeginsInsideABrokenOneIsFound() {
    // A long frame breaks off; what follows would be taken for its rest.
    byte[] broken = Arrays.copyOf(read(0), 700);
    List<Reply> replies = new ArrayList<>();
    SdtCodec codec = new SdtCodec();
    codec.feed(broken, replies::add);
    for (int i = 0; i < 60; i++) {
      codec.feed(NO_CARD, replies::add);
    }
    assertTrue(replies.size() >= 50, "found " + replies.size());
    assertTrue(replies.stream().allMatch(reply -> reply.sw3() == Reply.NO_CARD));
  }

  @Test
  void aResetForgetsHalfAReply() {
    SdtCodec codec = new SdtCodec();
    List<Reply> replies = new ArrayList<>();
    codec.feed(Arrays.copyOf(read(0), 700), replies::add);
    codec.reset();
    codec.feed(FOUND, replies::add);
    assertEquals(1, replies.size());
    assertEquals(700, codec.noise());
  }

  @Property(tries = 200)
  void everyReplyIsFoundWhateverThePortionsAndTheNoise(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int most) {
    Random random = new Random(seed);
    List<byte[]> frames = List.of(FOUND, NO_CARD, read(random.nextInt(50)), NO_CARD);
    List<byte[]> pieces = new ArrayList<>();
    for (byte[] frame : frames) {
      byte[] noise = Streams.noise(random.nextInt(40), random);
      for (int i = 0; i < noise.length; i++) {
        // Noise that does not happen to begin like a frame.
        noise[i] = noise[i] == (byte) 0xAA ? 0x55 : noise[i];
      }
      pieces.add(noise);
      pieces.add(frame);
    }
    SdtCodec codec = new SdtCodec();
    List<Reply> replies = new ArrayList<>();
    Streams.portions(Streams.join(pieces.toArray(byte[][]::new)), most, random)
        .forEach(portion -> codec.feed(portion, replies::add));
    assertEquals(
        List.of(Reply.FOUND, Reply.NO_CARD, Reply.DONE, Reply.NO_CARD),
        replies.stream().map(Reply::sw3).toList());
  }

  @Property(tries = 50)
  void noiseAtLineRateLeavesTheNextReplyReadable(@ForAll long seed) {
    Random random = new Random(seed);
    SdtCodec codec = new SdtCodec();
    List<Reply> replies = new ArrayList<>();
    codec.feed(Streams.noise(50_000, random), replies::add);
    codec.reset();
    replies.clear();
    codec.feed(FOUND, replies::add);
    assertEquals(1, replies.size());
    assertArrayEquals(new byte[4], replies.getFirst().data());
  }

  private static List<Reply> fed(byte[] bytes) {
    List<Reply> replies = new ArrayList<>();
    new SdtCodec().feed(bytes, replies::add);
    return replies;
  }

  /** A read reply of text and photo, its bytes counted up from {@code first}. */
  private static byte[] read(int first) {
    byte[] frame = Arrays.copyOf(hex(PREAMBLE + "0508 000090 0100 0400"), 1295);
    for (int i = 14; i < 1294; i++) {
      frame[i] = (byte) (first + i - 14);
    }
    byte sum = 0;
    for (int i = 5; i < 1294; i++) {
      sum ^= frame[i];
    }
    frame[1294] = sum;
    return frame;
  }
}
