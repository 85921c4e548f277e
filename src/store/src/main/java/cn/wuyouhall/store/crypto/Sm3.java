package cn.wuyouhall.store.crypto;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM3 (GB/T 32905) digests and HMAC-SM3, 32 bytes each. */
public final class Sm3 {
  /** Bytes of a digest. */
  public static final int LENGTH = 32;

  private Sm3() {}

  /** The digest of the parts one after another. */
  public static byte[] digest(byte[]... parts) {
    SM3Digest digest = new SM3Digest();
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] out = new byte[LENGTH];
    digest.doFinal(out, 0);
    return out;
  }

  /** HMAC-SM3 of the parts one after another. */
  static byte[] hmac(byte[] key, byte[]... parts) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(key));
    for (byte[] part : parts) {
      mac.update(part, 0, part.length);
    }
    byte[] out = new byte[LENGTH];
    mac.doFinal(out, 0);
    return out;
  }
}
