package cn.wuyouhall.demo.play;

import cn.wuyouhall.demo.drive.ScreenHandle;
import cn.wuyouhall.demo.drive.ScreenHandle.ScreenFault;
import cn.wuyouhall.demo.hall.SampleHall;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Plays visits as people would: touches on the kiosk, keys at the window, a finger on the pad. It
 * looks at a screen, does what the screen says and looks again, so that it also finds its way when
 * a program was killed and started anew behind its back. One thread.
 */
public final class Player {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** Longer than a pad waits for an answer. */
  private static final Duration RATING_OVER = Duration.ofSeconds(40);

  /** A desk just signed in to has read what it had when nothing has changed for so long. */
  private static final Duration AT_REST = Duration.ofSeconds(1);

  /** Nobody stands longer before a pad that went dark after their answer. */
  private static final Duration DARK = Duration.ofSeconds(5);

  private static final Duration A_MOMENT = Duration.ofSeconds(3);
  private static final int MOST_LOOKS = 40;
  private static final long LOOK_NANOS = 20_000_000;

  /** The status bar counts what waits. */
  private static final String WAITING = ".*\\d.*";

  private static final String WAITING_ROW = "waiting-";
  private static final String QUERY = "xcyxk";

  private final RunningHall hall;
  private final Consumer<Step> watcher;
  private final Set<Step> passed = EnumSet.noneOf(Step.class);

  /** A player in a running hall. */
  public Player(RunningHall hall) {
    this(hall, step -> {});
  }

  /**
   * A player who is watched.
   *
   * @param watcher told of each step of a visit once, when it is reached; the player waits for it
   *     and looks at the screens again
   */
  public Player(RunningHall hall, Consumer<Step> watcher) {
    this.hall = hall;
    this.watcher = watcher;
  }

  /** How a visit goes. */
  public enum Plot {
    /** By touch; accepted; rated. */
    TOUCH_ACCEPTED_RATED,
    /** By card; accepted; nobody rates. */
    CARD_ACCEPTED_UNRATED,
    /** By touch; never comes to the window. */
    NO_SHOW,
    /** By touch; advice only, no case; rated. */
    ADVICE_ONLY
  }

  /** The steps of a visit that is accepted and rated, in order. */
  public enum Step {
    /** The kiosk asks what for. */
    CHOOSING,
    /** The line was touched this moment; the number is being taken and printed. */
    PRINTING,
    /** The kiosk shows the number. */
    NUMBERED,
    /** The window shows the number called. */
    CALLED,
    /** The person is at the window, which asks who it is. */
    SERVING,
    /** The window asks what for. */
    APPLICANT,
    /** The window asks for the materials. */
    MATERIALS,
    /** The window shows what acceptance comes to. */
    SUMMARY,
    /** Enter was pressed this moment; the case is being saved. */
    SAVING,
    /** The window shows the case's number. */
    ACCEPTED,
    /** F10 was pressed this moment. */
    ENDING,
    /** The pad asks. */
    ASKING,
    /** A key of the pad was pressed this moment. */
    PRESSED,
    /** The pad thanked, or stays dark: the person leaves. */
    LEAVING
  }

  /**
   * What a visit left behind.
   *
   * @param number which visit
   * @param plot how it went
   * @param ticket the number the kiosk showed
   * @param caseNo the number the window showed; blank without a case
   * @param rating {@code thanked} when the pad took a grade and thanked for it, else blank
   */
  public record Played(int number, Plot plot, String ticket, String caseNo, String rating) {}

  /** Signs the clerk in. */
  public void signIn() {
    window();
  }

  /** Plays one visit from the kiosk to the pad. */
  public Played play(int number, Plot plot) {
    passed.clear();
    String ticket = takeNumber(plot == Plot.CARD_ACCEPTED_UNRATED);
    if (plot == Plot.NO_SHOW) {
      act("free");
      passOver();
      return new Played(number, plot, ticket, "", "");
    }
    String caseNo = beServed(plot);
    return new Played(number, plot, ticket, caseNo, rate(plot, number));
  }

