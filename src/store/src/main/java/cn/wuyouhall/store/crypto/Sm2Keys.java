package cn.wuyouhall.store.crypto;

import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.util.BigIntegers;

/**
 * SM2 encryption (GB/T 32918.4) on sm2p256v1. A public key is its uncompressed point (65 bytes, 04
 * first), a private key 32 bytes; a ciphertext is C1C3C2 raw: the point (65), the SM3 check value
 * (32), the text.
 */
public final class Sm2Keys {
  private static final ECDomainParameters CURVE = curve();
  private static final int PRIVATE = 32;

  private Sm2Keys() {}

  /** A key pair as bytes. */
  public record Pair(byte[] publicKey, byte[] privateKey) {
    @Override
    public String toString() {
      return "Pair[" + keyId(publicKey) + "]";
    }
  }

  /** A new key pair. */
  public static Pair generate(SecureRandom random) {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(CURVE, random));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    byte[] open = ((ECPublicKeyParameters) pair.getPublic()).getQ().getEncoded(false);
    BigInteger secret = ((ECPrivateKeyParameters) pair.getPrivate()).getD();
    return new Pair(open, BigIntegers.asUnsignedByteArray(PRIVATE, secret));
  }

  /** The short name of a public key: the first 8 bytes of its SM3, hex. */
  public static String keyId(byte[] publicKey) {
    return java.util.HexFormat.of().formatHex(Sm3.digest(publicKey), 0, 8);
  }

  /** Whether these bytes are a point that keys can be wrapped for. */
  public static boolean isPublicKey(byte[] publicKey) {
    try {
      return CURVE.getCurve().decodePoint(publicKey).isValid();
    } catch (IllegalArgumentException notOnTheCurve) {
      return false;
    }
  }

  /** Encrypts a key for the holder of {@code publicKey}. */
  public static byte[] wrap(byte[] key, byte[] publicKey, SecureRandom random) {
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    ECPublicKeyParameters recipient =
        new ECPublicKeyParameters(CURVE.getCurve().decodePoint(publicKey), CURVE);
    engine.init(true, new ParametersWithRandom(recipient, random));
    try {
      return engine.processBlock(key, 0, key.length);
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException("SM2 could not encrypt", impossible);
    }
  }

  /**
   * Decrypts a wrapped key.
   *
   * @throws StoreException WRONG_KEY when it is wrapped for another key or was changed
   */
  public static byte[] unwrap(byte[] wrapped, byte[] privateKey) {
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    try {
      engine.init(false, new ECPrivateKeyParameters(new BigInteger(1, privateKey), CURVE));
      return engine.processBlock(wrapped, 0, wrapped.length);
    } catch (InvalidCipherTextException | RuntimeException failure) {
      throw new StoreException(Code.WRONG_KEY, "unwrap a key", failure);
    }
  }

  private static ECDomainParameters curve() {
    X9ECParameters parameters = GMNamedCurves.getByName("sm2p256v1");
    return new ECDomainParameters(
        parameters.getCurve(), parameters.getG(), parameters.getN(), parameters.getH());
  }
}
