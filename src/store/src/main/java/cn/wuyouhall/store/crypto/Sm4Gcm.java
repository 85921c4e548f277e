package cn.wuyouhall.store.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4 (GB/T 32907) in GCM with a 12-byte nonce and a 16-byte tag behind the text. */
final class Sm4Gcm {
  static final int KEY = 16;
  static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private Sm4Gcm() {}

  static byte[] seal(byte[] key, byte[] nonce, byte[] associated, byte[] clear) {
    try {
      return run(true, key, nonce, associated, clear);
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException("SM4-GCM could not encrypt", impossible);
    }
  }

  static byte[] open(byte[] key, byte[] nonce, byte[] associated, byte[] sealed)
      throws InvalidCipherTextException {
    return run(false, key, nonce, associated, sealed);
  }

  private static byte[] run(boolean sealing, byte[] key, byte[] nonce, byte[] associated, byte[] in)
      throws InvalidCipherTextException {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
    byte[] out = new byte[cipher.getOutputSize(in.length)];
    int written = cipher.processBytes(in, 0, in.length, out, 0);
    written += cipher.doFinal(out, written);
    return written == out.length ? out : Arrays.copyOf(out, written);
  }
}
