package cn.wuyouhall.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdtIdReaderTest {
  private final Bench bench = new Bench();
  private final FakeReader fake = new FakeReader(bench.device);
  private final List<String> events = new CopyOnWriteArrayList<>();
  private SdtIdReader reader;

  @BeforeEach
  void openWithoutCard() {
    open();
    polls(4);
  }

  private void open() {
    reader = new SdtIdReader(bench.line(), Bench.QUICK, Bench.CLOCK);
    reader.onCard(event ->
        events.add(
            switch (event) {
              case CardEvent.Read(var card) -> card.name();
              case CardEvent.Unreadable(String code) -> code;
              case CardEvent.Lifted() -> "lifted";
            }));
    Bench.untilCode(reader, "");
  }

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void aCardIsReadOncePerLayingAndItsLiftingIsTold() {
    fake.lay("张三");
    Bench.until("read", () -> events.equals(List.of("张三")));
    polls(20);
    assertEquals(List.of("张三"), events);
    assertEquals(1, fake.reads());
    fake.lay(null);
    Bench.until("lifted", () -> events.equals(List.of("张三", "lifted")));
    fake.lay("李四");
    Bench.until("next", () -> events.equals(List.of("张三", "lifted", "李四")));
  }

  @Test
  void theSameHoldsForAReaderThatKeepsFindingTheCard() {
    fake.hidesReadCard(false);
    fake.lay("张三");
    Bench.until("read", () -> events.equals(List.of("张三")));
    polls(20);
    assertEquals(1, fake.reads());
    fake.lay(null);
    Bench.until("lifted", () -> events.equals(List.of("张三", "lifted")));
  }

  @Test
  void aReaderThatTellsNothingOfALyingCardIsBelievedAfterAWhile() {
    fake.knowsNewestAddress(false);
    fake.lay("张三");
    Bench.until("read", () -> events.equals(List.of("张三")));
    polls(10);
    assertEquals(List.of("张三"), events);
    Bench.until("lifted", () -> events.equals(List.of("张三", "lifted")));
    fake.lay("李四");
    Bench.until("next", () -> events.equals(List.of("张三", "lifted", "李四")));
    fake.lay(null);
    polls(3);
    fake.lay("王五");
    Bench.until("swapped", () -> events.size() == 5);
    assertEquals(List.of("lifted", "王五"), events.subList(3, 5));
  }

  @Test
  void aReaderThatAnswersNoSuchItemWithoutACardIsNotBelieved() {
    reader.close();
    fake.alwaysEmpty(true);
    openWithoutCard();
    fake.lay("张三");
    Bench.until("read", () -> events.equals(List.of("张三")));
    fake.lay(null);
    polls(5);
    fake.lay("李四");
    Bench.until("next", () -> events.equals(List.of("张三", "lifted", "李四")));
    fake.lay(null);
    Bench.until("lifted", () -> events.equals(List.of("张三", "lifted", "李四", "lifted")));
  }

  @Test
  void aCardIsTriedThreeTimes() {
    fake.refusesSelect(2);
    fake.lay("张三");
    Bench.until("read", () -> events.equals(List.of("张三")));
  }

  @Test
  void aCardThatCannotBeReadIsToldOnceUntilItIsLifted() {
    fake.refusesRead("41");
    fake.lay("张三");
    Bench.until("told", () -> events.equals(List.of("CARD_UNREADABLE")));
    polls(20);
    assertEquals(List.of("CARD_UNREADABLE"), events);
    fake.lay(null);
    Bench.until("lifted", () -> events.equals(List.of("CARD_UNREADABLE", "lifted")));
    assertEquals("", reader.state().code());
  }

  @Test
  void aForeignCardIsNamedSo() {
    fake.refusesRead("40");
    fake.lay("x");
    Bench.until("told", () -> events.equals(List.of("CARD_FOREIGN")));
  }

  @Test
  void aCardTakenAwayTooEarlyIsNamedSo() {
    fake.refusesSelect(1_000);
    bench.device.play(bytes -> {
      // Found once, then gone before it could be selected.
      String tail =
          switch (bytes[8] << 8 | bytes[7]) {
            case 0x0120 -> once() ? "000800009F0000000097" : "000400008084";
            default -> "000400008185";
          };
      bench.device.say(java.util.HexFormat.of().parseHex("AAAAAA9669" + tail));
    });
    Bench.until("told", () -> events.contains("CARD_MOVED"));
    Bench.until("lifted", () -> events.equals(List.of("CARD_MOVED", "lifted")));
  }

  private boolean found;

  private boolean once() {
    boolean first = !found;
    found = true;
    return first;
  }

  @Test
  void aReaderWhoseModuleIsNotAuthorisedIsAtFaultNotTheCard() {
    List<String> codes = new CopyOnWriteArrayList<>();
    reader.onState(state -> codes.add(state.code()));
    fake.refusesRead("66");
    fake.lay("张三");
    Bench.untilCode(reader, "READER_FAULT");
    polls(20);
    assertEquals(List.of("", "READER_FAULT"), codes);
    assertEquals(List.of(), events);
    fake.refusesRead(null);
    Bench.until("read", () -> events.equals(List.of("张三")));
    assertEquals("", reader.state().code());
  }

  @Test
  void aCardLiftedFromAReaderAtFaultWasNotMovedTooEarly() {
    fake.refusesRead("66");
    fake.lay("张三");
    Bench.untilCode(reader, "READER_FAULT");
    fake.lay(null);
    polls(10);
    assertEquals(List.of(), events);
  }

  @Test
  void aReaderAtFaultIsTriedAnewWhenItWasUnplugged() {
    fake.refusesRead("66");
    fake.lay("张三");
    Bench.untilCode(reader, "READER_FAULT");
    fake.lay(null);
    bench.device.cut(300);
    Bench.untilCode(reader, "");
  }

  @Test
  void aModuleThatRefusesEvenToLookIsAFaultAndNotAnEmptyPlate() {
    List<String> codes = new CopyOnWriteArrayList<>();
    reader.onState(state -> codes.add(state.code()));
    fake.refusesFind("66");
    fake.lay("张三");
    Bench.untilCode(reader, "READER_FAULT");
    polls(10);
    assertEquals(List.of("", "READER_FAULT"), codes);
    fake.refusesFind(null);
    Bench.until("read", () -> events.equals(List.of("张三")));
    Bench.untilCode(reader, "");
  }

  @Test
  void aListenerThatFailsEndsNothing() {
    reader.onState(state -> {
      if (!state.code().isEmpty()) {
        throw new IllegalStateException("a listener's fault");
      }
    });
    reader.onCard(_ -> {
      throw new IllegalStateException("another listener's fault");
    });
    fake.silent(true);
    Bench.untilCode(reader, "NO_ANSWER");
    fake.silent(false);
    fake.lay("张三");
    Bench.until("read", () -> events.equals(List.of("张三")));
  }

  @Test
  void silenceGarbageAndACutAreToldApart() {
    fake.silent(true);
    Bench.untilCode(reader, "NO_ANSWER");
    Random random = new Random(1);
    bench.device.play(_ -> {
      byte[] garbage = new byte[40];
      random.nextBytes(garbage);
      bench.device.say(garbage);
    });
    Bench.untilCode(reader, "GARBAGE");
    bench.device.refuse(Trouble.NO_PORT);
    bench.device.cut(300);
    Bench.untilCode(reader, "NO_PORT");
    FakeReader back = new FakeReader(bench.device);
    bench.device.refuse(null);
    Bench.untilCode(reader, "");
    back.lay("张三");
    Bench.until("read", () -> events.equals(List.of("张三")));
  }

  /** Waits until the reader has looked so many times more. */
  private void polls(int count) {
    int[] finds = {0};
    bench.device.takeHeard();
    Bench.until(
        count + " polls",
        () -> {
          finds[0] += bench.device.takeHeard().length / 10;
          return finds[0] >= count;
        });
  }
}
