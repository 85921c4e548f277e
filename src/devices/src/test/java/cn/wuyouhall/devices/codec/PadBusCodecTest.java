package cn.wuyouhall.devices.codec;

import static cn.wuyouhall.devices.codec.Streams.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.wuyouhall.devices.codec.PadBusCodec.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PadBusCodecTest {
  @Test
  void aRatingBeginsWithFunc01Data0B() {
    // SUM = 01 + 01 + 0B
    assertEquals("FF6803036801010B0D16", hex(PadBusCodec.evaluate(1).bytes()));
  }

  @Test
  void aKeyIsAnsweredWithFunc01AndASumThatIs10Less() {
    byte[] key = hex("FF68 03 03 68 01 11 03 15 16");
    List<Frame> frames = fed(key);
    assertEquals(1, frames.size());
    assertEquals(PadBusCodec.FUNC_GRADE, frames.getFirst().func());
    byte[] answer = frames.getFirst().answer().bytes();
    assertEquals("FF6803036801010305" + "16", hex(answer));
    assertEquals(key[key.length - 2] - 0x10, answer[answer.length - 2]);
  }

  @Test
  void aFrameShowsNoGrade() {
    assertFalse(new Frame(1, 0x11, new byte[] {4}).toString().contains("4"));
  }

  @Test
  void wrongSumsAndLengthsAreNoFrames() {
    assertEquals(List.of(), fed(hex("FF68 03 03 68 01 11 03 14 16")));
    assertEquals(List.of(), fed(hex("FF68 03 04 68 01 11 03 15 16")));
    assertEquals(List.of(), fed(hex("FF68 03 03 68 01 11 03 15 17")));
  }

  @Property(tries = 300)
  void everyFrameIsFoundWhateverThePortionsAndTheNoise(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int most) {
    Random random = new Random(seed);
    List<byte[]> pieces = new ArrayList<>();
    List<byte[]> data = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      byte[] noise = Streams.noise(random.nextInt(20), random);
      for (int j = 0; j < noise.length; j++) {
        noise[j] = noise[j] == (byte) 0xFF ? 0 : noise[j];
      }
      byte[] content = Streams.noise(random.nextInt(8), random);
      data.add(content);
      pieces.add(noise);
      pieces.add(new Frame(random.nextInt(256), random.nextInt(256), content).bytes());
    }
    PadBusCodec codec = new PadBusCodec();
    List<Frame> frames = new ArrayList<>();
    Streams.portions(Streams.join(pieces.toArray(byte[][]::new)), most, random)
        .forEach(portion -> codec.feed(portion, frames::add));
    assertEquals(20, frames.size());
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(data.get(i), frames.get(i).data());
    }
  }

  @Property(tries = 100)
  void pureNoiseEndsAndTheNextFrameIsFound(@ForAll long seed) {
    PadBusCodec codec = new PadBusCodec();
    List<Frame> frames = new ArrayList<>();
    codec.feed(Streams.noise(20_000, new Random(seed)), frames::add);
    // At most one frame's length of it can still look like a beginning.
    codec.feed(new byte[64], frames::add);
    frames.clear();
    codec.feed(PadBusCodec.evaluate(7).bytes(), frames::add);
    assertEquals(1, frames.size());
  }

  private static List<Frame> fed(byte[] bytes) {
    List<Frame> frames = new ArrayList<>();
    new PadBusCodec().feed(bytes, frames::add);
    return frames;
  }
}
