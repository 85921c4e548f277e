package cn.wuyouhall.store.crypto;

import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;

/**
 * Seals a grade the moment it leaves the pad: SM4-GCM under a fresh key (12-byte nonce, no
 * associated data, the 16-byte tag behind the text), and that key wrapped by SM2 for each recipient
 * (C1C3C2, raw). Any thread.
 */
public final class GradeSeal {
  private final SecureRandom random;

  /** A seal that takes its keys and nonces from {@code random}. */
  public GradeSeal(SecureRandom random) {
    this.random = random;
  }

  /**
   * Who may read a grade.
   *
   * @param keyId the name the recipient finds its wrapped key by
   * @param publicKey 65 bytes, uncompressed
   */
  public record Reader(String keyId, byte[] publicKey) {
    @Override
    public String toString() {
      return "Reader[" + keyId + "]";
    }
  }

  /** Seals content for its readers; there is at least one. */
  public SealedGrade seal(byte[] content, List<Reader> readers) {
    if (readers.isEmpty()) {
      throw new IllegalArgumentException("a grade without a reader would be lost");
    }
    byte[] key = new byte[Sm4Gcm.KEY];
    byte[] nonce = new byte[Sm4Gcm.NONCE];
    random.nextBytes(key);
    random.nextBytes(nonce);
    List<SealedGrade.Recipient> recipients =
        readers.stream()
            .map(reader ->
                new SealedGrade.Recipient(
                    reader.keyId(), Sm2Keys.wrap(key, reader.publicKey(), random)))
            .toList();
    return new SealedGrade(recipients, nonce, new Sm4Gcm(key).seal(nonce, new byte[0], content));
  }

  /**
   * Lets one more reader at a sealed grade. Only its key is unwrapped and wrapped again: the grade
   * itself stays closed.
   *
   * @param keyId of the reader who does so
   * @param privateKey of that reader
   * @throws StoreException WRONG_KEY when the grade is not for that reader
   */
  public SealedGrade admit(SealedGrade sealed, Reader newcomer, String keyId, byte[] privateKey) {
    byte[] key = keyOf(sealed, keyId, privateKey);
    List<SealedGrade.Recipient> recipients = new ArrayList<>(sealed.recipients());
    recipients.removeIf(to -> to.keyId().equals(newcomer.keyId()));
    recipients.add(
        new SealedGrade.Recipient(
            newcomer.keyId(), Sm2Keys.wrap(key, newcomer.publicKey(), random)));
    return new SealedGrade(recipients, sealed.nonce(), sealed.ciphertext());
  }

  /**
   * Opens a sealed grade with a reader's private key.
   *
   * @throws StoreException WRONG_KEY when it is not for this reader or was changed
   */
  public static byte[] open(SealedGrade sealed, String keyId, byte[] privateKey) {
    try {
      return new Sm4Gcm(keyOf(sealed, keyId, privateKey))
          .open(sealed.nonce(), new byte[0], sealed.ciphertext());
    } catch (InvalidCipherTextException changed) {
      throw new StoreException(Code.WRONG_KEY, "open a sealed grade", changed);
    }
  }

  private static byte[] keyOf(SealedGrade sealed, String keyId, byte[] privateKey) {
    SealedGrade.Recipient mine =
        sealed.recipients().stream()
            .filter(recipient -> recipient.keyId().equals(keyId))
            .findFirst()
            .orElseThrow(() -> new StoreException(Code.WRONG_KEY, "open a sealed grade", null));
    return Sm2Keys.unwrap(mine.wrapped(), privateKey);
  }
}
