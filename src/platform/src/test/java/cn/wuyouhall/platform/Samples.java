package cn.wuyouhall.platform;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.Decision;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.id.Ids;
import cn.wuyouhall.domain.id.Uuid7;
import cn.wuyouhall.domain.people.IdKind;
import cn.wuyouhall.domain.people.Person;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.platform.contract.RatingKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/** Cases, invitations and seals as a hall makes them. */
final class Samples {
  static final Instant MONDAY = Instant.parse("2026-11-23T02:42:00Z");
  static final Ids IDS = new Uuid7(InstantSource.fixed(MONDAY), new Random(7));

  private static final Person APPLICANT =
      new Person("张小三", IdKind.RESIDENT, "610829199001010017", "13800001234", false);

  private Samples() {}

  static CaseRecord accepted(UUID caseId, String caseNo) {
    return new CaseRecord(
        caseId,
        caseNo,
        CaseRecord.Kind.ACCEPTED_DEFERRED,
        MONDAY,
        UUID.fromString("01938000-0000-7000-8000-000000000001"),
        "clerk-3",
        3,
        "0312",
        "116108290160612345400012500801001",
        "小餐饮经营许可(新办)",
        "县市场监督管理局",
        APPLICANT,
        List.of(),
        Map.of("m1", MaterialMark.VERIFIED, "m3", MaterialMark.DEFERRED, "m2", MaterialMark.COPY),
        Map.of("m1", "身份证", "m2", "营业执照", "m3", "场地证明"),
        Map.of("m3", LocalDate.of(2026, 11, 28)),
        new Decision(Decision.Kind.ACCEPT_DEFERRED, List.of()),
        Optional.of(LocalDate.of(2026, 12, 3)),
        Optional.empty(),
        List.of(new CaseRecord.Document("受理通知书", "SL20261123001", "0a".repeat(32), 4100)));
  }

  static Delivery caseDelivery(UUID caseId, String caseNo, int version) {
    byte[] body = CaseEventBody.encode(accepted(caseId, caseNo), version);
    return new Delivery(HallOutbox.Kind.CASE_EVENT, IDS.next(), caseId, body);
  }

  static Delivery newCase(String caseNo) {
    return caseDelivery(IDS.next(), caseNo, 1);
  }

  static Invitation invitation() {
    return new Invitation(IDS.next(), IDS.next(), "visit", 1, 3, MONDAY);
  }

  static Delivery absence(Invitation invitation, RatingOutcome outcome) {
    byte[] body =
        RatingBody.encode(invitation, "610829", "wubu", outcome, MONDAY, Optional.empty());
    return new Delivery(HallOutbox.Kind.RATING, IDS.next(), invitation.id(), body);
  }

  static Delivery rated(Invitation invitation, Grade grade, RatingKey key) {
    byte[] content = RatingBody.content(invitation, grade, List.of("510"));
    return rated(invitation, seal(content, key));
  }

  static Delivery rated(Invitation invitation, SealedGrade sealed) {
    byte[] body =
        RatingBody.encode(
            invitation, "610829", "wubu", RatingOutcome.ANSWERED, MONDAY, Optional.of(sealed));
    return new Delivery(HallOutbox.Kind.RATING, IDS.next(), invitation.id(), body);
  }

  /** A seal made from the words of the contract alone. */
  static SealedGrade seal(byte[] content, RatingKey to) {
    SecureRandom random = new SecureRandom();
    byte[] key = new byte[16];
    byte[] nonce = new byte[12];
    random.nextBytes(key);
    random.nextBytes(nonce);
    try {
      GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
      gcm.init(true, new AEADParameters(new KeyParameter(key), 128, nonce));
      byte[] ciphertext = new byte[gcm.getOutputSize(content.length)];
      int length = gcm.processBytes(content, 0, content.length, ciphertext, 0);
      gcm.doFinal(ciphertext, length);
      X9ECParameters named = GMNamedCurves.getByName("sm2p256v1");
      ECDomainParameters curve =
          new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
      byte[] point = HexFormat.of().parseHex(to.publicKey());
      SM2Engine sm2 = new SM2Engine(SM2Engine.Mode.C1C3C2);
      sm2.init(
          true,
          new ParametersWithRandom(
              new ECPublicKeyParameters(curve.getCurve().decodePoint(point), curve), random));
      byte[] wrapped = sm2.processBlock(key, 0, key.length);
      return new SealedGrade(
          List.of(
              new SealedGrade.Recipient("supervisors", new byte[] {4, 0, 1}),
              new SealedGrade.Recipient(to.keyId(), wrapped)),
          nonce,
          ciphertext);
    } catch (InvalidCipherTextException e) {
      throw new AssertionError(e);
    }
  }
}
