package cn.wuyouhall.store.crypto;

import cn.wuyouhall.domain.work.BlockingWork;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PINs as Argon2id PHC strings. Each call takes a good part of a second by design: never on the
 * screen's thread.
 */
public final class Pins {
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private Pins() {}

  /** The encoding of a PIN with a fresh salt. The array stays the caller's to wipe. */
  public static String encode(char[] pin, SecureRandom random) {
    BlockingWork.refuseOnUiThread();
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    byte[] hash = hash(Argon2id.USUAL, pin, salt, HASH);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$%s$%s$%s"
        .formatted(Argon2id.USUAL.phc(), base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /** The encoding of a PIN with a fresh salt. */
  public static String encode(char[] pin) {
    return encode(pin, new SecureRandom());
  }

  /** Whether the PIN is the encoded one; false for an encoding that cannot be read. */
  public static boolean verify(String encoding, char[] pin) {
    BlockingWork.refuseOnUiThread();
    Matcher phc = PHC.matcher(encoding);
    if (!phc.matches()) {
      return false;
    }
    Argon2id parameters =
        new Argon2id(
            Integer.parseInt(phc.group(1)),
            Integer.parseInt(phc.group(2)),
            Integer.parseInt(phc.group(3)));
    byte[] salt = Base64.getDecoder().decode(phc.group(4));
    byte[] expected = Base64.getDecoder().decode(phc.group(5));
    return MessageDigest.isEqual(expected, hash(parameters, pin, salt, expected.length));
  }

  /**
   * Takes as long as a verification, for a number that no account has: the time does not tell which
   * was wrong.
   */
  public static void verifyNobody(char[] pin) {
    BlockingWork.refuseOnUiThread();
    hash(Argon2id.USUAL, pin, new byte[SALT], HASH);
  }

  private static byte[] hash(Argon2id parameters, char[] pin, byte[] salt, int length) {
    byte[] secret = utf8(pin);
    try {
      return parameters.hash(secret, salt, length);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  static byte[] utf8(char[] text) {
    ByteBuffer encoded = ByteBuffer.allocate(text.length * 3);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(text), encoded, true);
    encoded.flip();
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes).flip();
    encoded.put(new byte[bytes.length]);
    return bytes;
  }
}
