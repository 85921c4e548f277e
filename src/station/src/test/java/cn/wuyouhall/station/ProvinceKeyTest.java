package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.platform.Limits;
import cn.wuyouhall.platform.PlatformClient;
import cn.wuyouhall.platform.RatingBody;
import cn.wuyouhall.station.HallOffice.Forwarded;
import cn.wuyouhall.store.crypto.GradeSeal;
import cn.wuyouhall.store.crypto.Sm2Keys;
import cn.wuyouhall.store.hall.Enrolment;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The province's key is learnt by any station and kept by the hall; what was given before arrives.
 */
class ProvinceKeyTest {
  @TempDir Path folder;
  private HallOnDisk hall;
  private Vault vault;
  private ScriptedPlatform province;
  private PlatformClient client;
  private Sm2Keys.Pair pair;

  @BeforeEach
  void open() throws Exception {
    hall = new HallOnDisk(folder);
    vault = hall.vault("clerk-3");
    province = new ScriptedPlatform();
    pair = Sm2Keys.generate(hall.around.random());
    client =
        new PlatformClient(
            province.url(),
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 18, 1 << 18));
  }

  @AfterEach
  void close() {
    client.close();
    province.close();
    hall.close();
  }

  private ProvinceKey key() {
    return new ProvinceKey(vault.hall().keys(), hall.clock, hall.clock);
  }

  @Test
  void whatOneStationLearnsAPadKnowsThatNeverSawTheProvince() {
    ProvinceKey pad = key();
    ProvinceKey window = key();
    assertFalse(pad.sought());
    window.refresh(Optional.of(client));
    assertTrue(window.sought(), "looked for in vain: the pad may ask all the same");
    assertEquals(Optional.empty(), window.known());
    province.ratingKey("p1", pair.publicKey());
    hall.clock.pass(Duration.ofSeconds(2));
    window.refresh(Optional.of(client));
    pad.refresh(Optional.empty());
    assertEquals("p1", pad.known().orElseThrow().keyId());
    assertArrayEquals(pair.publicKey(), pad.known().orElseThrow().publicKey());
    assertTrue(key().sought(), "a pad that starts later knows it from the start");
  }

  @Test
  void aKeyThatIsNoneIsNotTaken() {
    byte[] off = pair.publicKey().clone();
    off[64] ^= 1;
    province.ratingKey("p1", off);
    ProvinceKey window = key();
    window.refresh(Optional.of(client));
    assertEquals(Optional.empty(), window.known());
    assertEquals(Optional.empty(), vault.hall().keys().provinceKey());
  }

  @Test
  void aChangedKeyIsTakenOverWithinTheHour() {
    province.ratingKey("p1", pair.publicKey());
    ProvinceKey window = key();
    window.refresh(Optional.of(client));
    province.ratingKey("p2", Sm2Keys.generate(hall.around.random()).publicKey());
    hall.clock.pass(Duration.ofMinutes(30));
    window.refresh(Optional.of(client));
    assertEquals("p1", window.known().orElseThrow().keyId());
    hall.clock.pass(Duration.ofMinutes(31));
    window.refresh(Optional.of(client));
    assertEquals("p2", key().known().orElseThrow().keyId());
  }

  /** A visit that ended, and its answer, sealed for the supervisors alone. */
  private UUID answered() {
    var queue = vault.hall().queue();
    var now = hall.clock.instant();
    IssueRequest wish =
        new IssueRequest(
            hall.around.ids().next(), "kiosk-1", "social", Optional.empty(), Priority.NONE, "");
    queue.issue(wish, now);
    queue.paper(queue.ticketOf(wish.requestId()).orElseThrow().id(), PaperOutcome.CAME, "k", now);
    queue.callNext(hall.around.ids().next(), 3, "clerk-3", "0312", now);
    queue.serve(hall.around.ids().next(), 3, "clerk-3", "0312", now);
    queue.finish(hall.around.ids().next(), 3, "clerk-3", "0312", now);
    Invitation invitation = vault.hall().ratings().open(3).getFirst();
    SealedGrade sealed =
        new GradeSeal(hall.around.random())
            .seal(
                RatingBody.content(invitation, Grade.SATISFIED, List.of()),
                List.of(Enrolment.supervisors(vault.hall().keys()).orElseThrow()));
    UUID entry = hall.around.ids().next();
    byte[] body =
        RatingBody.encode(
            invitation, "610829", "county", RatingOutcome.ANSWERED, now, Optional.of(sealed));
    vault.hall().ratings().end(entry, invitation.id(), RatingOutcome.ANSWERED, body, "pad-3", now);
    return entry;
  }

  private void carry() {
    hall.courier(vault, Optional.of(client)).turn();
  }

  private Forwarded forward(String phrase) {
    try (HallOffice office = HallOffice.open(hall.settings("kiosk-1"), hall.around)) {
      return office.forwardGrades(phrase);
    }
  }

  @Test
  void aGradeGivenBeforeTheKeyWasKnownArrivesByTheSupervisorsHand() throws Exception {
    UUID entry = answered();
    carry();
    assertEquals(new Forwarded.NoProvinceKey(), forward(hall.first.supervisorsPhrase()));
    HallOutbox.Refusal refusal = vault.hall().outbox().refusals().getFirst();
    assertEquals("NOT_SEALED_TO_US", refusal.code());

    province.ratingKey("p1", pair.publicKey());
    carry();
    assertEquals(new Forwarded.WrongPhrase(), forward(hall.first.recoveryPhrase()));
    assertEquals(new Forwarded.Sealed(1, 0), forward(hall.first.supervisorsPhrase()));
    assertEquals(new Forwarded.Sealed(0, 0), forward(hall.first.supervisorsPhrase()));
    carry();
    assertEquals(List.of(entry.toString()), province.taken());
    assertEquals(List.of(), vault.hall().outbox().refusals());
    assertEquals(4, satisfaction(province.body(0).get("sealed")));
  }

  private int satisfaction(JsonNode sealed) throws Exception {
    HexFormat hex = HexFormat.of();
    List<SealedGrade.Recipient> recipients =
        sealed.get("recipients").findParents("keyId").stream()
            .map(to ->
                new SealedGrade.Recipient(
                    to.get("keyId").asText(), hex.parseHex(to.get("wrapped").asText())))
            .toList();
    byte[] content =
        GradeSeal.open(
            new SealedGrade(
                recipients,
                hex.parseHex(sealed.get("nonce").asText()),
                hex.parseHex(sealed.get("ciphertext").asText())),
            "p1",
            pair.privateKey());
    return new com.fasterxml.jackson.databind.ObjectMapper()
        .readTree(new String(content, StandardCharsets.UTF_8))
        .get("satisfaction")
        .asInt();
  }
}
