package cn.wuyouhall.store.crypto;

import cn.wuyouhall.domain.work.BlockingWork;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.InvalidCipherTextException;

/**
 * A secret under a phrase: SM4-GCM under the first 16 bytes of Argon2id of the phrase. As text, so
 * that it can be printed: {@code wuyou-sealed-1:m=…,t=…,p=…:salt:nonce:ciphertext}, hex. The part
 * before the salt is associated data.
 */
public final class SealedSecret {
  private static final int SALT = 16;
  private static final Pattern FORM =
      Pattern.compile(
          "(wuyou-sealed-1:m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})):([0-9a-f]{32}):([0-9a-f]{24}):([0-9a-f]+)");

  private SealedSecret() {}

  /** Seals a secret under a phrase. */
  public static String seal(byte[] secret, char[] phrase, SecureRandom random) {
    BlockingWork.refuseOnUiThread();
    byte[] salt = new byte[SALT];
    byte[] nonce = new byte[Sm4Gcm.NONCE];
    random.nextBytes(salt);
    random.nextBytes(nonce);
    String head = "wuyou-sealed-1:" + Argon2id.USUAL.phc();
    Sm4Gcm cipher = cipher(Argon2id.USUAL, phrase, salt);
    byte[] text = cipher.seal(nonce, head.getBytes(StandardCharsets.US_ASCII), secret);
    HexFormat hex = HexFormat.of();
    return String.join(":", head, hex.formatHex(salt), hex.formatHex(nonce), hex.formatHex(text));
  }

  /**
   * Opens a sealed secret.
   *
   * @throws StoreException WRONG_KEY when the phrase is not the one, or the text is not whole
   */
  public static byte[] open(String sealed, char[] phrase) {
    BlockingWork.refuseOnUiThread();
    Matcher form = FORM.matcher(sealed.strip());
    if (!form.matches()) {
      throw new StoreException(Code.WRONG_KEY, "read a sealed secret", null);
    }
    Argon2id parameters =
        new Argon2id(
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3)),
            Integer.parseInt(form.group(4)));
    HexFormat hex = HexFormat.of();
    Sm4Gcm cipher = cipher(parameters, phrase, hex.parseHex(form.group(5)));
    try {
      return cipher.open(
          hex.parseHex(form.group(6)),
          form.group(1).getBytes(StandardCharsets.US_ASCII),
          hex.parseHex(form.group(7)));
    } catch (InvalidCipherTextException wrong) {
      throw new StoreException(Code.WRONG_KEY, "open a sealed secret", wrong);
    }
  }

  private static Sm4Gcm cipher(Argon2id parameters, char[] phrase, byte[] salt) {
    byte[] secret = Pins.utf8(phrase);
    try {
      return new Sm4Gcm(parameters.hash(secret, salt, Sm4Gcm.KEY));
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
