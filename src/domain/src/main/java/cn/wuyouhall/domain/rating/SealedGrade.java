package cn.wuyouhall.domain.rating;

import java.util.Arrays;
import java.util.List;

/**
 * A grade under the public keys of those who may read it (the hall's supervisors, the platform):
 * SM4-GCM content under a fresh key, that key wrapped for each recipient by SM2 (C1C3C2).
 *
 * @param recipients one wrapped key each
 * @param nonce 12 bytes
 * @param ciphertext content and its 16-byte tag
 */
public record SealedGrade(List<Recipient> recipients, byte[] nonce, byte[] ciphertext) {
  public SealedGrade {
    recipients = List.copyOf(recipients);
    nonce = nonce.clone();
    ciphertext = ciphertext.clone();
  }

  /** A recipient's key id with the content key wrapped for it. */
  public record Recipient(String keyId, byte[] wrapped) {
    public Recipient {
      wrapped = wrapped.clone();
    }

    @Override
    public byte[] wrapped() {
      return wrapped.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Recipient that
          && keyId.equals(that.keyId)
          && Arrays.equals(wrapped, that.wrapped);
    }

    @Override
    public int hashCode() {
      return keyId.hashCode();
    }

    @Override
    public String toString() {
      return "Recipient[" + keyId + "]";
    }
  }

  @Override
  public byte[] nonce() {
    return nonce.clone();
  }

  @Override
  public byte[] ciphertext() {
    return ciphertext.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedGrade that
        && recipients.equals(that.recipients)
        && Arrays.equals(nonce, that.nonce)
        && Arrays.equals(ciphertext, that.ciphertext);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ciphertext);
  }

  @Override
  public String toString() {
    return "SealedGrade[" + recipients + "]";
  }
}
