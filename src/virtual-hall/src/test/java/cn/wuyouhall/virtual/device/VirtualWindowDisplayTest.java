package cn.wuyouhall.virtual.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.virtual.golden.GoldenFrames;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VirtualWindowDisplayTest {
  private final GoldenFrames frames = GoldenFrames.load("window-display");
  private final VirtualWindowDisplay led = new VirtualWindowDisplay();

  @Test
  void showsTheTextUnderEitherSum() {
    led.received(frames.get("text-sum-with-end"));
    assertEquals("请A023到3号窗口", led.text());
    assertEquals(VirtualWindowDisplay.Sum.WITH_END, led.sum());
    led.received(frames.get("text-sum"));
    assertEquals(VirtualWindowDisplay.Sum.WITHOUT_END, led.sum());
    assertEquals(2, led.frames());
  }

  @Test
  void byteByByteAfterGarbageAndABrokenFrame() {
    byte[] frame = frames.get("text-sum");
    led.received(Sent.bytes("AA00FFAA01BB"));
    led.received(Arrays.copyOf(frame, 15));
    for (byte b : frame) {
      led.received(new byte[] {b});
    }
    assertEquals("请A023到3号窗口", led.text());
    assertEquals(1, led.refused());
  }

  @Test
  void aWrongSumShowsNothingAndAnEndlessFrameIsForgotten() {
    byte[] frame = frames.get("text-sum");
    frame[5] = (byte) (frame[5] + 9);
    led.received(frame);
    assertEquals("", led.text());
    led.received(Arrays.copyOf(frame, 15));
    led.received(new byte[10_000]);
    led.received(frames.get("text-sum"));
    assertEquals("请A023到3号窗口", led.text());
  }
}
