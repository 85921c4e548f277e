package cn.wuyouhall.demo.play;

import cn.wuyouhall.demo.drive.ScreenHandle;
import cn.wuyouhall.demo.hall.SampleHall;
import java.time.Duration;

/**
 * Plays visits as people would: touches on the kiosk, keys at the window, a finger on the pad.
 * Whatever it waits for it waits for on a screen or at a device. One thread.
 */
public final class Player {
  private static final Duration SOON = Duration.ofSeconds(30);

  /** Longer than a pad waits for an answer. */
  private static final Duration RATING_OVER = Duration.ofSeconds(40);

  /** The status bar counts what waits. */
  private static final String WAITING = ".*\\d.*";

  private static final String QUERY = "xcyxk";

  private final RunningHall hall;
  private final ScreenHandle kiosk;
  private final ScreenHandle clerk;

  /** A player in a running hall. */
  public Player(RunningHall hall) {
    this.hall = hall;
    this.kiosk = hall.screen("kiosk-1");
    this.clerk = hall.screen("clerk-3");
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

  /** What a visit left behind, for the summary. */
  public record Played(int number, Plot plot, String ticket, String caseNo, String rating) {}

  /** Signs the clerk in. */
  public void signIn() {
    clerk.await("staff-number", SOON);
    clerk.click("staff-number");
    clerk.type(SampleHall.CLERK);
    clerk.click("pin");
    clerk.type(SampleHall.PIN);
    clerk.press("ENTER");
    clerk.await("call-next", SOON);
  }

  /** Plays one visit from the kiosk to the pad. */
  public Played play(int number, Plot plot) {
    String ticket = takeNumber(plot == Plot.CARD_ACCEPTED_UNRATED);
    call();
    if (plot == Plot.NO_SHOW) {
      passOver();
      return new Played(number, plot, ticket, "", "");
    }
    clerk.press("F7");
    clerk.await("serving", SOON);
    String caseNo = plot == Plot.ADVICE_ONLY ? "" : accept();
    endVisit();
    return new Played(number, plot, ticket, caseNo, rate(plot, number));
  }

  private String takeNumber(boolean byCard) {
    kiosk.await("idle", SOON);
    if (byCard) {
      hall.devices("card lay citizen-1");
    } else {
      kiosk.click("touch-start");
    }
    kiosk.await("line-social", SOON);
    kiosk.click("line-social");
    kiosk.await("number", SOON);
    String ticket = kiosk.text("number");
    if (byCard) {
      hall.devices("card lift");
    }
    kiosk.click("finish");
    return ticket;
  }

  private void call() {
    clerk.await("F2 can be pressed", SOON, screen -> screen.enabled("call-next"));
    clerk.press("F2");
    clerk.await("called", SOON);
  }

  private void passOver() {
    for (int again = 0; again < 2; again++) {
      waitHallTime(Duration.ofSeconds(21));
      clerk.press("F3");
    }
    waitHallTime(Duration.ofSeconds(21));
    clerk.press("F4");
    clerk.await("free", SOON);
  }

  /**
   * The applicant is typed or read from the card, the item found by its initials, every material is
   * there.
   */
  private String accept() {
    clerk.await(
        "the window asks who or what",
        SOON,
        screen -> screen.shown("applicant-name") || screen.shown("item-search"));
    if (clerk.shown("applicant-name")) { // Without a card at the kiosk nobody is known yet.
      hall.devices("card lay citizen-1 @desk-reader");
      clerk.await("item-search", SOON);
      hall.devices("card lift @desk-reader");
    }
    clerk.click("item-search");
    clerk.type(QUERY);
    clerk.await("item-result-0", SOON);
    clerk.press("ENTER");
    clerk.await("material-0", SOON);
    answerNo(clerk);
    for (int row = 0; clerk.shown("material-" + row); row++) {
      clerk.press("DIGIT2");
    }
    clerk.press("F9");
    clerk.await("accept-confirm", SOON);
    clerk.press("ENTER");
    clerk.await("case-number", SOON);
    return clerk.text("case-number");
  }

  /** Every question of the item on the screen with no. */
  static void answerNo(ScreenHandle clerk) {
    for (int question = 0; clerk.shown("situation-" + question); question++) {
      clerk.press("N");
    }
  }

  private void endVisit() {
    clerk.press("F10");
    clerk.await("free", SOON);
  }

  private String rate(Plot plot, int number) {
    hall.devices("pad await asking 20000");
    if (plot == Plot.CARD_ACCEPTED_UNRATED) {
      return "";
    }
    hall.devices("pad press " + number % 3);
    return "answered";
  }

  private void waitHallTime(Duration span) {
    java.time.Instant until = hall.clock().instant().plus(span);
    clerk.await("hall time passes", SOON, screen -> !hall.clock().instant().isBefore(until));
  }

  /**
   * Waits until no rating is open any more and the window says that the hall and the province have
   * everything.
   */
  public void settle(Duration most) {
    waitHallTime(RATING_OVER);
    clerk.await(
        "nothing waits any more",
        most,
        screen ->
            !screen.text("saved-hall").matches(WAITING)
                && !screen.text("saved-province").matches(WAITING));
  }
}