  /** Whether this step was reached only now. The watcher was told: what was seen may be gone. */
  private boolean reached(Step step) {
    boolean now = passed.add(step);
    if (now) {
      watcher.accept(step);
    }
    return now;
  }

  private ScreenHandle kiosk() {
    return hall.screen("kiosk-1");
  }

  /** The window's screen, with somebody signed in. */
  private ScreenHandle window() {
    ScreenHandle clerk = hall.screen("clerk-3");
    if (clerk.awaitOne(SOON, "staff-number", "call-next").equals("staff-number")) {
      clerk.click("staff-number");
      clerk.type(SampleHall.CLERK);
      clerk.click("pin");
      clerk.type(SampleHall.PIN);
      clerk.press("ENTER");
      clerk.await("call-next", SOON);
      atRest(clerk);
    }
    return clerk;
  }

  private static void atRest(ScreenHandle screen) {
    String[] last = {screen.ids()};
    long[] since = {System.nanoTime()};
    screen.await(
        "it is at rest",
        SOON,
        now -> {
          String seen = now.ids();
          if (!seen.equals(last[0])) {
            last[0] = seen;
            since[0] = System.nanoTime();
          }
          return System.nanoTime() - since[0] > AT_REST.toNanos();
        });
  }

  private String takeNumber(boolean byCard) {
    while (true) {
      switch (kiosk().awaitOne(SOON, "number", "trouble-home", "line-social", "idle")) {
        case "number" -> {
          String ticket = kiosk().text("number");
          reached(Step.NUMBERED);
          if (byCard) {
            hall.devices("card lift");
          }
          kiosk().clickAway("finish", SOON);
          return ticket;
        }
        case "trouble-home" -> kiosk().clickAway("trouble-home", SOON);
        case "line-social" -> {
          if (!reached(Step.CHOOSING)) {
            kiosk().clickAway("line-social", SOON);
            reached(Step.PRINTING);
          }
        }
        default -> {
          Optional<String> inHand = passed.contains(Step.PRINTING) ? waiting() : Optional.empty();
          if (inHand.isPresent()) {
            reached(Step.NUMBERED);
            return inHand.get();
          }
          if (byCard) {
            hall.devices("card lay citizen-1");
          } else {
            kiosk().clickAway("touch-start", SOON);
          }
          kiosk().await("line-social", SOON);
        }
      }
    }
  }

  /** The number in the queue: it is on the paper in hand though no kiosk shows it any more. */
  private Optional<String> waiting() {
    return Stream.of(window().ids().split(" "))
        .filter(id -> id.matches(WAITING_ROW + "[A-Z]\\d+"))
        .map(id -> id.substring(WAITING_ROW.length()))
        .findFirst();
  }

  private void passOver() {
    for (int again = 0; again < 2; again++) {
      waitHallTime(Duration.ofSeconds(21));
      window().press("F3");
    }
    waitHallTime(Duration.ofSeconds(21));
    window().press("F4");
    window().await("free", SOON);
  }

  /** From the call to the end; returns the case's number. */
  private String beServed(Plot plot) {
    String caseNo = "";
    for (int look = 0; look < MOST_LOOKS; look++) {
      String shown =
          window()
              .awaitOne(
                  SOON,
                  "free",
                  "called",
                  "accept-confirm",
                  "case-number",
                  "applicant-name",
                  "item-search",
                  "material-0");
      if (shown.equals("free") && passed.contains(Step.ENDING)) {
        return caseNo;
      }
      if (shown.equals("case-number")) {
        caseNo = window().text("case-number");
      }
      Optional<Step> step = stepOf(shown);
      if (step.isEmpty() || !reached(step.get())) {
        if (plot == Plot.ADVICE_ONLY && shown.equals("applicant-name")) {
          end();
        } else {
          act(shown);
        }
      }
    }
    throw new ScreenFault("the visit does not end; shown: " + window().ids());
  }

