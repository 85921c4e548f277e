package cn.wuyouhall.virtual.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The platform's SM2 key pair for ratings. Kept in a file that only its owner may read; made at the
 * first start and never again, since seals made for it must stay readable.
 */
final class RatingKey {
  private static final int SM4_KEY_BYTES = 16;
  private static final int TAG_BITS = 128;
  private static final ECDomainParameters CURVE = curve();

  private final String id;
  private final byte[] publicPoint;
  private final ECPrivateKeyParameters secret;

  private RatingKey(BigInteger secret) {
    this.secret = new ECPrivateKeyParameters(secret, CURVE);
    this.publicPoint = CURVE.getG().multiply(secret).normalize().getEncoded(false);
    this.id = HexFormat.of().formatHex(sm3(publicPoint), 0, 8);
  }

  /** The key pair of this folder, made now when there is none. */
  static RatingKey in(Path folder) throws IOException {
    Path file = folder.resolve("rating-key.json");
    if (Files.exists(file)) {
      JsonNode kept = Reply.MAPPER.readTree(Files.readAllBytes(file)).path("secret");
      if (!kept.isTextual()) {
        throw new IOException(file + " is not a key file");
      }
      return new RatingKey(new BigInteger(kept.textValue(), 16));
    }
    RatingKey made = generate();
    ObjectNode json = Reply.MAPPER.createObjectNode();
    json.put("keyId", made.id).put("secret", made.secret.getD().toString(16));
    writeOwnerOnly(file, Reply.MAPPER.writeValueAsBytes(json));
    return made;
  }

  private static RatingKey generate() {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(new ECKeyGenerationParameters(CURVE, new SecureRandom()));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    return new RatingKey(((ECPrivateKeyParameters) pair.getPrivate()).getD());
  }

  String id() {
    return id;
  }

  String publicHex() {
    return HexFormat.of().formatHex(publicPoint);
  }

  /**
   * The content under a seal.
   *
   * @param wrapped the content key, SM2 C1C3C2 with C1 uncompressed
   * @param nonce 12 bytes
   * @param ciphertext content and 16-byte tag
   * @return empty when it does not open
   */
  Optional<byte[]> open(byte[] wrapped, byte[] nonce, byte[] ciphertext) {
    try {
      SM2Engine sm2 = new SM2Engine(SM2Engine.Mode.C1C3C2);
      sm2.init(false, secret);
      byte[] key = sm2.processBlock(wrapped, 0, wrapped.length);
      if (key.length != SM4_KEY_BYTES) {
        return Optional.empty();
      }
      GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
      gcm.init(false, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce));
      byte[] content = new byte[gcm.getOutputSize(ciphertext.length)];
      int length = gcm.processBytes(ciphertext, 0, ciphertext.length, content, 0);
      length += gcm.doFinal(content, length);
      return Optional.of(Arrays.copyOf(content, length));
    } catch (InvalidCipherTextException | RuntimeException e) {
      // Hostile bytes make the engines throw in many ways; every one of them means: does not open.
      return Optional.empty();
    }
  }

  static byte[] sm3(byte[] bytes) {
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  /** Whole and on disk, or not there at all. */
  private static void writeOwnerOnly(Path file, byte[] bytes) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(fresh);
    }
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static ECDomainParameters curve() {
    X9ECParameters named = GMNamedCurves.getByName("sm2p256v1");
    return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
  }
}
