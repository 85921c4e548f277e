package cn.wuyouhall.domain.catalogue;

import java.util.BitSet;

/**
 * What a text surely does not hold, told from a few bits: most of the 1,733 items are passed over
 * without looking at a single character. It may let through what is not there; it never holds back
 * what is.
 */
final class SearchSieve {
  private static final int LETTERS = 26;

  private long characters;
  private long sounds;
  private int initials;
  private final BitSet beginnings = new BitSet(LETTERS * LETTERS);

  /** The sieve of a text's searchable characters and their readings. */
  SearchSieve(char[] chars, String[][] readings) {
    for (int i = 0; i < chars.length; i++) {
      characters |= bit(chars[i]);
      for (String reading : readings[i]) {
        sounds |= bit(reading.hashCode());
        if (reading.length() > 1) {
          begin(reading.charAt(0), reading.charAt(1));
        }
      }
      int own = initials(chars[i], readings[i]);
      initials |= own;
      if (i > 0) {
        join(initials(chars[i - 1], readings[i - 1]), own);
      }
    }
  }

  /** Whether {@code part} may stand in the text without gaps. */
  boolean mayHold(char[] part, String[][] readings) {
    for (int q = 0; q < part.length; q++) {
      if (!SearchText.isLetter(part[q]) && !mayHold(part[q], readings[q])) {
        return false;
      }
    }
    if (!SearchText.isLetter(part[0])) {
      return true;
    }
    return part.length > 1 && SearchText.isLetter(part[1])
        ? beginnings.get((part[0] - 'a') * LETTERS + part[1] - 'a')
        : (initials & 1 << (part[0] - 'a')) != 0;
  }

  /**
   * Whether each character of {@code part} may stand somewhere in the text, letters as initials.
   */
  boolean mayHoldScattered(char[] part) {
    for (char c : part) {
      boolean held =
          SearchText.isLetter(c) ? (initials & 1 << (c - 'a')) != 0 : (characters & bit(c)) != 0;
      if (!held) {
        return false;
      }
    }
    return true;
  }

  private boolean mayHold(char c, String[] readings) {
    if ((characters & bit(c)) != 0) {
      return true;
    }
    for (String reading : readings) {
      if ((sounds & bit(reading.hashCode())) != 0) {
        return true;
      }
    }
    return false;
  }

  private void join(int some, int others) {
    for (int a = 0; a < LETTERS; a++) {
      for (int b = 0; (some & 1 << a) != 0 && b < LETTERS; b++) {
        if ((others & 1 << b) != 0) {
          beginnings.set(a * LETTERS + b);
        }
      }
    }
  }

  private void begin(char first, char second) {
    if (SearchText.isLetter(first) && SearchText.isLetter(second)) {
      beginnings.set((first - 'a') * LETTERS + second - 'a');
    }
  }

  private static int initials(char c, String[] readings) {
    int initials = SearchText.isLetter(c) ? 1 << (c - 'a') : 0;
    for (String reading : readings) {
      char first = reading.charAt(0);
      initials |= SearchText.isLetter(first) ? 1 << (first - 'a') : 0;
    }
    return initials;
  }

  private static long bit(int hash) {
    return 1L << ((hash * 0x9E3779B9) >>> 26);
  }
}
