package cn.wuyouhall.demo.play;

import cn.wuyouhall.demo.check.Checker;
import cn.wuyouhall.demo.check.Evidence;
import cn.wuyouhall.demo.check.Verdict;
import cn.wuyouhall.demo.hall.SampleHall;
import cn.wuyouhall.demo.play.Player.Played;
import cn.wuyouhall.demo.play.Player.Plot;
import cn.wuyouhall.domain.cases.CaseRecord.Document;
import cn.wuyouhall.station.Cases;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.SignIn;
import cn.wuyouhall.station.Station;
import cn.wuyouhall.station.Surroundings;
import cn.wuyouhall.station.documents.DocumentKind;
import cn.wuyouhall.virtual.device.Card;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plays a number of visits without a display and leaves what a person may want to look at. */
public final class HeadlessDemo {
  /** Hall time at the start: a Monday at 9:05, when the sample hall is open. */
  private static final Instant START = Instant.parse("2026-11-23T01:05:00Z");

  /** Seconds of hall time in one real second: a demo of twenty visits stays within a morning. */
  private static final double SPEED = 4;

  private static final Duration SETTLE = Duration.ofSeconds(60);
  private static final Plot[] ROUND = {
    Plot.TOUCH_ACCEPTED_RATED,
    Plot.CARD_ACCEPTED_UNRATED,
    Plot.TOUCH_ACCEPTED_RATED,
    Plot.NO_SHOW,
    Plot.ADVICE_ONLY
  };

  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final Path out;
  private final PrintWriter console;
  private final List<Played> played = new ArrayList<>();

  /**
   * A demo that leaves its things in {@code out}, whose earlier content of the same names it
   * replaces.
   */
  public HeadlessDemo(Path out, PrintWriter console) {
    this.out = out.toAbsolutePath();
    this.console = console;
  }

  /**
   * Plays.
   *
   * @return whether everything that must always hold does
   */
  public boolean play(int visits) throws IOException {
    HallFolder.empty(out);
    long began = System.nanoTime();
    console.printf("hall time begins at %s and runs %.0f times as fast as ours%n", START, SPEED);
    SampleHall hall;
    try (RunningHall running = RunningHall.start(out, true, START, SPEED)) {
      hall = running.hall();
      Player player = new Player(running);
      Tour tour = new Tour(running, out.resolve("screens"));
      tour.signInPage();
      player.signIn();
      for (int number = 1; number <= visits; number++) {
        Played one = player.play(number, ROUND[(number - 1) % ROUND.length]);
        played.add(one);
        console.printf(
            "%3d  %-24s %-6s %-28s %s%n",
            one.number(), one.plot(), one.ticket(), one.caseNo(), one.rating());
        console.flush();
      }
      tour.take();
      player.settle(SETTLE);
    }
    exportPapers(hall);
    Verdict verdict = verdict(hall);
    console.println(verdict.table());
    summarise(visits, verdict, Duration.ofNanos(System.nanoTime() - began));
    return verdict.holds();
  }

  private Verdict verdict(SampleHall hall) {
    return new Checker()
        .examine(
            Evidence.of(out.resolve("hall"), out.resolve("tickets"), out.resolve("platform"))
                .withFiles(out.resolve("logs"))
                .withPersonal(personal())
                .withPhrase(hall.supervisorsPhrase()));
  }

  /**
   * Clear values of the card that was laid: name and number, as the card's text block holds them.
   */
  private static List<String> personal() {
    byte[] text = Card.named("citizen-1").text();
    return List.of(
        new String(text, 0, 30, StandardCharsets.UTF_16LE).strip(),
        new String(text, 122, 36, StandardCharsets.UTF_16LE).strip());
  }

  private void exportPapers(SampleHall hall) throws IOException {
    Path documents = Files.createDirectories(out.resolve("documents"));
    try (Station clerk = Station.open(hall.settings("clerk-3"), Surroundings.real())) {
      if (clerk.signIn().signIn(SampleHall.CLERK, SampleHall.PIN.toCharArray())
          instanceof SignIn.Outcome.SignedIn(Session session)) {
        for (Cases.Row row : clerk.cases().ofThisStation(session, Integer.MAX_VALUE)) {
          for (Document document : row.record().documents()) {
            byte[] pdf =
                clerk
                    .cases()
                    .paper(session, row.record().caseId(), DocumentKind.valueOf(document.kind()))
                    .orElseThrow();
            Files.write(documents.resolve(document.number() + ".pdf"), pdf);
          }
        }
      }
    }
  }

  private void summarise(int visits, Verdict verdict, Duration took) throws IOException {
    ObjectNode summary = json.createObjectNode();
    summary.put("visits", visits);
    summary.put("holds", verdict.holds());
    summary.put("hallTimeStart", START.toString());
    summary.put("speed", SPEED);
    summary.put("tookSeconds", took.toSeconds());
    ArrayNode list = summary.putArray("played");
    for (Played one : played) {
      list.addObject()
          .put("number", one.number())
          .put("plot", one.plot().name())
          .put("ticket", one.ticket())
          .put("case", one.caseNo());
    }
    summary.set("verdict", json.readTree(verdict.json()).path("rules"));
    Files.writeString(out.resolve("summary.json"), json.writeValueAsString(summary));
  }
}
