package cn.wuyouhall.station.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.junit.jupiter.api.Test;

class PinyinReadingsTest {
  private final PinyinReadings readings = new PinyinReadings();

  @Test
  void aCharacterHasAllItsReadingsOnce() {
    assertEquals(Set.of("dan", "chan", "shan"), Set.copyOf(readings.readings('单')));
    assertEquals(List.of("nv", "ru"), readings.readings('女'));
    assertEquals(List.of(), readings.readings('A'));
    assertEquals(List.of(), readings.readings('。'));
  }

  /** The library reads the same table in its own way: no character may differ. */
  @Test
  void everyCharacterReadsAsInTheLibrary() {
    int read = 0;
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String[] theirs = PinyinHelper.toHanyuPinyinStringArray((char) c);
      List<String> expected =
          theirs == null
              ? List.of()
              : Arrays.stream(theirs)
                  .map(reading -> reading.replaceAll("\\d", "").replace("u:", "v"))
                  .distinct()
                  .toList();
      assertEquals(expected, readings.readings((char) c), Integer.toHexString(c));
      read += expected.isEmpty() ? 0 : 1;
    }
    assertTrue(read > 20_000, "characters with a reading: " + read);
  }
}
