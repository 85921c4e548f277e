package cn.wuyouhall.virtual.printer;

import java.nio.charset.Charset;

/** Which characters the printer's font holds; another one comes out as a box. */
public enum Rom {
  /** Everything, four-byte codes too: rare. */
  GB18030,
  /** Two-byte codes: usual. */
  GBK,
  /** The 6,763 characters of 1980: old or cheap. */
  GB2312;

  /** Whether this font has a picture for the character that these bytes mean. */
  boolean holds(String character, int codeLength) {
    return switch (this) {
      case GB18030 -> true;
      case GBK -> codeLength <= 2;
      case GB2312 -> codeLength <= 2 && Charset.forName("GB2312").newEncoder().canEncode(character);
    };
  }
}
