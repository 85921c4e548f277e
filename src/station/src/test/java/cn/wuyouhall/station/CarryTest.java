package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.CaseRegister;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.rating.RatingBox;
import cn.wuyouhall.platform.Limits;
import cn.wuyouhall.platform.PlatformClient;
import cn.wuyouhall.station.ScriptedPlatform.Does;
import cn.wuyouhall.testkit.port.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Station to hall to province: in order, kept while one of them is away, and once. */
class CarryTest {
  @TempDir Path folder;
  private HallOnDisk hall;
  private Vault vault;
  private ScriptedPlatform province;
  private PlatformClient client;
  private Trouble<CaseRegister> register;
  private Trouble<StationJournal> journal;
  private AcceptCase accept;
  private Cases cases;
  private Courier courier;
  private final AtomicInteger news = new AtomicInteger();

  @BeforeEach
  void open() throws Exception {
    hall = new HallOnDisk(folder);
    province = new ScriptedPlatform();
    client =
        new PlatformClient(
            province.url(),
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 18, 1 << 18));
    start();
  }

  private void start() {
    vault = hall.vault("clerk-3");
    accept = SampleCase.job(hall, vault, () -> {});
    register = Trouble.before(CaseRegister.class, vault.hall().cases());
    journal = Trouble.before(StationJournal.class, vault.journal());
    cases = new Cases(vault.journal(), vault.hall().cases(), new CaseJson());
    courier = courier(Optional.of(client));
  }

  private Courier courier(Optional<PlatformClient> to) {
    return new Courier(
        journal.port(),
        register.port(),
        Trouble.before(RatingBox.class, vault.hall().ratings()).port(),
        Trouble.before(HallOutbox.class, vault.hall().outbox()).port(),
        to,
        new ProvinceKey(vault.hall().keys(), hall.clock, hall.clock),
        new CaseJson(),
        new RatingJson("610829", "county"),
        hall.clock,
        hall.clock,
        news::incrementAndGet);
  }

  @AfterEach
  void close() {
    client.close();
    province.close();
    hall.close();
  }

  private CaseRecord acceptOne() {
    CaseDraft draft =
        SampleCase.draft(
            accept, SampleCase.item("小餐饮经营许可（新办）"), SampleCase.ZHANG, SampleCase::inOrder);
    return assertInstanceOf(AcceptCase.Outcome.Saved.class, accept.accept(HallOnDisk.CLERK, draft))
        .record();
  }

  private String marks(CaseRecord record) {
    Cases.Row row = cases.one(HallOnDisk.CLERK, record.caseId()).orElseThrow();
    return "here" + (row.inHall() ? " hall" : "") + (row.atProvince() ? " province" : "");
  }

  @Test
  void aCaseShowsItsThreeMarksOneAfterTheOther() {
    CaseRecord record = acceptOne();
    assertEquals("here", marks(record));
    courier(Optional.empty()).turn();
    assertEquals("here hall", marks(record));
    courier.turn();
    assertEquals("here hall province", marks(record));
    assertEquals("P1", cases.one(HallOnDisk.CLERK, record.caseId()).orElseThrow().provincialNo());
    assertTrue(news.get() > 0);
    assertEquals(0, vault.journal().counts().undelivered());
    assertEquals(0, vault.hall().outbox().pending().parcels());
  }

  @Test
  void everythingArrivesInOrderAndOnce() throws Exception {
    CaseRecord first = acceptOne();
    CaseRecord second = acceptOne();
    courier.turn();
    courier.turn();
    assertEquals(2, province.asked().size());
    assertEquals(first.caseId().toString(), province.body(0).get("caseId").asText());
    assertEquals(second.caseId().toString(), province.body(1).get("caseId").asText());
    assertEquals(1, province.body(0).get("version").asInt());
  }

  @Test
  void aHallThatIsAwayKeepsEverythingHere() {
    CaseRecord record = acceptOne();
    register.away("register", 1, HallOnDisk::hallAway);
    courier.turn();
    assertEquals("here", marks(record));
    assertEquals(1, vault.journal().counts().undelivered());
    courier.turn();
    assertEquals("here hall province", marks(record));
    assertEquals(1, province.asked().size());
  }

  @Test
  void aReplyTheHallLostRegistersOnce() {
    acceptOne();
    register.loseAnswer("register", 1, HallOnDisk::hallAway);
    courier.turn();
    courier.turn();
    assertEquals(1, vault.hall().cases().newest(9).size());
    assertEquals(1, vault.hall().cases().newest(9).getFirst().version());
    assertEquals(1, province.taken().size());
  }

  @Test
  void aDiskThatIsFullAfterTheHallTookItRegistersOnce() {
    acceptOne();
    journal.away("delivered", 1, HallOnDisk::diskFull);
    courier.turn();
    assertEquals(1, vault.journal().counts().undelivered());
    courier.turn();
    assertEquals(0, vault.journal().counts().undelivered());
    assertEquals(1, province.taken().size());
  }

  @Test
  void aReplyTheProvinceLostTakesEffectOnceWithTheSameBytes() {
    CaseRecord record = acceptOne();
    province.next(Does.LOSES_THE_REPLY);
    courier.turn();
    assertEquals("here hall", marks(record));
    hall.clock.pass(Duration.ofSeconds(10));
    courier.turn();
    assertEquals("here hall province", marks(record));
    assertEquals(1, province.taken().size());
    assertTrue(province.asked().size() >= 2);
    assertEquals(List.of(), province.changedBytes());
    assertEquals(Optional.empty(), courier.platformAwaySince());
  }

  @Test
  void htmlAndFaultsAreTriedAgainWithGrowingPauses() {
    CaseRecord record = acceptOne();
    province.next(Does.HTML, Does.FAULT, Does.HTML);
    courier.turn();
    courier.turn();
    assertEquals(1, province.asked().size(), "not before its time");
    hall.clock.pass(Duration.ofSeconds(3));
    courier.turn();
    assertEquals(2, province.asked().size());
    hall.clock.pass(Duration.ofSeconds(3));
    courier.turn();
    assertEquals(2, province.asked().size(), "the second pause is longer");
    hall.clock.pass(Duration.ofMinutes(5).plusSeconds(1));
    courier.turn();
    hall.clock.pass(Duration.ofMinutes(5).plusSeconds(1));
    courier.turn();
    assertEquals("here hall province", marks(record));
    assertEquals(1, province.taken().size());
  }

  @Test
  void aBusyProvinceIsAskedWhenItSaid() {
    acceptOne();
    province.next(Does.BUSY);
    courier.turn();
    hall.clock.pass(Duration.ofMillis(6_900));
    courier.turn();
    assertEquals(1, province.asked().size());
    hall.clock.pass(Duration.ofMillis(200));
    courier.turn();
    assertEquals(1, province.taken().size());
  }

  @Test
  void aBusyProvinceIsLeftAloneWhateverElseWaits() {
    acceptOne();
    province.next(Does.BUSY);
    courier.turn();
    acceptOne();
    courier.turn();
    assertEquals(1, province.asked().size());
    hall.clock.pass(Duration.ofSeconds(7));
    courier.turn();
    assertEquals(2, province.taken().size());
  }

  @Test
  void whatTheProvinceRefusesIsSetAsideAndTheRestGoesOn() {
    CaseRecord refused = acceptOne();
    CaseRecord fine = acceptOne();
    province.next(Does.REFUSES);
    courier.turn();
    assertEquals("here hall", marks(refused));
    assertEquals("here hall province", marks(fine));
    HallOutbox.Refusal refusal = vault.hall().outbox().refusals().getFirst();
    assertEquals("ITEM_UNKNOWN", refusal.code());
    assertEquals(refused.caseId(), refusal.lane());
    hall.clock.pass(Duration.ofHours(1));
    courier.turn();
    assertEquals(2, province.asked().size(), "never knocked again by itself");
  }

  @Test
  void aProvinceThatIsAwayIsNotedAndHoldsNothingUp() {
    province.close();
    CaseRecord record = acceptOne();
    courier.turn();
    assertEquals("here hall", marks(record));
    assertTrue(courier.platformAwaySince().isPresent());
    assertEquals("here", marks(acceptOne()));
  }

  @Test
  void theProvincesStatusIsReadOnceAndShown() {
    CaseRecord record = acceptOne();
    courier.turn();
    province.status(
        "{\"entries\":[{\"caseId\":\"%s\",\"provincialNo\":\"P1\",\"stage\":\"decided\",\"at\":\"2026-11-23T03:00:00Z\"}],\"cursor\":\"1\"}"
            .formatted(record.caseId()));
    hall.clock.pass(Duration.ofSeconds(16));
    courier.turn();
    assertEquals("decided", cases.one(HallOnDisk.CLERK, record.caseId()).orElseThrow().stage());
    assertEquals("1", vault.hall().outbox().statusCursor());
  }

  @Test
  void whatAKilledProcessLeftIsCarriedByTheNext() {
    CaseRecord record = acceptOne();
    hall.shut(vault);
    start();
    courier.turn();
    assertEquals("here hall province", marks(record));
  }

  @Test
  void aParcelClaimedByADeadStationIsCarriedAfterItsLease() {
    CaseRecord record = acceptOne();
    courier(Optional.empty()).turn();
    assertTrue(
        vault
            .hall()
            .outbox()
            .claim("clerk-9", hall.clock.instant(), Duration.ofSeconds(60))
            .isPresent());
    courier.turn();
    assertFalse(marks(record).contains("province"));
    hall.clock.pass(Duration.ofSeconds(61));
    courier.turn();
    assertEquals("here hall province", marks(record));
  }

  @Test
  void theHallIsToldTheHeadOfTheChain() {
    acceptOne();
    courier.turn();
    assertEquals(
        vault.journal().head().orElseThrow().seq(),
        vault.hall().stations().head("clerk-3").orElseThrow().seq());
  }
}
