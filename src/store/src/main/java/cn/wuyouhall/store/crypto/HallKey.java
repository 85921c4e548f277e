package cn.wuyouhall.store.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The hall data key: 32 random bytes, from which the SM4 key of fields and the key of digests are
 * derived by HMAC-SM3 under different labels, so that neither shows the other.
 *
 * @param id the first 8 bytes of HMAC-SM3(secret, "id"), hex; it stands in every ciphertext
 * @param secret 32 bytes, never stored unwrapped
 */
public record HallKey(String id, byte[] secret) {
  private static final int LENGTH = 32;

  /** A new key. */
  public static HallKey generate(SecureRandom random) {
    byte[] secret = new byte[LENGTH];
    random.nextBytes(secret);
    return of(secret);
  }

  /** The key with this secret. */
  public static HallKey of(byte[] secret) {
    return new HallKey(HexFormat.of().formatHex(derive(secret, "id"), 0, 8), secret.clone());
  }

  byte[] fieldKey() {
    return Arrays.copyOf(derive(secret, "field/1"), Sm4Gcm.KEY);
  }

  byte[] digestKey() {
    return derive(secret, "digest/1");
  }

  private static byte[] derive(byte[] secret, String label) {
    return Sm3.hmac(secret, ("wuyou-hall/" + label).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "HallKey[" + id + "]";
  }
}
