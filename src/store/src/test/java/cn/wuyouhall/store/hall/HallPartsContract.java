package cn.wuyouhall.store.hall;

import static cn.wuyouhall.store.hall.TestHall.NINE;
import static cn.wuyouhall.store.hall.TestHall.id;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.CaseRegister.Registered;
import cn.wuyouhall.domain.cases.CaseRegister.Standing;
import cn.wuyouhall.domain.cases.Decision;
import cn.wuyouhall.domain.cases.HallOutbox;
import cn.wuyouhall.domain.cases.HallOutbox.Parcel;
import cn.wuyouhall.domain.cases.HallOutbox.StatusEntry;
import cn.wuyouhall.domain.cases.MaterialMark;
import cn.wuyouhall.domain.hall.HallAccounts.Account;
import cn.wuyouhall.domain.hall.HallAccounts.Role;
import cn.wuyouhall.domain.hall.HallRules;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.store.crypto.GradeSeal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every home of the register, the outbox, the accounts, the rules and the stations does. */
public abstract class HallPartsContract {
  private static final Duration LEASE = Duration.ofSeconds(30);

  /** An empty hall database. */
  protected abstract HallDatabase open() throws Exception;

  private HallDatabase database;
  private HallOutbox outbox;

  @BeforeEach
  void openHall() throws Exception {
    database = open();
    outbox = database.outbox();
  }

  @AfterEach
  void closeHall() {
    database.close();
  }

  /** An event of a case. */
  static CaseRecord event(UUID caseId, String caseNo, CaseRecord.Kind kind) {
    return new CaseRecord(
        caseId,
        caseNo,
        kind,
        NINE,
        id(),
        "C03",
        3,
        "0001",
        "11610829MB2F306611Y2312003564000",
        "小餐饮经营许可",
        "市场监督管理局",
        TestHall.LI,
        List.of("first"),
        Map.of("m1", MaterialMark.ORIGINAL, "m2", MaterialMark.DEFERRED),
        Map.of("m1", "申请书", "m2", "健康证明"),
        Map.of("m2", LocalDate.parse("2026-11-30")),
        new Decision(
            Decision.Kind.ACCEPT_DEFERRED,
            List.of(new Decision.Reason(Decision.Code.DEFERRED, "m2"))),
        Optional.of(LocalDate.parse("2026-12-01")),
        Optional.empty(),
        List.of(new CaseRecord.Document("receipt", "S1", "00ff", 1234)));
  }

  private static Instant later(int seconds) {
    return NINE.plusSeconds(seconds);
  }

  @Test
  void aCaseIsRegisteredOnceAndOwedToTheProvince() {
    UUID entry = id();
    CaseRecord accepted = event(id(), "WB-1", CaseRecord.Kind.ACCEPTED_DEFERRED);
    assertEquals(
        new Registered.Versioned(1, false), database.cases().register(entry, accepted, NINE));
    assertEquals(
        new Registered.Versioned(1, true), database.cases().register(entry, accepted, NINE));
    Standing standing = database.cases().standing(accepted.caseId()).orElseThrow();
    assertEquals(accepted, standing.event());
    assertFalse(standing.atProvince());
    assertEquals(1, outbox.pending().parcels());
    assertEquals(Optional.of(NINE), outbox.pending().oldest());
    assertEquals(List.of(standing), database.cases().recentOf(TestHall.LI.idNumber(), 5));
    assertEquals(List.of(), database.cases().recentOf("none", 5));
    assertEquals(List.of(standing), database.cases().newest(5));
  }

  @Test
  void aClashIsRefusedNotOverwritten() {
    UUID caseId = id();
    database.cases().register(id(), event(caseId, "WB-1", CaseRecord.Kind.NOTICE), NINE);
    assertEquals(
        new Registered.Versioned(2, false),
        database.cases().register(id(), event(caseId, "WB-1", CaseRecord.Kind.ACCEPTED), NINE));
    assertEquals(
        new Registered.Clash("ALREADY_ACCEPTED"),
        database.cases().register(id(), event(caseId, "WB-1", CaseRecord.Kind.ACCEPTED), NINE));
    assertEquals(
        new Registered.Clash("CASE_NO_TAKEN"),
        database.cases().register(id(), event(id(), "WB-1", CaseRecord.Kind.ACCEPTED), NINE));
  }

