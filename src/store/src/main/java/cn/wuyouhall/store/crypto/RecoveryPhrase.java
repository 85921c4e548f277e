package cn.wuyouhall.store.crypto;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The phrase of a hall's recovery copy: eight groups of four characters (160 bits), from an
 * alphabet without I, L, O and U, so that it survives handwriting.
 */
public final class RecoveryPhrase {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUPS = 8;
  private static final int GROUP = 4;

  private RecoveryPhrase() {}

  /** A new phrase, groups joined by hyphens. Shown once, stored nowhere. */
  public static String generate(SecureRandom random) {
    List<String> groups = new ArrayList<>();
    for (int g = 0; g < GROUPS; g++) {
      StringBuilder group = new StringBuilder();
      for (int i = 0; i < GROUP; i++) {
        group.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      groups.add(group.toString());
    }
    return String.join("-", groups);
  }

  /**
   * The phrase as it is hashed: upper case, only the alphabet; O, I and L read as what they were
   * meant to be.
   */
  public static char[] read(String typed) {
    StringBuilder read = new StringBuilder();
    for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
      char meant = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
      if (ALPHABET.indexOf(meant) >= 0) {
        read.append(meant);
      }
    }
    return read.toString().toCharArray();
  }
}