  private static Optional<Step> stepOf(String shown) {
    return switch (shown) {
      case "called" -> Optional.of(Step.CALLED);
      case "applicant-name" -> Optional.of(Step.SERVING);
      case "item-search" -> Optional.of(Step.APPLICANT);
      case "material-0" -> Optional.of(Step.MATERIALS);
      case "accept-confirm" -> Optional.of(Step.SUMMARY);
      case "case-number" -> Optional.of(Step.ACCEPTED);
      default -> Optional.empty();
    };
  }

  /**
   * What a clerk does when the window shows this. The applicant is read from the card when the
   * kiosk did not, the item found by its initials, every material is there.
   */
  private void act(String shown) {
    ScreenHandle clerk = window();
    switch (shown) {
      case "free" -> {
        clerk.await("F2 can be pressed", SOON, screen -> screen.enabled("call-next"));
        clerk.press("F2");
      }
      case "called" -> clerk.press("F7");
      case "applicant-name" -> hall.devices("card lay citizen-1 @desk-reader");
      case "item-search" -> {
        clerk.click("item-search");
        clerk.type(QUERY);
        clerk.await("item-result-0", SOON);
        clerk.press("ENTER");
      }
      case "material-0" -> {
        answerNo(clerk);
        for (int row = 0; clerk.shown("material-" + row); row++) {
          clerk.press("DIGIT2");
        }
        clerk.press("F9");
      }
      case "accept-confirm" -> {
        clerk.press("ENTER");
        reached(Step.SAVING);
      }
      default -> end();
    }
    window().goes(shown, SOON);
    if (shown.equals("applicant-name")) {
      hall.devices("card lift @desk-reader");
    }
  }

  /** Every question of the item on the screen with no. */
  static void answerNo(ScreenHandle clerk) {
    for (int question = 0; clerk.shown("situation-" + question); question++) {
      clerk.press("N");
    }
  }

  private void end() {
    window().press("F10");
    reached(Step.ENDING);
    window().goes("serving", A_MOMENT);
  }

  private String rate(Plot plot, int number) {
    hall.devices("pad await asking 20000");
    reached(Step.ASKING);
    String thanked = plot == Plot.CARD_ACCEPTED_UNRATED ? "" : answer(number % 3);
    reached(Step.LEAVING);
    return thanked;
  }

  /** Presses a key until the pad thanks; before a pad that stays dark nobody waits for long. */
  private String answer(int key) {
    long until = System.nanoTime() + SOON.toNanos();
    while (System.nanoTime() < until) {
      switch (hall.devices("pad state").path("state").asText()) {
        case "thanked" -> {
          return "thanked";
        }
        case "asking" -> {
          hall.devices("pad press " + key);
          reached(Step.PRESSED);
        }
        case "unanswered" -> LockSupport.parkNanos(LOOK_NANOS);
        default -> {
          if (passed.contains(Step.PRESSED)) {
            until = Math.min(until, System.nanoTime() + DARK.toNanos());
          }
          LockSupport.parkNanos(LOOK_NANOS);
        }
      }
    }
    if (!passed.contains(Step.PRESSED)) {
      throw new ScreenFault("the pad asked and took no key");
    }
    return "";
  }

  private void waitHallTime(Duration span) {
    Instant until = hall.clock().instant().plus(span);
    hall.screen("clerk-3")
        .await("hall time passes", SOON, screen -> !hall.clock().instant().isBefore(until));
  }

  /**
   * Waits until no rating is open any more and the window says that the hall and the province have
   * everything.
   */
  public void settle(Duration most) {
    waitHallTime(RATING_OVER);
    window()
        .await(
            "nothing waits any more",
            most,
            screen ->
                !screen.text("saved-hall").matches(WAITING)
                    && !screen.text("saved-province").matches(WAITING));
  }
}
