package cn.wuyouhall.demo.badday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.demo.check.Checker;
import cn.wuyouhall.demo.check.Evidence;
import cn.wuyouhall.demo.check.Verdict;
import cn.wuyouhall.demo.hall.SampleHall;
import cn.wuyouhall.demo.play.HallProcess;
import cn.wuyouhall.domain.time.StatedClock;
import cn.wuyouhall.station.HallOffice;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.virtual.HallLayout;
import cn.wuyouhall.virtual.VirtualHallDevices;
import cn.wuyouhall.virtual.platform.Sandbox;
import cn.wuyouhall.virtual.printer.VirtualTicketPrinter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 in the middle of what a step does, which a person at a screen cannot aim at: kiosk,
 * window and pad are processes of their own without their screens. Each is stopped dead before or
 * after one call of a port, killed there, and started again; then the books are read. The programs
 * with their screens are killed in packaging's {@code KilledHallTest}.
 */
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledInMidStepTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration AFTER_A_LEASE = Duration.ofSeconds(90);
  private static final Instant START = Instant.parse("2026-11-23T01:30:00Z");

  @TempDir Path folder;
  private final Map<String, HallProcess> running = new LinkedHashMap<>();
  private StatedClock clock;
  private VirtualHallDevices devices;
  private SampleHall hall;
  private Sandbox province;

  @BeforeEach
  void open() throws Exception {
    Files.createDirectories(folder.resolve("logs"));
    clock = new StatedClock(InstantSource.system(), Instant.now(), START, 4.0);
    devices = VirtualHallDevices.open(HallLayout.usual(folder.resolve("dev")).withSpeed(20));
    province = Sandbox.start(0, folder.resolve("sandbox"), InstantSource.system());
    Map<String, String> names = devices.lines();
    hall =
        SampleHall.make(
            folder.resolve("hall"),
            Map.of(
                "kiosk/ticket-printer", names.get("printer"),
                "pad/rating-pad", names.get("pad")),
            province.url(),
            around());
  }

  @AfterEach
  void close() {
    running.values().forEach(HallProcess::kill);
    province.close();
    devices.close();
  }

  private Surroundings around() {
    return Surroundings.real().at(clock, clock.pace());
  }

  /** Starts a station that stops dead at a step, {@code -} for none. */
  private HallProcess start(String station, String method, String when) {
    HallProcess process =
        HallProcess.start(
            StationProcess.class.getName(),
            station,
            folder.resolve("logs"),
            List.of(),
            List.of(
                hall.file(station).toString(),
                folder.resolve("hall").toString(),
                String.valueOf(clock.origin().toEpochMilli()),
                clock.start().toString(),
                String.valueOf(clock.speed()),
                method,
                when));
    running.put(station, process);
    return process;
  }

  private HallProcess ready(String station, String method, String when) {
    HallProcess process = start(station, method, when);
    assertEquals("READY", process.line());
    if (station.startsWith("clerk")) {
      assertEquals("SignedIn", process.ask("sign-in"));
    } else {
      until(station + " has its device", () -> process.ask("devices").contains("GOOD"), SOON);
    }
    return process;
  }

  /** Reads until it has stopped, and kills it there; returns what it said before. */
  private static List<String> killedWhere(HallProcess process, String method, String when) {
    List<String> said = new ArrayList<>();
    String stopped = "STOPPED " + when + " " + method;
    for (String line = process.line(); !line.equals(stopped); line = process.line()) {
      said.add(line);
    }
    process.kill();
    return said;
  }

  private void kill(String station, String method, String when, String command) {
    HallProcess process = ready(station, method, when);
    assertEquals("STOPPED " + when + " " + method, process.ask(command));
    process.kill();
  }

  private static void until(String what, BooleanSupplier holds, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain until " + what);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private long inHall(String query) {
    Path file = folder.resolve("hall/hall/hall.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException fault) {
      throw new IllegalStateException(query, fault);
    }
  }

  private long tickets(String state) {
    return inHall("SELECT count(*) FROM ticket WHERE state = '" + state + "'");
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingDoubled() throws Exception {
    kioskIsKilled();
    windowIsKilled();
    padIsKilled();
    allIsCarried();
    theBooksBalance();
  }

  private void kioskIsKilled() {
    kill("kiosk-1", "issue", "before", "issue");
    assertEquals(0, inHall("SELECT count(*) FROM ticket"), "the hall never heard of it");
    kill("kiosk-1", "issue", "after", "issue");
    assertEquals(1, tickets("PRINTING"));
    kill("kiosk-1", "print", "before", "issue");
    assertEquals(0, devices.printer().printed());

    HallProcess whilePrinting = ready("kiosk-1", "-", "-");
    devices.printer().mode(VirtualTicketPrinter.Mode.STUCK);
    Thread tap = Thread.ofVirtual().start(() -> tapInVain(whilePrinting));
    until("its number is taken", () -> tickets("PRINTING") == 3, SOON);
    whilePrinting.kill();
    join(tap);
    devices.printer().mode(VirtualTicketPrinter.Mode.SILENT);
    devices.printer().mode(VirtualTicketPrinter.Mode.NORMAL);

    kill("kiosk-1", "print", "after", "issue");
    killedWhere(start("kiosk-1", "paper", "after"), "paper", "after");
    kill("kiosk-1", "paper", "after", "issue");
    HallProcess kiosk = ready("kiosk-1", "-", "-");
    assertEquals(4, tickets("PRINTING"), "number taken, before, in and after printing");
    assertEquals(4, inHall("SELECT count(*) FROM ticket WHERE unconfirmed = 1"));
    assertEquals(1, tickets("WAITING"), "its paper was confirmed");
    assertTrue(kiosk.ask("issue").startsWith("Issued A006"));
    assertEquals(2, tickets("WAITING"));
    kiosk.kill();
  }

  private static void tapInVain(HallProcess kiosk) {
    try {
      kiosk.ask("issue");
    } catch (IllegalStateException | java.io.UncheckedIOException killed) {
      assertTrue(killed.getMessage().contains("kiosk-1"), killed.getMessage());
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(SOON);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void windowIsKilled() {
    kill("clerk-3", "callNext", "before", "call");
    assertEquals(0, tickets("CALLED"));
    kill("clerk-3", "callNext", "after", "call");
    assertEquals(1, tickets("CALLED"));

    HallProcess serving = ready("clerk-3", "serve", "after");
    assertTrue(serving.ask("current").startsWith("CALLED"), "the call is there after the crash");
    assertEquals("STOPPED after serve", serving.ask("serve"));
    serving.kill();

    HallProcess accepting = ready("clerk-3", "register", "before");
    assertTrue(accepting.ask("current").startsWith("SERVING"));
    String first = accepting.ask("accept");
    List<String> said = new ArrayList<>(List.of(first));
    if (first.startsWith("STOPPED")) {
      said.add(accepting.line());
      accepting.kill();
    } else {
      said.addAll(killedWhere(accepting, "register", "before"));
    }
    assertTrue(said.stream().anyMatch(line -> line.startsWith("Saved ")), said.toString());
    assertEquals(0, inHall("SELECT count(*) FROM case_event"), "only this station has it yet");

    killedWhere(start("clerk-3", "register", "after"), "register", "after");
    assertEquals(1, inHall("SELECT count(*) FROM case_event"));
    killedWhere(start("clerk-3", "delivered", "before"), "delivered", "before");
    assertEquals(1, inHall("SELECT count(*) FROM outbox WHERE state <> 'DELIVERED'"));

    kill("clerk-3", "finish", "before", "finish");
    assertEquals(1, tickets("SERVING"));
    kill("clerk-3", "finish", "after", "finish");
    assertEquals(1, tickets("SERVED"));
    assertEquals(1, inHall("SELECT count(*) FROM rating_invitation"));
    assertEquals("FREE", ready("clerk-3", "-", "-").ask("current"));
  }

  private void padIsKilled() {
    killedWhere(start("pad-3", "asking", "after"), "asking", "after");
    HallProcess pressed = start("pad-3", "end", "before");
    until("it asks again", () -> devices.pad().asked() == 2, SOON);
    assertTrue(devices.pad().press(1));
    killedWhere(pressed, "end", "before");
    assertEquals(0, inHall("SELECT count(*) FROM rating_outcome"), "only the pad has it yet");
    killedWhere(start("pad-3", "end", "after"), "end", "after");
    assertEquals(1, inHall("SELECT count(*) FROM rating_outcome"));
    ready("pad-3", "-", "-");
    assertEquals(2, devices.pad().asked(), "an answered invitation is not asked again");
  }

  private void allIsCarried() {
    until(
        "all is at the province",
        () ->
            running.get("clerk-3").ask("owed").equals("0 0")
                && running.get("pad-3").ask("owed").equals("0 0"),
        AFTER_A_LEASE);
  }

  private void theBooksBalance() throws Exception {
    for (String station : List.of("clerk-3", "pad-3")) {
      running.get(station).kill();
    }
    try (HallOffice office = HallOffice.open(hall.settings("kiosk-1"), around())) {
      var closed = office.closeDay();
      assertEquals(6, closed.tickets());
      assertEquals(1, closed.served());
      assertEquals(5, closed.left(), "the unconfirmed ones, and the one nobody called");
    }
    assertEquals(1, inHall("SELECT count(*) FROM case_register"));
    assertEquals(1, inHall("SELECT count(*) FROM case_event"));
    assertEquals(1, inHall("SELECT count(*) FROM rating_outcome WHERE outcome = 'ANSWERED'"));
    assertEquals(0, inHall("SELECT count(*) FROM outbox WHERE state <> 'DELIVERED'"));
    assertEquals(
        inHall("SELECT count(*) FROM ticket"), inHall("SELECT count(DISTINCT number) FROM ticket"));
    Verdict verdict =
        new Checker()
            .examine(
                Evidence.of(
                        folder.resolve("hall"),
                        HallLayout.usual(folder.resolve("dev")).papers(),
                        folder.resolve("sandbox"))
                    .withPersonal(List.of("张小三", "11010519491231002X", "13800000000"))
                    .withPhrase(hall.supervisorsPhrase()));
    assertTrue(verdict.holds(), verdict::table);
  }
}
