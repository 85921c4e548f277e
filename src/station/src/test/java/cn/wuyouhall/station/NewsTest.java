package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** News reach everyone. */
class NewsTest {
  @Test
  void aListenerThatFailsKeepsNothingFromTheOthers() {
    News news = new News(null);
    AtomicInteger heard = new AtomicInteger();
    news.onChange(() -> {
      throw new IllegalStateException("a listener that fails");
    });
    news.onChange(heard::incrementAndGet);
    news.tell();
    assertEquals(1, heard.get());
  }
}