  @Test
  void aLaneGoesInOrderAndOthersPassIt() {
    UUID caseId = id();
    UUID first = id();
    UUID second = id();
    UUID other = id();
    database.cases().register(first, event(caseId, "WB-1", CaseRecord.Kind.NOTICE), NINE);
    database.cases().register(second, event(caseId, "WB-1", CaseRecord.Kind.ACCEPTED), NINE);
    database.cases().register(other, event(id(), "WB-2", CaseRecord.Kind.ACCEPTED), NINE);
    Parcel claimed = outbox.claim("C01", NINE, LEASE).orElseThrow();
    assertEquals(first, claimed.id());
    assertEquals(1, claimed.attempts());
    assertEquals(CaseRecord.Kind.NOTICE, claimed.event().orElseThrow().kind());
    assertEquals(other, outbox.claim("C02", NINE, LEASE).orElseThrow().id());
    assertEquals(Optional.empty(), outbox.claim("C03", NINE, LEASE));
    assertEquals(first, outbox.claim("C03", later(31), LEASE).orElseThrow().id());
    outbox.delivered(first, "P-1", later(32), false);
    assertFalse(database.cases().standing(caseId).orElseThrow().atProvince());
    assertEquals(second, outbox.claim("C03", later(33), LEASE).orElseThrow().id());
    outbox.delivered(second, "P-1", later(34), false);
    Standing standing = database.cases().standing(caseId).orElseThrow();
    assertEquals(Optional.of("P-1"), standing.provincialNo());
    assertEquals("received", standing.stage());
  }

  @Test
  void bytesAreFrozenAtTheFirstSending() {
    UUID entry = id();
    database.cases().register(entry, event(id(), "WB-1", CaseRecord.Kind.ACCEPTED), NINE);
    byte[] sent = {1, 2, 3};
    assertArrayEquals(sent, outbox.freeze(entry, sent));
    assertArrayEquals(sent, outbox.freeze(entry, new byte[] {9}));
    outbox.claim("C01", NINE, LEASE);
    outbox.later(entry, "AWAY", later(60));
    assertEquals(Optional.empty(), outbox.claim("C01", later(59), LEASE));
    Parcel again = outbox.claim("C02", later(60), LEASE).orElseThrow();
    assertArrayEquals(sent, again.body().orElseThrow());
    assertEquals(2, again.attempts());
  }

  @Test
  void aRefusedParcelStandsStillWithItsLane() {
    UUID caseId = id();
    UUID refused = id();
    database.cases().register(refused, event(caseId, "WB-1", CaseRecord.Kind.NOTICE), NINE);
    database.cases().register(id(), event(caseId, "WB-1", CaseRecord.Kind.ACCEPTED), NINE);
    outbox.claim("C01", NINE, LEASE);
    outbox.refused(refused, "BAD_ITEM", "事项不存在", later(5));
    assertEquals(Optional.empty(), outbox.claim("C01", later(99), LEASE));
    assertEquals("事项不存在", outbox.refusals().getFirst().message());
    assertEquals(new HallOutbox.Pending(1, Optional.of(NINE), 1), outbox.pending());
  }

  @Test
  void aRefusedParcelThatWasMendedGoesBackToItsLane() {
    UUID parcel = id();
    database.cases().register(parcel, event(id(), "WB-1", CaseRecord.Kind.NOTICE), NINE);
    assertEquals(Optional.empty(), outbox.frozen(parcel));
    outbox.claim("C01", NINE, LEASE);
    outbox.freeze(parcel, new byte[] {1});
    assertFalse(outbox.mend(parcel, new byte[] {2}));
    outbox.refused(parcel, "BAD", "", later(5));
    assertArrayEquals(new byte[] {1}, outbox.frozen(parcel).orElseThrow());
    assertTrue(outbox.mend(parcel, new byte[] {2}));
    assertEquals(List.of(), outbox.refusals());
    Parcel again = outbox.claim("C02", later(6), LEASE).orElseThrow();
    assertEquals(parcel, again.id());
    assertEquals(1, again.attempts());
    assertArrayEquals(new byte[] {2}, again.body().orElseThrow());
  }

  @Test
  void aParcelIsDueAtOnceWhateverClockMadeIt() {
    UUID parcel = id();
    database.cases().register(parcel, event(id(), "WB-1", CaseRecord.Kind.NOTICE), later(3600));
    assertEquals(parcel, outbox.claim("C01", NINE, LEASE).orElseThrow().id());
  }

  @Test
  void aRatingWhoseInvitationARestoredHallLostStillGoesOn() {
    UUID entry = id();
    UUID lost = id();
    byte[] body = {1};
    assertTrue(database.ratings().end(entry, lost, RatingOutcome.ANSWERED, body, "pad-3", NINE));
    assertTrue(database.ratings().end(entry, lost, RatingOutcome.ANSWERED, body, "pad-3", NINE));
    assertFalse(database.ratings().end(id(), lost, RatingOutcome.ANSWERED, body, "pad-3", NINE));
    assertArrayEquals(body, outbox.claim("C01", NINE, LEASE).orElseThrow().body().orElseThrow());
  }

