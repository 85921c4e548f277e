package cn.wuyouhall.devices.codec;

import static cn.wuyouhall.devices.codec.Streams.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.devices.codec.EscPosReplies.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscPosRepliesTest {
  @ParameterizedTest
  @CsvSource({
    "4, 12, true, false, false, false",
    "4, 1E, true, false, true, false",
    "4, 72, false, true, false, false",
    "4, 7E, false, true, true, false",
    "1, 12, true, false, false, false",
    "1, 1A, false, false, false, false",
    "2, 16, false, false, false, true",
    "2, 32, false, true, false, false",
    "2, 52, false, false, false, false",
    "3, 1A, false, false, false, false"
  })
  void realTimeStatus(
      int n, String answer, boolean prints, boolean end, boolean near, boolean cover) {
    EscPosStatus status = EscPosStatus.realTime(n, Integer.parseInt(answer, 16));
    assertEquals(prints, status.prints());
    assertEquals(end, status.paperEnd());
    assertEquals(near, status.nearEnd());
    assertEquals(cover, status.coverOpen());
  }

  @Test
  void allAnswersShareOneStream() {
    // A real-time answer, an automatic status (cover open), an end of job with paper near its end.
    List<Reply> replies = fed(hex("12 30000000 03"));
    assertEquals(3, replies.size());
    assertEquals(new Reply.RealTime(0x12), replies.get(0));
    assertTrue(((Reply.Automatic) replies.get(1)).status().coverOpen());
    assertTrue(((Reply.Job) replies.get(2)).paper().nearEnd());
    assertFalse(((Reply.Job) replies.get(2)).paper().paperEnd());
  }

  @Test
  void anAutomaticStatusThatBreaksOffIsNoise() {
    EscPosReplies codec = new EscPosReplies();
    List<Reply> replies = new ArrayList<>();
    codec.feed(hex("10 00 12"), replies::add);
    assertEquals(List.of(new Reply.RealTime(0x12)), replies);
    assertEquals(2, codec.noise());
  }

  @Property(tries = 200)
  void portionsMakeNoDifference(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int most) {
    Random random = new Random(seed);
    byte[] stream = Streams.noise(500, random);
    EscPosReplies codec = new EscPosReplies();
    List<Reply> replies = new ArrayList<>();
    Streams.portions(stream, most, random).forEach(portion -> codec.feed(portion, replies::add));
    assertEquals(fed(stream), replies);
  }

  private static List<Reply> fed(byte[] bytes) {
    List<Reply> replies = new ArrayList<>();
    new EscPosReplies().feed(bytes, replies::add);
    return replies;
  }
}
