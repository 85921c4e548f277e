package cn.wuyouhall.domain.catalogue;

import java.util.List;

/**
 * The readings of Chinese characters, supplied from outside so that the rules need no dictionary.
 * Any thread; never blocks.
 */
@FunctionalInterface
public interface Pinyin {
  /**
   * Every reading of a character: lower-case ASCII without tones, ü as v, each once, in any order.
   * 单 has dan, chan and shan. Empty for what is not Chinese and for characters the dictionary does
   * not know.
   */
  List<String> readings(char character);
}
