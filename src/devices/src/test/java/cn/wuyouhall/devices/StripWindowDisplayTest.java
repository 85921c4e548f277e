package cn.wuyouhall.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.devices.codec.StripLedCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StripWindowDisplayTest {
  private static final StripLedCodec CODEC = new StripLedCodec(1, StripLedCodec.Checksum.SUM);

  private final Bench bench = new Bench();
  private final List<byte[]> frames = new CopyOnWriteArrayList<>();
  private final List<Long> times = new CopyOnWriteArrayList<>();

  @Test
  void theNewestTextWinsAndFramesKeepTheirDistance() {
    bench.device.play(bytes -> {
      times.add(System.nanoTime());
      frames.add(bytes);
    });
    try (StripWindowDisplay display = new StripWindowDisplay(bench.line(), CODEC, Bench.CLOCK)) {
      Bench.untilCode(display, "");
      for (int i = 0; i < 200; i++) {
        display.show("A" + i);
      }
      Bench.until("newest shown", () -> shows("A199"));
      display.show("B");
      Bench.until("next shown", () -> shows("B"));
      assertTrue(frames.size() < 10, frames.size() + " frames");
      List<Long> gaps = new ArrayList<>();
      for (int i = 1; i < times.size(); i++) {
        gaps.add((times.get(i) - times.get(i - 1)) / 1_000_000);
      }
      assertTrue(gaps.stream().allMatch(gap -> gap >= 95), gaps.toString());
    }
  }

  @Test
  void afterACutTheStripIsShownItsTextAgain() {
    bench.device.play(frames::add);
    try (StripWindowDisplay display = new StripWindowDisplay(bench.line(), CODEC, Bench.CLOCK)) {
      display.show("请A023到3号窗口");
      Bench.until("shown", () -> shows("请A023到3号窗口"));
      frames.clear();
      bench.device.cut(300);
      Bench.until("shown again", () -> shows("请A023到3号窗口"));
      assertEquals(1, frames.size());
    }
  }

  private boolean shows(String text) {
    return !frames.isEmpty() && Arrays.equals(CODEC.show(text), frames.getLast());
  }
}
