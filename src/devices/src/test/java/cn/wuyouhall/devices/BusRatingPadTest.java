package cn.wuyouhall.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.rating.Grade;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BusRatingPadTest {
  private final Bench bench = new Bench();
  private final List<Grade> grades = new CopyOnWriteArrayList<>();
  private BusRatingPad pad;

  @BeforeEach
  void open() {
    pad = new BusRatingPad(bench.line(), PadProfile.parse("").orElseThrow(), Bench.CLOCK);
    pad.onGrade(grades::add);
    Bench.untilCode(pad, "");
  }

  @AfterEach
  void close() {
    pad.close();
  }

  @Test
  void asksHearsAndAnswers() {
    assertTrue(pad.ask());
    assertEquals("ff6803036801010b0d16", heard());
    press(4);
    Bench.until("graded", () -> grades.equals(List.of(Grade.VERY_DISSATISFIED)));
    Bench.until("answered", () -> heard().equals("ff68030368010104" + "0616"));
  }

  @Test
  void theFirstKeyOfAnAskingCountsAndAllAreAnswered() {
    assertTrue(pad.ask());
    heard();
    press(1);
    press(1);
    press(3);
    StringBuilder answers = new StringBuilder();
    Bench.until("answered", () -> answers.append(heard()).length() == 3 * 20);
    assertEquals(List.of(Grade.SATISFIED), grades);
    assertTrue(pad.ask());
    press(0);
    Bench.until("asked anew", () -> grades.equals(List.of(Grade.SATISFIED, Grade.VERY_SATISFIED)));
  }

  @Test
  void thePadIsAnsweredOnlyWhenItsGradeWasTaken() {
    AtomicReference<String> answeredBefore = new AtomicReference<>();
    assertTrue(pad.ask());
    heard();
    pad.onGrade(grade -> answeredBefore.set(heard()));
    press(4);
    Bench.until("answered", () -> heard().equals("ff68030368010104" + "0616"));
    assertEquals("", answeredBefore.get(), "a pad that thanks for what may still be lost");
  }

  @Test
  void aPadThatWasSwitchedOffWhileItAskedAsksAgain() {
    assertTrue(pad.ask());
    heard();
    bench.device.cut(1);
    Bench.until("asked again", () -> heard().equals("ff6803036801010b0d16"));
    press(1);
    Bench.until("graded", () -> grades.equals(List.of(Grade.SATISFIED)));
  }

  @Test
  void aKeyBeforeItIsKnownWhetherSomebodyWasAskedIsNotThankedFor() {
    press(2);
    bench.device.say(new byte[100]);
    Bench.untilCode(pad, "GARBAGE");
    assertEquals("", heard());
    assertEquals(List.of(), grades);
    assertTrue(pad.ask());
    press(2);
    Bench.until("told", () -> grades.equals(List.of(Grade.FAIRLY_SATISFIED)));
  }

  @Test
  void aKeyIsToldAlsoWhenNobodyWasAsked() {
    pad.rest();
    press(2);
    Bench.until("told", () -> grades.equals(List.of(Grade.FAIRLY_SATISFIED)));
    assertTrue(pad.ask());
    press(0);
    Bench.until("told", () -> grades.size() == 2);
    pad.rest();
    press(1);
    Bench.until("told after rest", () -> grades.size() == 3);
  }

  @Test
  void otherPadsKeysAndUnknownKeysAreNone() {
    pad.rest();
    bench.device.say(HexFormat.of().parseHex("FF680303680211021516"));
    press(9);
    press(0);
    Bench.until("told", () -> grades.equals(List.of(Grade.VERY_SATISFIED)));
  }

  @Test
  void anAskingThatTheLineDoesNotTakeIsSaidSo() {
    bench.device.refuse(Trouble.NO_PORT);
    bench.device.cut(100);
    Bench.untilCode(pad, "NO_PORT");
    assertFalse(pad.ask());
  }

  @Test
  void garbageIsToldAndGoesWithTheNextFrame() {
    bench.device.say(new byte[100]);
    Bench.untilCode(pad, "GARBAGE");
    press(0);
    Bench.untilCode(pad, "");
  }

  @Test
  void profilesNameTheKeysBestFirst() {
    assertEquals(
        Optional.of(
            new PadProfile(
                2,
                Map.of(
                    0, Grade.VERY_SATISFIED,
                    1, Grade.SATISFIED,
                    2, Grade.DISSATISFIED,
                    0x1F, Grade.VERY_DISSATISFIED))),
        PadProfile.parse("addr=02; keys=00,01,,02,1f"));
    assertEquals(Optional.empty(), PadProfile.parse("keys=00,01,02"));
    assertEquals(Optional.empty(), PadProfile.parse("keys=00,00,01,02,03"));
    assertEquals(Optional.empty(), PadProfile.parse("addr=zz"));
    assertEquals(Optional.empty(), PadProfile.parse("colour=red"));
  }

  private void press(int key) {
    bench.device.say(
        HexFormat.of().parseHex("FF680303680111%02X%02X16".formatted(key, 0x12 + key)));
  }

  private String heard() {
    return HexFormat.of().formatHex(bench.device.takeHeard());
  }
}
