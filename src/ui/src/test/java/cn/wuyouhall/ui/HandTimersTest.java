package cn.wuyouhall.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandTimersTest {
  @Test
  void timersPassInOrderAndARestartBeginsAnew() {
    HandTimers timers = new HandTimers();
    List<String> seen = new ArrayList<>();
    UiTimers.Timer idle = timers.after(Duration.ofSeconds(30), () -> seen.add("idle"));
    UiTimers.Timer tick = timers.every(Duration.ofSeconds(10), () -> seen.add("tick"));
    timers.advance(Duration.ofSeconds(20));
    idle.restart();
    timers.advance(Duration.ofSeconds(25));
    tick.stop();
    timers.advance(Duration.ofSeconds(25));
    assertEquals(List.of("tick", "tick", "tick", "tick", "idle"), seen);
  }
}
