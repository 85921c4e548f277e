package cn.wuyouhall.demo.check;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The keys of a hall, opened from the layouts in {@code docs/reference/store.md}. What does not
 * open is empty.
 */
final class Keys {
  private static final int TAG_BITS = 128;
  private static final int SM4_KEY = 16;
  private static final int NONCE = 12;
  private static final int HEADER = 1 + 8 + NONCE;
  private static final int BLOCK = 64;

  private final Map<String, byte[]> stations = new HashMap<>();
  private final Map<String, byte[]> supervisors = new HashMap<>();
  private byte[] fieldKey = new byte[0];

  /** Takes a station's key file, if it is there and may be read. */
  void station(Path file) {
    if (!Files.isReadable(file)) {
      return;
    }
    Properties fields = new Properties();
    try {
      fields.load(new StringReader(Files.readString(file)));
    } catch (IOException fault) {
      throw new UncheckedIOException("a station's key cannot be read", fault);
    }
    stations.put(
        fields.getProperty("station", ""),
        HexFormat.of().parseHex(fields.getProperty("private", "")));
  }

  /** Takes the hall data key as it is wrapped for a station. */
  void hall(String station, byte[] wrapped) {
    if (stations.containsKey(station) && fieldKey.length == 0) {
      unwrap(wrapped, stations.get(station))
          .ifPresent(
              secret -> fieldKey = Arrays.copyOf(mac(secret, "wuyou-hall/field/1"), SM4_KEY));
    }
  }

  /** Takes a supervisors' private key under their phrase. */
  void supervisors(String keyId, String sealed, String phrase) {
    String[] parts = sealed.strip().split(":", -1);
    Map<String, Integer> costs = new HashMap<>();
    for (String cost : parts[1].split(",", -1)) {
      costs.put(cost.substring(0, 1), Integer.valueOf(cost.substring(2)));
    }
    HexFormat hex = HexFormat.of();
    Argon2BytesGenerator argon = new Argon2BytesGenerator();
    argon.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(costs.get("m"))
            .withIterations(costs.get("t"))
            .withParallelism(costs.get("p"))
            .withSalt(hex.parseHex(parts[2]))
            .build());
    byte[] key = new byte[SM4_KEY];
    argon.generateBytes(plain(phrase), key);
    byte[] head = (parts[0] + ":" + parts[1]).getBytes(StandardCharsets.US_ASCII);
    gcm(key, hex.parseHex(parts[3]), head, hex.parseHex(parts[4]))
        .ifPresent(secret -> supervisors.put(keyId, secret));
  }

  /** A phrase without the hyphens it is written with. */
  private static byte[] plain(String phrase) {
    return phrase.replace("-", "").getBytes(StandardCharsets.UTF_8);
  }

  /** A field of the hall database; {@code place} is {@code table/column/row}. */
  Optional<byte[]> field(byte[] sealed, String place) {
    if (fieldKey.length == 0 || sealed.length < HEADER) {
      return Optional.empty();
    }
    byte[] row = place.getBytes(StandardCharsets.UTF_8);
    byte[] associated = Arrays.copyOf(sealed, HEADER + row.length);
    System.arraycopy(row, 0, associated, HEADER, row.length);
    return gcm(
        fieldKey,
        Arrays.copyOfRange(sealed, HEADER - NONCE, HEADER),
        associated,
        Arrays.copyOfRange(sealed, HEADER, sealed.length));
  }

  /** The content of a sealed grade, when its key is wrapped for supervisors we have. */
  Optional<byte[]> grade(String keyId, byte[] wrapped, byte[] nonce, byte[] ciphertext) {
    return Optional.ofNullable(supervisors.get(keyId))
        .flatMap(secret -> unwrap(wrapped, secret))
        .flatMap(key -> gcm(key, nonce, new byte[0], ciphertext));
  }

  private static Optional<byte[]> unwrap(byte[] wrapped, byte[] secret) {
    X9ECParameters named = GMNamedCurves.getByName("sm2p256v1");
    ECDomainParameters curve =
        new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(false, new ECPrivateKeyParameters(new BigInteger(1, secret), curve));
    try {
      return Optional.of(engine.processBlock(wrapped, 0, wrapped.length));
    } catch (InvalidCipherTextException | IllegalArgumentException closed) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> gcm(byte[] key, byte[] nonce, byte[] associated, byte[] sealed) {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(false, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
    byte[] clear = new byte[cipher.getOutputSize(sealed.length)];
    try {
      int length = cipher.processBytes(sealed, 0, sealed.length, clear, 0);
      return Optional.of(Arrays.copyOf(clear, length + cipher.doFinal(clear, length)));
    } catch (InvalidCipherTextException closed) {
      return Optional.empty();
    }
  }

  /** HMAC (RFC 2104) with SM3. */
  private static byte[] mac(byte[] key, String text) {
    byte[] inner = pad(key, 0x36);
    byte[] outer = pad(key, 0x5C);
    byte[] message = text.getBytes(StandardCharsets.US_ASCII);
    return Sm3Sum.of(joined(outer, Sm3Sum.of(joined(inner, message))));
  }

  private static byte[] pad(byte[] key, int value) {
    byte[] padded = Arrays.copyOf(key, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      padded[i] ^= (byte) value;
    }
    return padded;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
