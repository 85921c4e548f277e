package cn.wuyouhall.demo.play;

import cn.wuyouhall.demo.drive.ScreenHandle;
import cn.wuyouhall.demo.hall.SampleHall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Plays visits as people would: touches on the kiosk, keys at the window, a finger on the pad.
 * Whatever it waits for it waits for on a screen or at a device. One thread.
 */
final class Player {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String QUERY = "xcyxk";

  private final RunningHall hall;
  private final ScreenHandle kiosk;
  private final ScreenHandle clerk;
  private final Path pictures;

  Player(RunningHall hall, Path pictures) {
    this.hall = hall;
    this.kiosk = hall.screen("kiosk-1");
    this.clerk = hall.screen("clerk-3");
    this.pictures = pictures;
  }

  /** How a visit goes. */
  enum Plot {
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
  record Played(int number, Plot plot, String ticket, String caseNo, String rating) {}

  /** Signs the clerk in. */
  void signIn() {
    clerk.await("staff-number", SOON);
    clerk.click("staff-number");
    clerk.type(SampleHall.CLERK);
    clerk.click("pin");
    clerk.type(SampleHall.PIN);
    clerk.press("ENTER");
    clerk.await("call-next", SOON);
  }

  /** Plays one visit from the kiosk to the pad. */
  Played play(int number, Plot plot) {
    String ticket = takeNumber(plot == Plot.CARD_ACCEPTED_UNRATED);
    call();
    if (plot == Plot.NO_SHOW) {
      passOver();
      return new Played(number, plot, ticket, "", "");
    }
    clerk.press("F7");
    clerk.await("visit", SOON);
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

  private String accept() {
    return "";
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

  /** Takes a picture of a station's screen. */
  void picture(String station, String name) {
    hall.screen(station).picture("", pictures.resolve(name + ".png"));
  }

  /** The stations with screens. */
  static List<String> stations() {
    return List.of("kiosk-1", "clerk-3", "board-1");
  }
}
