package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.domain.cases.CaseRecord;
import cn.wuyouhall.domain.cases.CaseRegister;
import cn.wuyouhall.domain.id.Uuid7;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.rating.Invitation;
import cn.wuyouhall.domain.rating.RatingBox;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.crypto.HallKey;
import cn.wuyouhall.store.hall.HallKeysStore;
import cn.wuyouhall.store.journal.SqliteStationJournal;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the courier does with entries it cannot carry: a real journal, a scripted hall. */
class CourierTest {
  private static final Instant NOW = Instant.parse("2026-11-23T01:30:00Z");

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private final Uuid7 ids = new Uuid7(InstantSource.fixed(NOW), random);
  private final RatingJson ratingJson = new RatingJson("610829", "610829-county");
  private final AtomicInteger news = new AtomicInteger();
  private final List<UUID> ended = new ArrayList<>();
  private final AtomicInteger heads = new AtomicInteger();
  private boolean endedBefore;
  private StationJournal journal;
  private Courier courier;

  @BeforeEach
  void open() {
    FieldCipher cipher = new FieldCipher(HallKey.generate(random));
    journal = SqliteStationJournal.open(folder, "pad-3", cipher, NOW);
    courier =
        new Courier(
            journal,
            new HeadsOnly(),
            new Box(),
            null,
            Optional.empty(),
            new ProvinceKey(noKeys(), InstantSource.fixed(NOW), InstantSource.fixed(NOW)),
            new CaseJson(),
            ratingJson,
            InstantSource.fixed(NOW),
            InstantSource.fixed(NOW),
            news::incrementAndGet);
  }

  /** A hall that knows no key of the province. */
  private static HallKeysStore noKeys() {
    return (HallKeysStore)
        Proxy.newProxyInstance(
            HallKeysStore.class.getClassLoader(),
            new Class<?>[] {HallKeysStore.class},
            (self, method, arguments) -> Optional.empty());
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private UUID append(String kind, byte[] payload) {
    UUID id = ids.next();
    journal.append(new StationJournal.Draft(id, kind, 1, payload, List.of(), true), NOW);
    return id;
  }

  private UUID rating() {
    Invitation invitation = new Invitation(ids.next(), ids.next(), "visit", 1, 3, NOW);
    byte[] body = ratingJson.write(invitation, RatingOutcome.TIMED_OUT, Optional.empty(), NOW);
    return append(RatingJson.KIND, body);
  }

  @Test
  void anEntryThatCannotBeReadIsListedAndHoldsNothingUp() {
    append(RatingJson.KIND, "{".getBytes(StandardCharsets.US_ASCII));
    append("case.accepted", "[]".getBytes(StandardCharsets.US_ASCII));
    UUID good = rating();
    courier.turn();
    assertEquals(List.of(good), ended);
    assertEquals(2, journal.counts().refused());
    assertEquals(0, journal.counts().undelivered());
  }

  @Test
  void aWholeBatchOfANewerProgramsEntriesHoldsNothingUp() {
    for (int i = 0; i < 70; i++) {
      append("supervision.noted", new byte[] {'{', '}'});
    }
    UUID good = rating();
    courier.turn();
    courier.turn();
    assertEquals(List.of(good), ended);
    assertEquals(70, journal.counts().undelivered());
  }

  @Test
  void anEntryThatStaysIsNoNews() {
    append("supervision.noted", new byte[] {'{', '}'});
    courier.turn();
    courier.turn();
    assertEquals(0, news.get());
    assertEquals(0, heads.get());
  }

  @Test
  void aRatingThatAnotherEntryEndedIsListed() {
    endedBefore = true;
    rating();
    courier.turn();
    assertEquals(1, journal.counts().refused());
  }

  /** A register that is only told heads. */
  private final class HeadsOnly implements CaseRegister {
    @Override
    public Registered register(UUID journalId, CaseRecord event, Instant at) {
      throw new AssertionError("no case here can be read");
    }

    @Override
    public void noteHead(String station, int incarnation, long seq, byte[] hash, Instant at) {
      heads.incrementAndGet();
    }

    @Override
    public Optional<Standing> standing(UUID caseId) {
      return Optional.empty();
    }

    @Override
    public List<Standing> recentOf(String idNumber, int most) {
      return List.of();
    }

    @Override
    public List<Standing> newest(int most) {
      return List.of();
    }
  }

  /** Takes every rating, or none. */
  private final class Box implements RatingBox {
    @Override
    public List<Invitation> open(int window) {
      return List.of();
    }

    @Override
    public boolean asking(UUID invitation, String padStation, Instant at) {
      return true;
    }

    @Override
    public boolean end(
        UUID journalId,
        UUID invitation,
        RatingOutcome outcome,
        byte[] sealedBody,
        String padStation,
        Instant at) {
      if (!endedBefore) {
        ended.add(journalId);
      }
      return !endedBefore;
    }

    @Override
    public Optional<Progress> ofVisit(UUID visit) {
      return Optional.empty();
    }
  }
}
