package cn.wuyouhall.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.platform.DeliveryResult.Delivered;
import cn.wuyouhall.platform.DeliveryResult.Refused;
import cn.wuyouhall.platform.DeliveryResult.TryLater;
import cn.wuyouhall.platform.contract.RatingKey;
import cn.wuyouhall.platform.contract.StatusPage;
import cn.wuyouhall.store.crypto.GradeSeal;
import cn.wuyouhall.store.crypto.Sm2Keys;
import cn.wuyouhall.virtual.platform.HostileServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against the sandbox, over sockets. */
class PlatformClientTest {
  @TempDir Path folder;
  private SandboxFixture hall;

  @BeforeEach
  void start() throws IOException {
    hall = new SandboxFixture(folder);
  }

  @AfterEach
  void stop() {
    hall.close();
  }

  @Test
  void aCaseArrivesAndGetsItsProvincialNumber() throws SQLException {
    Delivered delivered = delivered(Samples.newCase("WB20261123-0001"));

    assertEquals(new Delivered("61202611230000001", Samples.MONDAY, false), delivered);
    assertEquals(1, hall.count("SELECT count(*) FROM case_events"));
  }

  @Test
  void theSameBytesAgainAreOneEffectAndTheSameReply() throws SQLException {
    Delivery delivery = Samples.newCase("WB20261123-0001");
    Delivered first = delivered(delivery);
    hall.pass(Duration.ofHours(3));

    Delivered again = delivered(delivery);

    assertEquals(new Delivered(first.provincialNo(), first.receivedAt(), true), again);
    assertEquals(1, hall.count("SELECT count(*) FROM case_events"));
    assertEquals(2, hall.count("SELECT count(*) FROM requests WHERE method = 'POST'"));
  }

  @Test
  void aKeyWithOtherBytesIsRefused() {
    Delivery delivery = Samples.newCase("WB20261123-0001");
    delivered(delivery);
    byte[] other = CaseEventBody.encode(Samples.accepted(delivery.subject(), "WB20261123-0002"), 1);

    Refused refused =
        refused(
            new Delivery(HallOutbox.Kind.CASE_EVENT, delivery.key(), delivery.subject(), other));

    assertEquals("KEY_REUSED", refused.code());
  }

  @Test
  void versionsAreTakenInOrderOnly() throws SQLException {
    UUID caseId = Samples.IDS.next();
    assertEquals("OUT_OF_ORDER", refused(Samples.caseDelivery(caseId, "WB-1", 2)).code());
    String number = delivered(Samples.caseDelivery(caseId, "WB-1", 1)).provincialNo();
    assertEquals("OUT_OF_ORDER", refused(Samples.caseDelivery(caseId, "WB-1", 1)).code());
    Refused ahead = refused(Samples.caseDelivery(caseId, "WB-1", 3));
    assertEquals("version 2 of this case is expected", ahead.message());

    assertEquals(number, delivered(Samples.caseDelivery(caseId, "WB-1", 2)).provincialNo());
    assertEquals(2, hall.count("SELECT version FROM cases"));
  }

  @Test
  void aCaseNumberBelongsToOneCase() {
    UUID caseId = Samples.IDS.next();
    delivered(Samples.caseDelivery(caseId, "WB-1", 1));

    assertEquals("DUPLICATE_CASE", refused(Samples.newCase("WB-1")).code());
    assertEquals("CASE_NUMBER_CHANGED", refused(Samples.caseDelivery(caseId, "WB-2", 2)).code());
  }

  @Test
  void aBodyThatIsNotOfTheContractIsRefusedByName() {
    UUID caseId = Samples.IDS.next();
    String whole =
        new String(
            CaseEventBody.encode(Samples.accepted(caseId, "WB-1"), 1), StandardCharsets.UTF_8);
    Refused refused =
        refused(caseBody(caseId, whole.replace("\"mark\":\"copy\"", "\"mark\":\"x\"")));
    assertEquals("INVALID", refused.code());
    assertTrue(refused.message().startsWith("materials[1].mark is not one of"), refused.message());
    assertEquals("NOT_JSON", refused(caseBody(caseId, "<html>")).code());
    assertEquals("INVALID", refused(caseBody(Samples.IDS.next(), whole)).code());
    assertEquals("TOO_LARGE", refused(caseBody(caseId, " ".repeat(2 << 20) + whole)).code());
  }

  @Test
  void aSealedGradeIsOpenedByThePlatform() throws SQLException {
    Delivered delivered =
        delivered(Samples.rated(Samples.invitation(), Grade.DISSATISFIED, hall.ratingKey()));

    assertEquals(new Delivered("", Samples.MONDAY, false), delivered);
    assertEquals(2, hall.count("SELECT grade FROM ratings WHERE outcome = 'rated'"));
  }

