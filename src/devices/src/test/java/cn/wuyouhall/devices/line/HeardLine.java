package cn.wuyouhall.devices.line;

import cn.wuyouhall.devices.state.Trouble;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A listener that remembers, and waits for what a test expects. */
final class HeardLine implements LineListener {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<String> news = new ArrayList<>();

  @Override
  public synchronized void up() {
    news.add("up");
    notifyAll();
  }

  @Override
  public synchronized void received(byte[] received) {
    bytes.writeBytes(received);
    notifyAll();
  }

  @Override
  public synchronized void down(Trouble trouble) {
    news.add(trouble.code());
    notifyAll();
  }

  synchronized List<String> news() {
    return List.copyOf(news);
  }

  synchronized byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Waits up to ten seconds; says whether it came true. */
  synchronized boolean until(BooleanSupplier condition) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      try {
        wait(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return condition.getAsBoolean();
  }
}
