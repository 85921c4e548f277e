package cn.wuyouhall.store.crypto;

import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.crypto.InvalidCipherTextException;

/**
 * Encrypts fields under the hall data key. A ciphertext is: version (1 byte, 1), key id (8), nonce
 * (12), SM4-GCM text and tag (16); associated data are those 21 bytes and the field's place ({@code
 * table/column/row}), so that a ciphertext moved to another row does not open. Any thread.
 */
public final class FieldCipher {
  private static final byte VERSION = 1;
  private static final int KEY_ID = 8;
  private static final int HEADER = 1 + KEY_ID + Sm4Gcm.NONCE;
  private static final int TOKEN = 8;

  private final Map<String, Sm4Gcm> fieldKeys = new LinkedHashMap<>();
  private final String currentId;
  private final byte[] digestKey;
  private final SecureRandom random;

  /**
   * A cipher.
   *
   * @param keys the current key first, then older ones that still open what they sealed; digests
   *     use the oldest, the last
   * @param random source of nonces
   */
  public FieldCipher(List<HallKey> keys, SecureRandom random) {
    keys.forEach(key -> fieldKeys.put(key.id(), new Sm4Gcm(key.fieldKey())));
    this.currentId = keys.getFirst().id();
    this.digestKey = keys.getLast().digestKey();
    this.random = random;
  }

  /** A cipher of one key. */
  public FieldCipher(HallKey key) {
    this(List.of(key), new SecureRandom());
  }

  /** The id of the key new fields are sealed under. */
  public String keyId() {
    return currentId;
  }

  /** Seals a field. */
  public byte[] seal(byte[] clear, String table, String column, String row) {
    byte[] nonce = new byte[Sm4Gcm.NONCE];
    random.nextBytes(nonce);
    byte[] header = new byte[HEADER];
    header[0] = VERSION;
    System.arraycopy(HexFormat.of().parseHex(currentId), 0, header, 1, KEY_ID);
    System.arraycopy(nonce, 0, header, 1 + KEY_ID, Sm4Gcm.NONCE);
    byte[] text = fieldKeys.get(currentId).seal(nonce, place(header, table, column, row), clear);
    byte[] out = Arrays.copyOf(header, HEADER + text.length);
    System.arraycopy(text, 0, out, HEADER, text.length);
    return out;
  }

  /** Seals a text field. */
  public byte[] seal(String clear, String table, String column, String row) {
    return seal(clear.getBytes(StandardCharsets.UTF_8), table, column, row);
  }

  /**
   * Opens a field.
   *
   * @throws StoreException WRONG_KEY when it was sealed under an unknown key, for another place, or
   *     was changed
   */
  public byte[] open(byte[] sealed, String table, String column, String row) {
    String doing = "open " + table + "." + column;
    if (sealed.length < HEADER || sealed[0] != VERSION) {
      throw new StoreException(Code.WRONG_KEY, doing, null);
    }
    Sm4Gcm key = fieldKeys.get(HexFormat.of().formatHex(sealed, 1, 1 + KEY_ID));
    if (key == null) {
      throw new StoreException(Code.WRONG_KEY, doing, null);
    }
    byte[] header = Arrays.copyOf(sealed, HEADER);
    byte[] nonce = Arrays.copyOfRange(sealed, 1 + KEY_ID, HEADER);
    byte[] text = Arrays.copyOfRange(sealed, HEADER, sealed.length);
    try {
      return key.open(nonce, place(header, table, column, row), text);
    } catch (InvalidCipherTextException changed) {
      throw new StoreException(Code.WRONG_KEY, doing, changed);
    }
  }

  /** Opens a text field. */
  public String openText(byte[] sealed, String table, String column, String row) {
    return new String(open(sealed, table, column, row), StandardCharsets.UTF_8);
  }

  /**
   * A keyed digest for equality (HMAC-SM3, hex): the same value gives the same digest within one
   * hall and says nothing outside it.
   *
   * @param domain what kind of value it is, so that equal values of two kinds differ
   */
  public String digest(String domain, String value) {
    return HexFormat.of().formatHex(keyed(domain, value));
  }

  /**
   * Keyed tokens of a name, one per distinct character, for search by part of a name. They leak
   * which stored names share characters, hence by frequency the common ones; not their order, and
   * nothing without the rows.
   */
  public List<String> nameTokens(String name) {
    Set<String> tokens = new LinkedHashSet<>();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .codePoints()
        .filter(point -> !Character.isWhitespace(point) && point != '·')
        .forEach(point ->
            tokens.add(
                HexFormat.of().formatHex(keyed("name", Character.toString(point)), 0, TOKEN)));
    return List.copyOf(tokens);
  }

  private byte[] keyed(String domain, String value) {
    return Sm3.hmac(
        digestKey,
        domain.getBytes(StandardCharsets.UTF_8),
        new byte[1],
        value.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] place(byte[] header, String table, String column, String row) {
    byte[] where = (table + "/" + column + "/" + row).getBytes(StandardCharsets.UTF_8);
    byte[] associated = Arrays.copyOf(header, header.length + where.length);
    System.arraycopy(where, 0, associated, header.length, where.length);
    return associated;
  }
}
