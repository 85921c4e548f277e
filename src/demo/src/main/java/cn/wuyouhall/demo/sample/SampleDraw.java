package cn.wuyouhall.demo.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;

/** Draws from the one seed, apart for each purpose, the same on every machine. */
final class SampleDraw {
  static final long SEED = 610829;
  private final Random random;

  /** A draw of its own for {@code purpose}; {@link String#hashCode} is specified too. */
  SampleDraw(String purpose) {
    random = new Random(SEED * 31 + purpose.hashCode());
  }

  /** One of these. */
  @SafeVarargs
  final <T> T oneOf(T... options) {
    return options[random.nextInt(options.length)];
  }

  /** True once in {@code n} draws, on average. */
  boolean onceIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** These in an order of chance. */
  <T> List<T> shuffled(Collection<T> all) {
    List<T> list = new ArrayList<>(all);
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T kept = list.get(i);
      list.set(i, list.get(j));
      list.set(j, kept);
    }
    return list;
  }
}
