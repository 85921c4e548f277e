package cn.wuyouhall.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.demo.check.Checker;
import cn.wuyouhall.demo.check.Evidence;
import cn.wuyouhall.demo.check.Verdict;
import cn.wuyouhall.demo.hall.SampleHall;
import cn.wuyouhall.demo.play.Player;
import cn.wuyouhall.demo.play.Player.Played;
import cn.wuyouhall.demo.play.Player.Plot;
import cn.wuyouhall.demo.play.Player.Step;
import cn.wuyouhall.demo.play.RunningHall;
import cn.wuyouhall.station.HallOffice;
import cn.wuyouhall.station.Surroundings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 of each process of a hall at each step of a visit: the programs of the demo with their
 * screens, on their wires. The killed one is started again and the visit goes on as the screens
 * say. There are as many visits as processes, and with each visit every step strikes the next
 * process: six visits, each process once at each step.
 */
class KilledHallTest {
  private static final Instant START = Instant.parse("2026-11-23T01:05:00Z");

  /** Seconds of hall time in one real second: a pad waits fifteen real seconds. */
  private static final double SPEED = 2;

  /** Longer than a killed courier holds what it was carrying. */
  private static final Duration SETTLED = Duration.ofSeconds(90);

  private static final List<String> PROCESSES =
      List.of("kiosk-1", "platform", "clerk-3", "devices", "pad-3", "board-1");

  private static final String SHOWN = "prefix || printf('%03d', number)";

  @TempDir Path folder;
  private final List<String> struck = new ArrayList<>();
  private final List<Played> played = new ArrayList<>();

  @Test
  @Timeout(value = 600, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void nothingAcknowledgedIsLostAndNothingDoubled() throws Exception {
    SampleHall hall;
    Surroundings around;
    try (RunningHall running = RunningHall.start(folder, true, START, SPEED)) {
      hall = running.hall();
      around = Surroundings.real().at(running.clock(), running.clock().pace());
      Player player = new Player(running, step -> strike(running, step));
      player.signIn();
      while (played.size() < PROCESSES.size()) {
        played.add(player.play(played.size(), Plot.TOUCH_ACCEPTED_RATED));
      }
      player.settle(SETTLED);
    } catch (RuntimeException fault) {
      throw new AssertionError("after " + struck, fault);
    }
    assertEquals(everyProcessAtEveryStep(), new TreeSet<>(struck));
    acknowledgedOnce();
    try (HallOffice office = HallOffice.open(hall.settings("kiosk-1"), around)) {
      assertEquals(played.size(), office.closeDay().served());
    }
    Verdict verdict =
        new Checker()
            .examine(
                Evidence.of(
                        folder.resolve("hall"),
                        folder.resolve("tickets"),
                        folder.resolve("platform"))
                    .withFiles(folder.resolve("logs"))
                    .withPhrase(hall.supervisorsPhrase()));
    assertTrue(verdict.holds(), verdict::table);
  }

  private void strike(RunningHall running, Step step) {
    String victim = PROCESSES.get((played.size() + step.ordinal()) % PROCESSES.size());
    struck.add(victim + " at " + step);
    running.killAndStart(victim);
  }

  private static Set<String> everyProcessAtEveryStep() {
    Set<String> all = new TreeSet<>();
    for (String process : PROCESSES) {
      for (Step step : Step.values()) {
        all.add(process + " at " + step);
      }
    }
    return all;
  }

  /** What the screens showed and the pad thanked for stands in the hall and at the province. */
  private void acknowledgedOnce() {
    Set<String> tickets = new HashSet<>();
    Set<String> cases = new HashSet<>();
    int thanked = 0;
    for (Played visit : played) {
      tickets.add(visit.ticket().replace(" ", ""));
      cases.add(visit.caseNo());
      thanked += visit.rating().isEmpty() ? 0 : 1;
    }
    assertEquals(played.size(), tickets.size(), played::toString);
    assertEquals(
        tickets,
        new HashSet<>(inHall("SELECT " + SHOWN + " FROM ticket WHERE state = 'SERVED'")),
        "everybody who had a number was served, and nobody else");
    assertEquals(List.of(), inHall("SELECT " + SHOWN + " FROM ticket WHERE state = 'WAITING'"));
    assertEquals(sorted(cases), sorted(inHall("SELECT case_no FROM case_register")));
    assertEquals(sorted(cases), sorted(atProvince("SELECT case_no FROM cases")));
    assertEquals(List.of(), inHall("SELECT id FROM outbox WHERE state <> 'DELIVERED'"));
    List<String> outcomes = inHall("SELECT outcome FROM rating_outcome");
    assertEquals(played.size(), outcomes.size(), "each visit is rated once, or not rated once");
    long answered = outcomes.stream().filter("ANSWERED"::equals).count();
    assertTrue(answered >= thanked, () -> answered + " answers of " + played);
  }

  private static List<String> sorted(Iterable<String> words) {
    List<String> all = new ArrayList<>();
    words.forEach(all::add);
    all.sort(null);
    return all;
  }

  private List<String> inHall(String query) {
    return rows(folder.resolve("hall/hall/hall.db"), query);
  }

  private List<String> atProvince(String query) {
    return rows(folder.resolve("platform/sandbox.db"), query);
  }

  private static List<String> rows(Path file, String query) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1));
      }
      return all;
    } catch (SQLException fault) {
      throw new IllegalStateException(query, fault);
    }
  }
}
