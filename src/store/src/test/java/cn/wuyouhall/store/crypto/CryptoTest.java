package cn.wuyouhall.store.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CryptoTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Code code(org.junit.jupiter.api.function.Executable work) {
    return assertThrows(StoreException.class, work).reason();
  }

  /** The two examples of GB/T 32905-2016, appendix A. */
  @Test
  void sm3GivesTheStandardsExamples() {
    assertEquals(
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        HexFormat.of().formatHex(Sm3.digest(bytes("abc"))));
    assertEquals(
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
        HexFormat.of().formatHex(Sm3.digest(bytes("abcd".repeat(16)))));
  }

  /** The example of RFC 8998, appendix A.1: SM4-GCM. */
  @Test
  void sm4GcmGivesTheRfcsExample() throws Exception {
    HexFormat hex = HexFormat.of();
    Sm4Gcm cipher = new Sm4Gcm(hex.parseHex("0123456789abcdeffedcba9876543210"));
    byte[] nonce = hex.parseHex("00001234567800000000abcd");
    byte[] associated = hex.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] clear =
        hex.parseHex(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    byte[] sealed =
        hex.parseHex(
            "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
    assertArrayEquals(sealed, cipher.seal(nonce, associated, clear));
    assertArrayEquals(clear, cipher.open(nonce, associated, sealed));
    byte[] changed = sealed.clone();
    changed[70] ^= 1;
    assertThrows(InvalidCipherTextException.class, () -> cipher.open(nonce, associated, changed));
    assertArrayEquals(clear, cipher.open(nonce, associated, sealed), "a cipher that failed");
  }

  @Test
  void aFieldOpensOnlyInItsPlace() {
    FieldCipher cipher = new FieldCipher(HallKey.generate(RANDOM));
    byte[] sealed = cipher.seal("李秀兰", "ticket", "holder", "7");
    assertEquals("李秀兰", cipher.openText(sealed, "ticket", "holder", "7"));
    assertEquals(Code.WRONG_KEY, code(() -> cipher.open(sealed, "ticket", "holder", "8")));
    assertEquals(Code.WRONG_KEY, code(() -> cipher.open(new byte[4], "t", "c", "8")));
    byte[] changed = sealed.clone();
    changed[changed.length - 1] ^= 1;
    assertEquals(Code.WRONG_KEY, code(() -> cipher.open(changed, "ticket", "holder", "7")));
    assertFalse(Arrays.equals(sealed, cipher.seal("李秀兰", "ticket", "holder", "7")));
  }

  @Test
  void aRetiredKeyStillOpensWhatItSealed() {
    HallKey old = HallKey.generate(RANDOM);
    byte[] sealed = new FieldCipher(old).seal("x", "t", "c", "1");
    FieldCipher both = new FieldCipher(List.of(HallKey.generate(RANDOM), old), RANDOM);
    assertEquals("x", both.openText(sealed, "t", "c", "1"));
    assertEquals(new FieldCipher(old).digest("id", "1"), both.digest("id", "1"));
    assertNotEquals(old.id(), both.keyId());
  }

  @Test
  void digestsAreEqualWithinAHallAndKindOnly() {
    FieldCipher cipher = new FieldCipher(HallKey.generate(RANDOM));
    assertEquals(
        cipher.digest("id", "11010519491231002X"), cipher.digest("id", "11010519491231002X"));
    assertNotEquals(cipher.digest("id", "1"), cipher.digest("phone", "1"));
    FieldCipher other = new FieldCipher(HallKey.generate(RANDOM));
    assertNotEquals(cipher.digest("id", "1"), other.digest("id", "1"));
  }

  @Test
  void nameTokensAreOnePerCharacter() {
    FieldCipher cipher = new FieldCipher(HallKey.generate(RANDOM));
    assertEquals(3, cipher.nameTokens("李秀兰").size());
    assertEquals(2, cipher.nameTokens("张张丽").size());
    assertEquals(1, cipher.nameTokens("𠮷").size());
    assertTrue(cipher.nameTokens("李秀兰").containsAll(cipher.nameTokens("秀")));
    assertEquals(cipher.nameTokens("Ａbc"), cipher.nameTokens("ABC"));
  }

  @Test
  void pinsVerifyAndAreSalted() {
    String encoding = Pins.encode("2580".toCharArray());
    assertTrue(encoding.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    assertTrue(Pins.verify(encoding, "2580".toCharArray()));
    assertFalse(Pins.verify(encoding, "2581".toCharArray()));
    assertFalse(Pins.verify("plain", "plain".toCharArray()));
    assertNotEquals(encoding, Pins.encode("2580".toCharArray()));
  }

  @Test
  void aSealedSecretOpensWithItsPhraseOnly() {
    byte[] secret = bytes("0123456789abcdef0123456789abcdef");
    String sealed = SealedSecret.seal(secret, "phrase".toCharArray(), RANDOM);
    assertArrayEquals(secret, SealedSecret.open(sealed + "\n", "phrase".toCharArray()));
    assertEquals(Code.WRONG_KEY, code(() -> SealedSecret.open(sealed, "other".toCharArray())));
    assertEquals(Code.WRONG_KEY, code(() -> SealedSecret.open("junk", "phrase".toCharArray())));
  }

  @Test
  void aPhraseSurvivesHandwriting() {
    String phrase = RecoveryPhrase.generate(RANDOM);
    assertTrue(phrase.matches("([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}"), phrase);
    String typed = phrase.toLowerCase(java.util.Locale.ROOT).replace('-', ' ').replace('0', 'o');
    assertArrayEquals(RecoveryPhrase.read(phrase), RecoveryPhrase.read(typed));
  }

  @Test
  void aGradeOpensForItsReadersOnly() {
    Sm2Keys.Pair supervisors = Sm2Keys.generate(RANDOM);
    Sm2Keys.Pair platform = Sm2Keys.generate(RANDOM);
    byte[] content = bytes("{\"grade\":\"VERY_SATISFIED\",\"tags\":[]}");
    SealedGrade sealed =
        new GradeSeal(RANDOM)
            .seal(
                content,
                List.of(
                    new GradeSeal.Reader("s", supervisors.publicKey()),
                    new GradeSeal.Reader("p", platform.publicKey())));
    assertArrayEquals(content, GradeSeal.open(sealed, "s", supervisors.privateKey()));
    assertArrayEquals(content, GradeSeal.open(sealed, "p", platform.privateKey()));
    assertEquals(Code.WRONG_KEY, code(() -> GradeSeal.open(sealed, "s", platform.privateKey())));
    assertEquals(Code.WRONG_KEY, code(() -> GradeSeal.open(sealed, "x", platform.privateKey())));
    assertEquals(65 + 32 + 16, sealed.recipients().getFirst().wrapped().length);
    assertEquals(12, sealed.nonce().length);
    assertThrows(
        IllegalArgumentException.class, () -> new GradeSeal(RANDOM).seal(content, List.of()));
  }

  @Test
  void aReaderLetsAnotherInWithoutOpeningTheGrade() {
    Sm2Keys.Pair supervisors = Sm2Keys.generate(RANDOM);
    Sm2Keys.Pair platform = Sm2Keys.generate(RANDOM);
    GradeSeal seal = new GradeSeal(RANDOM);
    byte[] content = bytes("{}");
    SealedGrade sealed =
        seal.seal(content, List.of(new GradeSeal.Reader("s", supervisors.publicKey())));
    GradeSeal.Reader newcomer = new GradeSeal.Reader("p", platform.publicKey());
    SealedGrade both = seal.admit(sealed, newcomer, "s", supervisors.privateKey());
    assertArrayEquals(content, GradeSeal.open(both, "p", platform.privateKey()));
    assertArrayEquals(content, GradeSeal.open(both, "s", supervisors.privateKey()));
    assertArrayEquals(sealed.ciphertext(), both.ciphertext());
    assertEquals(2, seal.admit(both, newcomer, "s", supervisors.privateKey()).recipients().size());
    assertEquals(
        Code.WRONG_KEY, code(() -> seal.admit(sealed, newcomer, "s", platform.privateKey())));
  }

  @Test
  void aPointOffTheCurveIsNoKey() {
    byte[] open = Sm2Keys.generate(RANDOM).publicKey();
    assertTrue(Sm2Keys.isPublicKey(open));
    open[64] ^= 1;
    assertFalse(Sm2Keys.isPublicKey(open));
    assertFalse(Sm2Keys.isPublicKey(new byte[0]));
  }

  @Test
  void aStationKeyIsItsOwnersAlone() throws Exception {
    StationKey made = StationKey.create(folder, "C03", RANDOM);
    Path file = folder.resolve("station.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    StationKey read = StationKey.open(folder);
    assertEquals("C03", read.station());
    assertArrayEquals(made.pair().privateKey(), read.pair().privateKey());
    assertEquals(Code.CANNOT_OPEN, code(() -> StationKey.create(folder, "C03", RANDOM)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertEquals(Code.KEY_NOT_PRIVATE, code(() -> StationKey.open(folder)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(file, "form=wuyou-station-key-1\nstation=C03\n");
    assertEquals(Code.KEY_UNREADABLE, code(() -> StationKey.open(folder)));
    StoreRefused none =
        assertThrows(StoreRefused.class, () -> StationKey.open(folder.resolve("none")));
    assertEquals(Code.NO_KEY, none.reason());
  }
}
