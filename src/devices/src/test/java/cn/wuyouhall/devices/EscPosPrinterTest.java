package cn.wuyouhall.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.devices.codec.EscPosCodec;
import cn.wuyouhall.devices.line.Line;
import cn.wuyouhall.devices.line.LineSpec;
import cn.wuyouhall.devices.line.Wires;
import cn.wuyouhall.devices.state.Trouble;
import cn.wuyouhall.domain.devices.DeviceState.Health;
import cn.wuyouhall.domain.devices.Paper;
import cn.wuyouhall.domain.devices.Paper.Align;
import cn.wuyouhall.domain.devices.Paper.Part;
import cn.wuyouhall.domain.devices.TicketPrinter.PrintResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EscPosPrinterTest {
  private static final Paper TICKET =
      new Paper(List.of(new Part.Text("A023", 4, Align.CENTRE, true)));
  private static final PrintResult PRINTED = new PrintResult.Printed();

  private final Bench bench = new Bench();
  private final FakePrinter fake = new FakePrinter(bench.device);
  private EscPosPrinter printer;

  @AfterEach
  void close() {
    printer.close();
  }

  @Test
  void theEndOfJobByteConfirmsThePaper() {
    open(Confirm.JOB);
    assertEquals(PRINTED, printer.print(TICKET));
    assertEquals(1, fake.tickets());
    assertTrue(fake.heard().contains("41303233"), "A023");
    assertEquals(Health.GOOD, printer.state().health());
    assertEquals(Bench.CLOCK.instant(), printer.state().lastSeen().orElseThrow());
  }

  @Test
  void noPaperBeforeTheFirstByteIsAProvenFailure() {
    open(Confirm.JOB);
    fake.says(4, 0x72);
    assertEquals(failed("PAPER_OUT"), printer.print(TICKET));
    assertEquals(0, fake.tickets());
    assertEquals("PAPER_OUT", printer.state().code());
  }

  @Test
  void silenceBeforeTheFirstByteIsAProvenFailure() {
    open(Confirm.JOB);
    fake.answersStatus(false);
    assertEquals(failed("NO_ANSWER"), printer.print(TICKET));
    assertEquals(0, fake.tickets());
  }

  @Test
  void aPrinterThatCarriesNothingOutIsBusyAndGetsNoTicket() {
    open(Confirm.JOB);
    fake.answersJobs(false);
    assertEquals(failed("PRINTER_BUSY"), printer.print(TICKET));
    assertEquals(0, fake.tickets());
  }

  @Test
  void silenceAfterTheTicketIsUnknown() {
    open(Confirm.JOB);
    fake.onTicket(it -> {
      it.answersJobs(false);
      it.answersStatus(false);
    });
    assertEquals(unknown("NO_ANSWER"), printer.print(TICKET));
    assertEquals(1, fake.tickets());
  }

  @Test
  void paperEndingInTheTicketIsUnknownBecauseThePrinterHoldsTheRest() {
    open(Confirm.JOB);
    fake.onTicket(it -> {
      it.answersJobs(false);
      it.says(4, 0x7E);
      it.says(2, 0x32);
    });
    assertEquals(unknown("PAPER_OUT"), printer.print(TICKET));
    assertEquals("PAPER_OUT", printer.state().code());
  }

  @Test
  void anAnswerOwedByAnEarlierTicketNeverConfirmsTheNext() {
    open(Confirm.JOB);
    fake.onTicket(it -> it.answersJobs(false));
    assertEquals(unknown("NO_ANSWER"), printer.print(TICKET));
    // The next job's opening makes the printer answer both: the old ticket's end and its own.
    fake.answersJobs(true);
    assertEquals(unknown("NO_ANSWER"), printer.print(TICKET));
    fake.answersJobs(true);
    fake.onTicket(_ -> {});
    assertEquals(PRINTED, printer.print(TICKET));
    assertEquals(3, fake.tickets());
  }

  @Test
  void aCableCutInTheTicketIsUnknownAndTheTicketIsNotSentAgain() {
    open(Confirm.JOB);
    fake.onTicket(it -> {
      it.answersJobs(false);
      bench.device.cut(300);
    });
    assertEquals(unknown("CUT_OFF"), printer.print(TICKET));
    Bench.until("back", () -> printer.state().health() == Health.GOOD);
    assertEquals(1, fake.tickets());
  }

  @Test
  void aStrayByteNearTheEndOfJobConfirmsNothing() {
    open(Confirm.JOB);
    fake.onTicket(_ -> bench.device.say((byte) 0xFF));
    assertEquals(unknown("GARBAGE"), printer.print(TICKET));
  }

  @Test
  void noiseThatLooksLikeAnEndOfJobConfirmsNothing() {
    open(Confirm.JOB);
    fake.onTicket(_ -> bench.device.say((byte) 0x00));
    assertEquals(unknown("GARBAGE"), printer.print(TICKET));
    fake.onTicket(_ -> {});
    bench.device.play(bytes -> {
      if (bytes[bytes.length - 1] == 1 && bytes[0] == 0x1B) {
        bench.device.say((byte) 0x00, (byte) 0x03, (byte) 0x00);
      }
      fake.hear(bytes);
    });
    assertEquals(failed("GARBAGE"), printer.print(TICKET));
    assertEquals(1, fake.tickets());
  }

  @Test
  void aLineInBreakIsGarbageAndNobodyWaitsForItsEnd() {
    open(Confirm.JOB);
    try (Endless breaks = new Endless((byte) 0x00)) {
      bench.device.play(bytes -> {
        fake.hear(bytes);
        if (bytes[0] == 0x1B) {
          breaks.begin();
        }
      });
      assertEquals(failed("GARBAGE"), printedSoon());
    }
    assertEquals(0, fake.tickets());
    bench.device.play(fake::hear);
    assertEquals(PRINTED, printer.print(TICKET));
  }

  @Test
  void noiseWithoutEndThatLooksLikeAStatusIsGarbage() {
    open(Confirm.STATUS);
    fake.answersStatus(false);
    assertEquals(failed("NO_ANSWER"), printer.print(TICKET));
    try (Endless noise = new Endless((byte) 0x12)) {
      noise.begin();
      assertEquals(failed("GARBAGE"), printedSoon());
    }
    assertEquals(0, fake.tickets());
    fake.answersStatus(true);
    Bench.untilCode(printer, "");
  }

  @Test
  void moreAnswersThanQuestionsSayNothing() {
    open(Confirm.STATUS);
    bench.device.play(bytes -> {
      bench.device.say((byte) 0x12, (byte) 0x12, (byte) 0x12);
      fake.hear(bytes);
    });
    assertEquals(failed("GARBAGE"), printer.print(TICKET));
    assertEquals(0, fake.tickets());
  }

  @Test
  void aListenerThatFailsChangesNoOutcomeAndEndsNoHeartbeat() {
    open(Confirm.JOB);
    printer.onState(state -> {
      if (!state.code().isEmpty()) {
        throw new IllegalStateException("a listener's fault");
      }
    });
    fake.says(4, 0x72);
    assertEquals(failed("PAPER_OUT"), printer.print(TICKET));
    fake.says(4, 0x12);
    Bench.untilCode(printer, "");
    fake.says(2, 0x16);
    Bench.untilCode(printer, "COVER_OPEN");
  }

  @Test
  void answersAmongNoiseAreNotBelieved() {
    open(Confirm.JOB);
    bench.device.play(bytes -> {
      bench.device.say((byte) 0xFF);
      fake.hear(bytes);
    });
    assertEquals(failed("GARBAGE"), printer.print(TICKET));
    assertEquals(0, fake.tickets());
  }

  @Test
  void garbageInsteadOfAStatusIsAProvenFailure() {
    open(Confirm.JOB);
    fake.answersStatus(false);
    bench.device.play(_ -> bench.device.say((byte) 0xFF, (byte) 0xFE));
    assertEquals(failed("GARBAGE"), printer.print(TICKET));
    Bench.untilCode(printer, "GARBAGE");
  }

  @Test
  void aPrinterThatTakesNothingIsStuckAndTheTicketUnknown() {
    open(Confirm.STATUS);
    byte[] ask = EscPosCodec.askStatus(4);
    bench.device.play(bytes -> {
      bench.device.say((byte) 0x12);
      if (bytes.length == ask.length && bytes[2] == 4) {
        bench.device.stall(true);
      }
    });
    PrintResult result = printer.print(TICKET);
    bench.device.stall(false);
    assertEquals(unknown("STUCK"), result);
  }

  @Test
  void aStatusThatStaysWellConfirmsWhereNoJobByteCan() {
    open(Confirm.STATUS);
    fake.answersJobs(false);
    assertEquals(PRINTED, printer.print(TICKET));
    fake.onTicket(it -> it.says(2, 0x16));
    assertEquals(unknown("COVER_OPEN"), printer.print(TICKET));
    assertEquals(failed("COVER_OPEN"), printer.print(TICKET));
    assertEquals(2, fake.tickets());
  }

  @Test
  void aPrinterWithoutAWayBackLeavesItToThePerson() {
    fake.answersStatus(false);
    fake.answersJobs(false);
    open(Confirm.PERSON);
    assertEquals(new PrintResult.AskPerson(), printer.print(TICKET));
    assertEquals(Health.GOOD, printer.state().health());
    fake.answersStatus(true);
    fake.says(4, 0x72);
    assertEquals(failed("PAPER_OUT"), printer.print(TICKET));
  }

  @Test
  void withoutALineNothingIsPrinted() {
    bench.device.refuse(Trouble.NO_PERMISSION);
    printer = printer(bench.line(), Confirm.JOB);
    Bench.untilCode(printer, "NO_PERMISSION");
    assertEquals(failed("NO_PERMISSION"), printer.print(TICKET));
  }

  @Test
  void theHeartbeatFindsOutByItself() {
    open(Confirm.JOB);
    fake.says(4, 0x1E);
    Bench.untilCode(printer, "PAPER_LOW");
    assertEquals(Health.ATTENTION, printer.state().health());
    fake.answersStatus(false);
    Bench.untilCode(printer, "NO_ANSWER");
    fake.answersStatus(true);
    fake.says(4, 0x12);
    Bench.untilCode(printer, "");
    bench.device.refuse(Trouble.NO_PORT);
    bench.device.cut(300);
    Bench.untilCode(printer, "NO_PORT");
    bench.device.refuse(null);
    Bench.untilCode(printer, "");
  }

  @Test
  void aFileLineHasTheTicketOnTheDisk(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("tickets.bin");
    printer =
        printer(
            new Line("file", new LineSpec.ToFile(file), Wires.ofThisMachine(), Bench.MANNER),
            Confirm.JOB);
    Bench.untilCode(printer, "");
    assertEquals(PRINTED, printer.print(TICKET));
    assertEquals(PRINTED, printer.print(TICKET));
    byte[] bytes = Files.readAllBytes(file);
    assertEquals(2 * (5 + new EscPosCodec(EscPosCodec.WIDE).encode(TICKET).length), bytes.length);
  }

  @Test
  void refusesTheScreensThread() throws Exception {
    open(Confirm.JOB);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread.ofPlatform()
        .name("JavaFX Application Thread")
        .start(() ->
            thrown.set(assertThrows(IllegalStateException.class, () -> printer.print(TICKET))))
        .join();
    assertInstanceOf(IllegalStateException.class, thrown.get());
    assertEquals(0, fake.tickets());
  }

  @Test
  void closingInATicketEndsIt() throws Exception {
    open(Confirm.JOB);
    fake.onTicket(it -> it.answersJobs(false));
    AtomicReference<PrintResult> result = new AtomicReference<>();
    Thread printing = Thread.ofPlatform().start(() -> result.set(printer.print(TICKET)));
    Bench.until("ticket sent", () -> fake.tickets() == 1);
    printer.close();
    printing.join(Duration.ofSeconds(5));
    assertFalse(printing.isAlive());
    assertEquals(unknown("CLOSED"), result.get());
  }

  private PrintResult printedSoon() {
    return assertTimeoutPreemptively(Duration.ofSeconds(8), () -> printer.print(TICKET));
  }

  /** One byte again and again, as fast as a slow line carries it. */
  private final class Endless implements AutoCloseable {
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final byte b;

    Endless(byte b) {
      this.b = b;
    }

    void begin() {
      var _ = pace.scheduleAtFixedRate(() -> bench.device.say(b), 0, 1, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      pace.shutdownNow();
      pace.close();
    }
  }

  private void open(Confirm confirm) {
    printer = printer(bench.line(), confirm);
    Bench.untilCode(printer, "");
  }

  private static EscPosPrinter printer(Line line, Confirm confirm) {
    return new EscPosPrinter(
        line, new EscPosCodec(EscPosCodec.WIDE), confirm, Bench.QUICK, Bench.CLOCK);
  }

  private static PrintResult failed(String code) {
    return new PrintResult.Failed(code);
  }

  private static PrintResult unknown(String code) {
    return new PrintResult.Unknown(code);
  }
}
