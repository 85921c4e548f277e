package cn.wuyouhall.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.devices.RatingPad;
import cn.wuyouhall.domain.journal.StationJournal;
import cn.wuyouhall.domain.queue.CallResult;
import cn.wuyouhall.domain.queue.HallQueue;
import cn.wuyouhall.domain.queue.IssueRequest;
import cn.wuyouhall.domain.queue.IssueResult;
import cn.wuyouhall.domain.queue.PaperOutcome;
import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.rating.Grade;
import cn.wuyouhall.domain.rating.RatingBox;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.domain.rating.SealedGrade;
import cn.wuyouhall.platform.RatingBody;
import cn.wuyouhall.store.crypto.GradeSeal;
import cn.wuyouhall.store.hall.Enrolment;
import cn.wuyouhall.testkit.port.Trouble;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pad asks by itself, once, and what it learns is sealed before anything else happens. */
class AskForRatingTest {
  @TempDir Path folder;
  private HallOnDisk hall;
  private Vault vault;
  private Trouble<StationJournal> journal;
  private Trouble<RatingBox> box;
  private final HandPad pad = new HandPad();
  private AskForRating job;
  private SealedGrade sealed;

  /** A pad whose keys are pressed by hand. */
  private static final class HandPad implements RatingPad {
    private Consumer<Grade> listener = grade -> {};
    private boolean there = true;
    private int asked;
    private int rested;

    void press(Grade grade) {
      listener.accept(grade);
    }

    @Override
    public boolean ask() {
      asked += there ? 1 : 0;
      return there;
    }

    @Override
    public void rest() {
      rested++;
    }

    @Override
    public void onGrade(Consumer<Grade> to) {
      listener = to;
    }

    @Override
    public DeviceState state() {
      return DeviceState.UNKNOWN;
    }