  @Test
  void theHallsOwnSealIsOpenedByThePlatform() throws SQLException {
    RatingKey key = hall.ratingKey();
    byte[] point = HexFormat.of().parseHex(key.publicKey());
    assertEquals(Sm2Keys.keyId(point), key.keyId());
    Invitation invitation = Samples.invitation();
    SealedGrade sealed =
        new GradeSeal(new SecureRandom())
            .seal(
                RatingBody.content(invitation, Grade.VERY_SATISFIED, List.of()),
                List.of(new GradeSeal.Reader(key.keyId(), point)));

    delivered(Samples.rated(invitation, sealed));

    assertEquals(5, hall.count("SELECT grade FROM ratings"));
  }

  @Test
  void absenceIsRecordedAsAbsence() throws SQLException {
    for (RatingOutcome outcome :
        List.of(RatingOutcome.TIMED_OUT, RatingOutcome.DECLINED, RatingOutcome.NOT_ASKED)) {
      delivered(Samples.absence(Samples.invitation(), outcome));
    }
    assertEquals(3, hall.count("SELECT count(*) FROM ratings WHERE grade IS NULL"));
  }

  @Test
  void oneVisitIsRatedOnce() throws SQLException {
    Invitation invitation = Samples.invitation();
    delivered(Samples.absence(invitation, RatingOutcome.TIMED_OUT));

    Refused refused = refused(Samples.rated(invitation, Grade.VERY_SATISFIED, hall.ratingKey()));

    assertEquals("ALREADY_RATED", refused.code());
    assertEquals(1, hall.count("SELECT count(*) FROM ratings"));
  }

  @Test
  void aSealThatIsNotForThisPlatformOrThisVisitIsRefused() {
    RatingKey ours = hall.ratingKey();
    Invitation invitation = Samples.invitation();
    byte[] content = RatingBody.content(invitation, Grade.SATISFIED, List.of());
    RatingKey other = new RatingKey("another", "SM2", ours.publicKey());
    SealedGrade good = Samples.seal(content, ours);
    byte[] bent = good.ciphertext();
    bent[3] ^= 1;

    assertEquals(
        "NOT_SEALED_TO_US",
        refused(Samples.rated(invitation, Samples.seal(content, other))).code());
    assertEquals(
        "SEAL_BROKEN",
        refused(Samples.rated(invitation, new SealedGrade(good.recipients(), good.nonce(), bent)))
            .code());
    assertEquals("SEAL_ELSEWHERE", refused(Samples.rated(Samples.invitation(), good)).code());
  }

  @Test
  void statusGoesOnByItselfAndIsReadOnce() {
    String number = delivered(Samples.newCase("WB-1")).provincialNo();
    StatusPage first = status("", 100);
    assertEquals(List.of("received"), stages(first));
    assertEquals(number, first.entries().getFirst().provincialNo());
    assertEquals(new StatusPage(first.cursor(), List.of()), status(first.cursor(), 100));

    hall.pass(Duration.ofMinutes(1));
    StatusPage second = status(first.cursor(), 100);
    assertEquals(List.of("in-review"), stages(second));
    assertEquals(Samples.MONDAY.plus(Duration.ofMinutes(1)), second.entries().getFirst().at());

    hall.pass(Duration.ofDays(1));
    assertEquals(List.of("decided"), stages(status(second.cursor(), 1)));
    assertEquals(List.of("decided", "finished"), stages(status(second.cursor(), 100)));
  }

  @Test
  void healthAndCatalogueAreRead() {
    assertInstanceOf(Reading.Read.class, hall.client().health());
    CatalogueReply.Newer copy =
        (CatalogueReply.Newer)
            ((Reading.Read<CatalogueReply>) hall.client().catalogue(Optional.empty())).value();
    assertTrue(copy.json().length > 1000);
    assertEquals(
        new Reading.Read<CatalogueReply>(new CatalogueReply.Unchanged()),
        hall.client().catalogue(Optional.of(copy.etag())));
  }

  @Test
  void aReplyLostOnTheWayIsOneEffect() throws IOException, SQLException {
    try (HostileServer line = HostileServer.before(hall.sandbox().port());
        PlatformClient client = new PlatformClient(line.url(), SandboxFixture.QUICK)) {
      Delivery delivery = Samples.newCase("WB-1");
      line.loseReplies(1);

      assertEquals(new TryLater(Failure.CUT_OFF, Optional.empty()), client.deliver(delivery));
      assertEquals(1, line.lost());
      assertEquals(1, hall.count("SELECT count(*) FROM case_events"));
      Delivered again = assertInstanceOf(Delivered.class, client.deliver(delivery));
      assertTrue(again.replay());
      assertEquals(1, hall.count("SELECT count(*) FROM case_events"));
    }
  }

