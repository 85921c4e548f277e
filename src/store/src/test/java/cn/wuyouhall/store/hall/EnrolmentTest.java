package cn.wuyouhall.store.hall;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.store.StoreException;
import cn.wuyouhall.store.StoreException.Code;
import cn.wuyouhall.store.StoreRefused;
import cn.wuyouhall.store.crypto.FieldCipher;
import cn.wuyouhall.store.crypto.GradeSeal;
import cn.wuyouhall.store.crypto.StationKey;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path folder;
  private HallDatabase database;
  private HallKeysStore keys;
  private final Enrolment enrolment = new Enrolment(RANDOM, InstantSource.fixed(TestHall.NINE));

  @BeforeEach
  void openHall() {
    database =
        HallDatabases.openFile(
            folder.resolve("hall.db"), TestHall.SCOPE, TestHall.IDS, k -> TestHall.CIPHER);
    keys = database.keys();
  }

  @AfterEach
  void closeHall() {
    database.close();
  }

  private StationKey key(String station) {
    return StationKey.create(folder.resolve(station), station, RANDOM);
  }

  @Test
  void theFirstStationMakesTheKeyAndLetsOthersIn() {
    StationKey first = key("K01");
    StationKey second = key("C03");
    assertInstanceOf(Enrolment.Outcome.First.class, enrol(keys, first));
    assertEquals(new Enrolment.Outcome.Enrolled(), enrol(keys, first));
    assertEquals(new Enrolment.Outcome.Waiting(), enrol(keys, second));
    assertEquals(new Enrolment.Outcome.Waiting(), enrol(keys, second));
    StoreRefused waiting = assertThrows(StoreRefused.class, () -> Enrolment.unlock(keys, second));
    assertEquals(Code.NOT_ENROLLED, waiting.reason());
    enrolment.letIn(keys, "C03", first);
    FieldCipher one = Enrolment.unlock(keys, first);
    FieldCipher two = Enrolment.unlock(keys, second);
    assertEquals("李", two.openText(one.seal("李", "t", "c", "1"), "t", "c", "1"));
  }

  @Test
  void thePhraseBringsAHallBackWhoseStationsAreLost() {
    StationKey lost = key("K01");
    Enrolment.Outcome.First first =
        assertInstanceOf(Enrolment.Outcome.First.class, enrol(keys, lost));
    byte[] sealed = Enrolment.unlock(keys, lost).seal("李", "t", "c", "1");
    StationKey fresh = key("K02");
    assertEquals(
        Code.WRONG_KEY,
        assertThrows(StoreException.class, () -> enrolment.recover(keys, fresh, "0000-1111"))
            .reason());
    enrolment.recover(keys, fresh, first.phrase());
    assertEquals("李", Enrolment.unlock(keys, fresh).openText(sealed, "t", "c", "1"));
  }

  @Test
  void aNewKeyOfAKnownStationWaitsAgain() {
    StationKey first = key("K01");
    enrol(keys, first);
    StationKey renewed = StationKey.create(folder.resolve("again"), "K01", RANDOM);
    assertEquals(new Enrolment.Outcome.Waiting(), enrol(keys, renewed));
    assertThrows(StoreRefused.class, () -> Enrolment.unlock(keys, renewed));
  }

  private Enrolment.Outcome enrol(HallKeysStore where, StationKey key) {
    return enrolment.enrol(where, key, phrases -> {});
  }

  /** The kill point: the process ends before its first keys are on the disk, or right after. */
  private HallKeysStore killedAtSaveFirst(boolean kept) {
    return (HallKeysStore)
        Proxy.newProxyInstance(
            HallKeysStore.class.getClassLoader(),
            new Class<?>[] {HallKeysStore.class},
            (self, method, arguments) -> {
              boolean last = method.getName().equals("saveFirst");
              Object answer = last && !kept ? null : method.invoke(keys, arguments);
              if (last) {
                throw new IllegalStateException("killed");
              }
              return answer;
            });
  }

  @Test
  void aCrashBeforeTheFirstKeysAreKeptBeginsAnew() {
    StationKey first = key("K01");
    assertThrows(IllegalStateException.class, () -> enrol(killedAtSaveFirst(false), first));
    assertEquals(Optional.empty(), Enrolment.supervisors(keys));
    Enrolment.Outcome.First again =
        assertInstanceOf(Enrolment.Outcome.First.class, enrol(keys, first));
    GradeSeal.Reader supervisors = Enrolment.supervisors(keys).orElseThrow();
    Enrolment.openSupervisorKey(keys, supervisors.keyId(), again.supervisorsPhrase());
  }

  @Test
  void aCrashRightAfterTheFirstKeysWereKeptLosesNoPhrase() {
    StationKey first = key("K01");
    List<Enrolment.Outcome.First> shown = new ArrayList<>();
    assertThrows(
        IllegalStateException.class,
        () -> enrolment.enrol(killedAtSaveFirst(true), first, shown::add));
    assertEquals(new Enrolment.Outcome.Enrolled(), enrol(keys, first));
    GradeSeal.Reader supervisors = Enrolment.supervisors(keys).orElseThrow();
    Enrolment.openSupervisorKey(keys, supervisors.keyId(), shown.getFirst().supervisorsPhrase());
    enrolment.recover(keys, key("K02"), shown.getFirst().phrase());
  }

  @Test
  void supervisorsOpenWhatThePadSealed() {
    String phrase =
        assertInstanceOf(Enrolment.Outcome.First.class, enrol(keys, key("K01")))
            .supervisorsPhrase();
    GradeSeal.Reader reader = Enrolment.supervisors(keys).orElseThrow();
    byte[] content = "{\"grade\":\"SATISFIED\"}".getBytes(StandardCharsets.UTF_8);
    SealedGrade sealed = new GradeSeal(RANDOM).seal(content, List.of(reader));
    byte[] opened = Enrolment.openSupervisorKey(keys, reader.keyId(), phrase);
    assertArrayEquals(content, GradeSeal.open(sealed, reader.keyId(), opened));
    assertThrows(
        StoreException.class, () -> Enrolment.openSupervisorKey(keys, reader.keyId(), "x"));
  }
}