  @Test
  void theProvincesKeyIsTheOneReadLast() {
    HallKeysStore keys = database.keys();
    assertEquals(Optional.empty(), keys.provinceKey());
    keys.saveProvinceKey(new GradeSeal.Reader("p1", new byte[] {4, 1}), NINE);
    keys.saveProvinceKey(new GradeSeal.Reader("p2", new byte[] {4, 2}), later(1));
    assertEquals("p2", keys.provinceKey().orElseThrow().keyId());
    keys.saveProvinceKey(new GradeSeal.Reader("p1", new byte[] {4, 3}), later(2));
    assertEquals("p1", keys.provinceKey().orElseThrow().keyId());
    assertArrayEquals(new byte[] {4, 3}, keys.provinceKey().orElseThrow().publicKey());
  }

  @Test
  void statusMovesForwardWithItsCursor() {
    UUID entry = id();
    CaseRecord event = event(id(), "WB-1", CaseRecord.Kind.ACCEPTED);
    database.cases().register(entry, event, NINE);
    outbox.delivered(entry, "P-1", later(1), false);
    assertEquals("", outbox.statusCursor());
    outbox.applyStatus(
        List.of(
            new StatusEntry(event.caseId(), "P-1", "in-review", later(9)),
            new StatusEntry(id(), "P-9", "in-review", later(9))),
        "c7");
    outbox.applyStatus(List.of(new StatusEntry(event.caseId(), "P-1", "received", later(2))), "c8");
    Standing standing = database.cases().standing(event.caseId()).orElseThrow();
    assertEquals("in-review", standing.stage());
    assertEquals(Optional.of(later(9)), standing.stageAt());
    assertEquals("c8", outbox.statusCursor());
  }

  @Test
  void accountsCountFailuresInARow() {
    Account wang =
        new Account("0001", "王芳", Set.of(Role.CLERK, Role.GUIDE), "$x", true, 0, Optional.empty());
    database.accounts().save(wang, NINE);
    assertEquals(Optional.of(wang), database.accounts().account("0001"));
    assertEquals(List.of(wang), database.accounts().accounts());
    assertEquals(1, database.accounts().noteSignIn("0001", false, later(1)));
    assertEquals(2, database.accounts().noteSignIn("0001", false, later(2)));
    assertEquals(
        Optional.of(later(2)), database.accounts().account("0001").orElseThrow().lastFailure());
    assertEquals(0, database.accounts().noteSignIn("0001", true, later(3)));
    assertEquals(0, database.accounts().noteSignIn("9999", false, later(3)));
  }

  @Test
  void rulesHoldFromTheirDay() {
    LocalDate day = LocalDate.parse("2026-11-23");
    assertEquals(Optional.empty(), database.rules().rulesOn(day));
    HallRules stored = database.rules().store(TestHall.rules(), "0001", NINE);
    assertEquals(1, stored.version());
    assertEquals(Optional.of(stored), database.rules().rulesOn(day));
    assertEquals(Optional.empty(), database.rules().rulesOn(LocalDate.parse("2025-12-31")));
    HallRules mended = database.rules().store(TestHall.rules(), "0001", later(1));
    assertEquals(2, mended.version());
    assertEquals(Optional.of(mended), database.rules().rulesOn(day));
  }

  @Test
  void aStationIdHasOneLivingHolder() {
    HallStations stations = database.stations();
    Duration stale = Duration.ofSeconds(60);
    assertTrue(stations.present("C03", "window", 3, 1, "a", NINE, stale));
    assertFalse(stations.present("C03", "window", 3, 1, "b", later(30), stale));
    assertTrue(stations.present("C03", "window", 3, 1, "a", later(50), stale));
    assertFalse(stations.present("C03", "window", 3, 1, "b", later(70), stale));
    assertTrue(stations.present("C03", "window", 3, 2, "b", later(111), stale));
    stations.leave("C03", "b");
    assertTrue(stations.present("C03", "window", 3, 2, "c", later(112), stale));
    assertEquals(
        List.of(new HallStations.StationRow("C03", "window", 3, 2, Optional.of(later(112)))),
        stations.stations());
  }

  @Test
  void aHeadThatGoesBackIsMarked() {
    byte[] hash = {7};
    database.cases().noteHead("C03", 1, 10, hash, NINE);
    database.cases().noteHead("C03", 1, 12, hash, NINE);
    database.cases().noteHead("C03", 1, 12, hash, NINE);
    assertEquals("", database.stations().head("C03").orElseThrow().fault());
    database.cases().noteHead("C03", 1, 11, hash, NINE);
    HallStations.Head head = database.stations().head("C03").orElseThrow();
    assertEquals("TAIL_CUT", head.fault());
    assertEquals(12, head.seq());
    database.cases().noteHead("C04", 1, 3, hash, NINE);
    database.cases().noteHead("C04", 1, 3, new byte[] {8}, NINE);
    assertEquals("FORKED", database.stations().head("C04").orElseThrow().fault());
    database.cases().noteHead("C05", 1, 9, hash, NINE);
    database.cases().noteHead("C05", 2, 4, hash, NINE);
    assertEquals(4, database.stations().head("C05").orElseThrow().seq());
  }
}