    @Override
    public void onState(Consumer<DeviceState> to) {
      to.accept(state());
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void open() throws Exception {
    hall = new HallOnDisk(folder);
    start();
  }

  private void start() {
    vault = hall.vault("pad-3");
    journal = Trouble.before(StationJournal.class, vault.journal());
    box = Trouble.before(RatingBox.class, vault.hall().ratings());
    GradeSeal seal = new GradeSeal(hall.around.random());
    GradeSeal.Reader supervisors = Enrolment.supervisors(vault.hall().keys()).orElseThrow();
    job =
        new AskForRating(
            box.port(),
            pad,
            journal.port(),
            hall.around.ids(),
            hall.clock,
            (invitation, grade) -> {
              sealed =
                  seal.seal(RatingBody.content(invitation, grade, List.of()), List.of(supervisors));
              return sealed;
            },
            new RatingJson("610829", "county"),
            3,
            Duration.ofSeconds(30),
            () -> {});
  }

  @AfterEach
  void close() {
    hall.close();
  }

  /** A visit at window 3, served and ended. */
  private UUID servedVisit() {
    HallQueue queue = vault.hall().queue();
    IssueResult.Numbered numbered =
        (IssueResult.Numbered)
            queue.issue(
                new IssueRequest(
                    hall.around.ids().next(),
                    "kiosk-1",
                    "social",
                    Optional.empty(),
                    Priority.NONE,
                    ""),
                hall.clock.instant());
    queue.paper(numbered.ticket().id(), PaperOutcome.CAME, "kiosk-1", hall.clock.instant());
    CallResult.Done called =
        (CallResult.Done)
            queue.callNext(hall.around.ids().next(), 3, "clerk-3", "0312", hall.clock.instant());
    queue.serve(hall.around.ids().next(), 3, "clerk-3", "0312", hall.clock.instant());
    queue.finish(hall.around.ids().next(), 3, "clerk-3", "0312", hall.clock.instant());
    return called.visit();
  }

  private List<RatingJson.Ended> ended() {
    List<RatingJson.Ended> all = new ArrayList<>();
    RatingJson json = new RatingJson("610829", "county");
    vault.journal().states(RatingJson.STATE).forEach(row -> all.add(json.read(row.body())));
    return all;
  }

  private List<RatingOutcome> outcomes() {
    return ended().stream().map(RatingJson.Ended::outcome).toList();
  }

  @Test
  void aStartedPadRestsOnceNobodyIsToBeAsked() {
    job.turn();
    job.turn();
    assertEquals(1, pad.rested);
  }

  @Test
  void aStartedPadAsksAtOnceWhomTheProcessBeforeItMayHaveAsked() {
    servedVisit();
    job.turn();
    assertEquals(1, pad.asked);
    assertEquals(0, pad.rested, "a key pressed meanwhile may be theirs");
  }

  @Test
  void aServedVisitIsAskedOnceAndItsGradeSealed() {
    UUID visit = servedVisit();
    job.turn();
    job.turn();
    assertEquals(1, pad.asked);
    assertTrue(vault.hall().ratings().ofVisit(visit).orElseThrow().asked());
    pad.press(Grade.SATISFIED);
    assertEquals(List.of(RatingOutcome.ANSWERED), outcomes());
    job.turn();
    assertEquals(1, pad.asked, "an answered invitation is not asked again");
    String kept = new String(ended().getFirst().body(), StandardCharsets.UTF_8);
    assertFalse(kept.contains("SATISFIED"), "no grade in clear");
  }

  @Test
  void theSupervisorsOpenWhatWasPressed() {
    servedVisit();
    job.turn();
    pad.press(Grade.DISSATISFIED);
    String keyId = sealed.recipients().getFirst().keyId();
    byte[] key =
        Enrolment.openSupervisorKey(vault.hall().keys(), keyId, hall.first.supervisorsPhrase());
    String opened = new String(GradeSeal.open(sealed, keyId, key), StandardCharsets.UTF_8);
    assertTrue(opened.contains("\"satisfaction\":2"), opened);
  }

  @Test
  void nobodyAnsweringIsAbsenceNotAGrade() {
    servedVisit();
    job.turn();
    hall.clock.pass(Duration.ofSeconds(29));
    job.turn();
    assertEquals(List.of(), outcomes());
    hall.clock.pass(Duration.ofSeconds(1));
    job.turn();
    assertEquals(List.of(RatingOutcome.TIMED_OUT), outcomes());
    assertEquals(1, pad.rested);
    pad.press(Grade.VERY_SATISFIED);
    assertEquals(List.of(RatingOutcome.TIMED_OUT), outcomes(), "too late is too late");
  }

  @Test
  void aKeyPressedInPassingIsNoRating() {
    pad.press(Grade.VERY_SATISFIED);
    servedVisit();
    pad.press(Grade.VERY_SATISFIED);
    assertEquals(List.of(), outcomes());
    job.turn();
    pad.press(Grade.SATISFIED);
    pad.press(Grade.VERY_DISSATISFIED);
    assertEquals(1, ended().size());
  }

  @Test
  void aPadThatIsAwayAsksWhenItIsBackAndGivesUpAfterThreeMinutes() {
    pad.there = false;
    servedVisit();
    job.turn();
    pad.there = true;
    job.turn();
    assertEquals(1, pad.asked);
    pad.press(Grade.SATISFIED);
    pad.there = false;
    servedVisit();
    job.turn();
    hall.clock.pass(Duration.ofMinutes(3).plusMillis(1));
    job.turn();
    assertEquals(List.of(RatingOutcome.ANSWERED, RatingOutcome.NOT_ASKED), outcomes());
  }

  @Test
  void aClockThatIsSetBackDoesNotKeepThePadAsking() {
    servedVisit();
    job.turn();
    hall.clock.pass(Duration.ofMinutes(-20));
    job.turn();
    hall.clock.pass(hall.rules().ratingTimeout().plusSeconds(1));
    job.turn();
    assertEquals(List.of(RatingOutcome.TIMED_OUT), outcomes());
  }

  @Test
  void anAnswerTheDiskDidNotTakeIsKeptAsSoonAsItDoes() {
    servedVisit();
    job.turn();
    journal.away("append", 3, HallOnDisk::diskFull);
    pad.press(Grade.SATISFIED);
    pad.press(Grade.VERY_DISSATISFIED);
    hall.clock.pass(Duration.ofMinutes(1));
    job.turn();
    job.turn();
    assertEquals(List.of(), outcomes());
    job.turn();
    assertEquals(List.of(RatingOutcome.ANSWERED), outcomes(), "an answer never becomes absence");
    job.turn();
    assertEquals(1, pad.asked);
  }

  @Test
  void absenceTheDiskDidNotTakeIsKeptLater() {
    pad.there = false;
    servedVisit();
    hall.clock.pass(Duration.ofMinutes(4));
    journal.away("append", 1, HallOnDisk::diskFull);
    job.turn();
    job.turn();
    assertEquals(List.of(RatingOutcome.NOT_ASKED), outcomes());
  }

  @Test
  void aHallThatGoesAwayWhileAskingCostsNoAnswer() {
    servedVisit();
    box.away("asking", 1, HallOnDisk::hallAway);
    try {
      job.turn();
    } catch (cn.wuyouhall.domain.queue.HallUnavailable away) {
      assertEquals("on a bad day", away.getMessage());
    }
    assertEquals(1, pad.asked);
    pad.press(Grade.SATISFIED);
    assertEquals(List.of(RatingOutcome.ANSWERED), outcomes());
    job.turn();
    assertEquals(1, pad.asked);
  }

  @Test
  void aRestartInTheMiddleAsksAgainAndAnAnsweredOneNever() {
    servedVisit();
    job.turn();
    hall.shut(vault);
    start();
    job.turn();
    assertEquals(2, pad.asked);
    pad.press(Grade.SATISFIED);
    hall.shut(vault);
    start();
    job.turn();
    assertEquals(2, pad.asked, "its delivery is on its way");
    assertEquals(List.of(RatingOutcome.ANSWERED), outcomes());
  }

  @Test
  void twoVisitsAreAskedOneAfterTheOther() {
    servedVisit();
    servedVisit();
    job.turn();
    pad.press(Grade.SATISFIED);
    job.turn();
    pad.press(Grade.VERY_SATISFIED);
    assertEquals(2, pad.asked);
    assertEquals(2, ended().stream().map(RatingJson.Ended::invitation).distinct().count());
  }
}
