package cn.wuyouhall.station.data;

import cn.wuyouhall.domain.catalogue.Pinyin;
import java.util.Arrays;
import java.util.List;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * Readings of a character by pinyin4j: all of them, without tones; none for very rare characters.
 */
public final class PinyinReadings implements Pinyin {
  @Override
  public List<String> readings(char character) {
    String[] all = PinyinHelper.toHanyuPinyinStringArray(character);
    return all == null
        ? List.of()
        : Arrays.stream(all)
            .map(reading -> reading.replaceAll("\\d", "").replace("u:", "v"))
            .distinct()
            .toList();
  }
}
