package cn.wuyouhall.devices.codec;

import cn.wuyouhall.domain.devices.Scanner.Scan;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Code scanners on a line: codes end in CR, LF or both. A code is UTF-8 when it is valid UTF-8,
 * else GB18030 when it is valid GB18030, else damaged. One that is too long is damaged up to its
 * end.
 */
public final class ScanCodec implements Decoder<Scan> {
  /** Serial speed of scanners. */
  public static final int BAUD = 9_600;

  /** The longest code, in characters. */
  public static final int MOST_CHARACTERS = 2_000;

  private static final int MOST_BYTES = 4 * MOST_CHARACTERS;
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final byte[] held = new byte[MOST_BYTES];
  private int count;
  private boolean tooLong;
  private long noise;

  @Override
  public void feed(byte[] bytes, Consumer<Scan> scans) {
    for (byte b : bytes) {
      if (b == '\r' || b == '\n') {
        end().ifPresent(scans);
      } else if (count < MOST_BYTES) {
        held[count++] = b;
      } else {
        tooLong = true;
        noise++;
      }
    }
  }

  @Override
  public void reset() {
    Arrays.fill(held, 0, count, (byte) 0);
    count = 0;
    tooLong = false;
  }

  /** What goes beyond the longest code; bytes within it are told as a damaged one at its end. */
  @Override
  public long noise() {
    return noise;
  }

  private Optional<Scan> end() {
    byte[] code = Arrays.copyOf(held, count);
    boolean damaged = tooLong;
    reset();
    if (damaged) {
      return Optional.of(new Scan.Damaged());
    }
    return code.length == 0 ? Optional.empty() : Optional.of(decode(code));
  }

  private static Scan decode(byte[] code) {
    Optional<String> utf8 = strictly(StandardCharsets.UTF_8, code);
    Optional<String> gb18030 = strictly(GB18030, code);
    return utf8.filter(ScanCodec::isChinese)
        .or(() -> gb18030.filter(ScanCodec::isChinese))
        .or(() -> utf8)
        .or(() -> gb18030)
        .filter(text -> text.length() <= MOST_CHARACTERS)
        .<Scan>map(Scan.Text::new)
        .orElseGet(Scan.Damaged::new);
  }

  /** ASCII, Chinese characters and their punctuation; the dot of names only among characters. */
  private static boolean isChinese(String text) {
    boolean hasCharacters = text.codePoints().anyMatch(ScanCodec::isCharacter);
    return text.codePoints()
        .allMatch(c ->
            c < 0x80
                || isCharacter(c)
                || c == 0xB7 && hasCharacters
                || c >= 0x2000 && Character.UnicodeScript.of(c) == Character.UnicodeScript.COMMON
                || c >= 0xFF01 && c <= 0xFF5E);
  }

  private static boolean isCharacter(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  /** GB18030 gives a meaning to almost any bytes: what no code can hold is damage. */
  private static Optional<String> strictly(Charset charset, byte[] code) {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(code))
              .toString();
      return text.codePoints().allMatch(ScanCodec::canStandInACode)
          ? Optional.of(text)
          : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean canStandInACode(int character) {
    return switch (Character.getType(character)) {
      // GS1 codes separate their fields with 1D; tabs separate fields in others.
      case Character.CONTROL -> character == '\t' || character == 0x1D;
      case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
      default -> true;
    };
  }
}