  @Test
  void aRestartKeepsEverything() throws IOException, SQLException {
    Delivery delivery = Samples.newCase("WB-1");
    Delivered first = delivered(delivery);
    RatingKey key = hall.ratingKey();
    Delivery rating = Samples.rated(Samples.invitation(), Grade.SATISFIED, key);
    delivered(rating);
    String cursor = status("", 100).cursor();

    hall.restart();

    assertEquals(key, hall.ratingKey());
    assertEquals(
        new Delivered(first.provincialNo(), first.receivedAt(), true), delivered(delivery));
    assertTrue(delivered(rating).replay());
    assertEquals(List.of(), status(cursor, 100).entries());
    assertEquals(4, hall.count("SELECT grade FROM ratings"));
  }

  @Test
  void anOutageIsTriedAgainAndEndsByItself() throws IOException {
    Delivery delivery = Samples.newCase("WB-1");
    delivered(Samples.newCase("WB-0"));
    PlatformClient client = hall.client();
    int port = hall.sandbox().port();
    hall.sandbox().close();

    // The first call may still find the old connection and break on it; then there is none.
    assertInstanceOf(TryLater.class, client.deliver(delivery));
    assertEquals(new TryLater(Failure.NO_CONNECTION, Optional.empty()), client.deliver(delivery));

    try (SandboxFixture back = new SandboxFixture(folder.resolve("back"), port)) {
      assertInstanceOf(Delivered.class, client.deliver(delivery));
      assertEquals(port, back.sandbox().port());
    }
  }

  @Test
  void manyAtOnceWithOneKeyAreOneEffect() throws Exception {
    Delivery delivery = Samples.newCase("WB-1");
    int senders = 8;
    CountDownLatch start = new CountDownLatch(1);
    List<DeliveryResult> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
      List<CompletableFuture<DeliveryResult>> sent = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        sent.add(
            CompletableFuture.supplyAsync(
                () -> {
                  await(start);
                  return hall.client().deliver(delivery);
                },
                threads));
      }
      start.countDown();
      for (CompletableFuture<DeliveryResult> each : sent) {
        results.add(each.get());
      }
    }

    assertEquals(1, results.stream().filter(r -> r instanceof Delivered d && !d.replay()).count());
    assertEquals(
        senders - 1, results.stream().filter(r -> r instanceof Delivered d && d.replay()).count());
    assertEquals(1, hall.count("SELECT count(*) FROM case_events"));
    assertEquals(senders, hall.count("SELECT count(*) FROM requests WHERE method = 'POST'"));
  }

  @Test
  void theScreensThreadIsSentAway() throws Exception {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread.ofPlatform()
        .name("JavaFX Application Thread")
        .start(() ->
            thrown.complete(
                assertThrows(
                    IllegalStateException.class,
                    () -> hall.client().deliver(Samples.newCase("WB-1")))))
        .join();
    assertInstanceOf(IllegalStateException.class, thrown.get());
    assertEquals(0, hall.count("SELECT count(*) FROM requests"));
  }

  @Test
  void theSandboxKeepsNoPersonalData() throws IOException {
    delivered(Samples.newCase("WB-1"));
    hall.sandbox().close();
    for (String personal : List.of("张小三", "610829199001010017", "13800001234")) {
      String wanted = HexFormat.of().formatHex(personal.getBytes(StandardCharsets.UTF_8));
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          String bytes = HexFormat.of().formatHex(Files.readAllBytes(file));
          assertTrue(!bytes.contains(wanted), file + " holds " + personal);
        }
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Delivered delivered(Delivery delivery) {
    return assertInstanceOf(Delivered.class, hall.client().deliver(delivery));
  }

  private Refused refused(Delivery delivery) {
    return assertInstanceOf(Refused.class, hall.client().deliver(delivery));
  }

  private static Delivery caseBody(UUID caseId, String body) {
    return new Delivery(
        HallOutbox.Kind.CASE_EVENT,
        Samples.IDS.next(),
        caseId,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private StatusPage status(String cursor, int limit) {
    return ((Reading.Read<StatusPage>) hall.client().status(cursor, limit)).value();
  }

  private static List<String> stages(StatusPage page) {
    return page.entries().stream().map(StatusPage.Entry::stage).toList();
  }
}
