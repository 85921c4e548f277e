package cn.wuyouhall.store.crypto;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4 (GB/T 32907) in GCM under one key, with a 12-byte nonce and a 16-byte tag behind the text.
 * Any thread.
 */
final class Sm4Gcm {
  static final int KEY = 16;
  static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final KeyParameter key;

  /** The last cipher that was used: the tables it made of the key cost more than a short field. */
  private final AtomicReference<GCMModeCipher> idle = new AtomicReference<>();

  Sm4Gcm(byte[] key) {
    this.key = new KeyParameter(key);
  }

  byte[] seal(byte[] nonce, byte[] associated, byte[] clear) {
    try {
      return run(true, nonce, associated, clear);
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException("SM4-GCM could not encrypt", impossible);
    }
  }

  byte[] open(byte[] nonce, byte[] associated, byte[] sealed) throws InvalidCipherTextException {
    return run(false, nonce, associated, sealed);
  }

  private byte[] run(boolean sealing, byte[] nonce, byte[] associated, byte[] in)
      throws InvalidCipherTextException {
    GCMModeCipher kept = idle.getAndSet(null);
    GCMModeCipher cipher = kept == null ? GCMBlockCipher.newInstance(new SM4Engine()) : kept;
    cipher.init(sealing, new AEADParameters(key, TAG_BITS, nonce, associated));
    byte[] out = new byte[cipher.getOutputSize(in.length)];
    int written = cipher.processBytes(in, 0, in.length, out, 0);
    written += cipher.doFinal(out, written);
    idle.set(cipher);
    return written == out.length ? out : Arrays.copyOf(out, written);
  }
}
