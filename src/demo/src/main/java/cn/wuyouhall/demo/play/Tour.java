package cn.wuyouhall.demo.play;

import cn.wuyouhall.demo.drive.ScreenHandle;
import cn.wuyouhall.demo.hall.SampleHall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Goes through every screen in both languages and takes its picture at its true size. What it does
 * on the way is real too: it takes numbers and takes a case in.
 */
final class Tour {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<String> LANGUAGES = List.of("zh", "en");

  private final RunningHall hall;
  private final Path pictures;
  private final ScreenHandle clerk;

  Tour(RunningHall hall, Path pictures) {
    this.hall = hall;
    this.pictures = pictures;
    this.clerk = hall.screen("clerk-3");
  }

  /** The clerk app before anybody has signed in. */
  void signInPage() {
    clerk.await("sign-in-page", SOON);
    both("clerk-1-sign-in");
  }

  /** Everything else, after the visits. */
  void take() {
    for (String language : LANGUAGES) {
      kiosk(language);
    }
    guide();
    window();
  }

  /** While somebody is called: a board started anew shows it too. */
  private void board() {
    for (String language : LANGUAGES) {
      hall.restartBoard(language);
      hall.screen("board-1").await("newest", SOON);
      shot("board-1", "board-" + language);
    }
  }

  private void kiosk(String language) {
    ScreenHandle kiosk = hall.screen("kiosk-1");
    idle(kiosk, language);
    shot("kiosk-1", "kiosk-1-idle-" + language);
    kiosk.click("touch-start");
    kiosk.await("line-social", SOON);
    shot("kiosk-1", "kiosk-2-choose-" + language);
    kiosk.click("errand-0");
    kiosk.await("item-0", SOON);
    shot("kiosk-1", "kiosk-3-items-" + language);
    kiosk.click("home");
    idle(kiosk, language);
    kiosk.click("touch-start");
    kiosk.await("search", SOON);
    kiosk.click("search");
    kiosk.await("search-page", SOON);
    for (String key : List.of("S", "F", "Z")) {
      kiosk.click("key-" + key);
    }
    kiosk.await("what SFZ stands for is found", SOON, Tour::identityCardIsFound);
    shot("kiosk-1", "kiosk-4-search-" + language);
    kiosk.click("item-0");
    kiosk.await("number", SOON);
    shot("kiosk-1", "kiosk-5-number-" + language);
    kiosk.clickAway("finish", SOON);
    idle(kiosk, language);
    kiosk.click("help");
    kiosk.await("help-page", SOON);
    shot("kiosk-1", "kiosk-6-help-" + language);
    kiosk.click("home");
    paperOut(kiosk, language);
    idle(kiosk, language);
    kiosk.click("large-type");
    shot("kiosk-1", "kiosk-8-large-" + language);
    kiosk.click("touch-start");
    kiosk.await("errand-0", SOON);
    shot("kiosk-1", "kiosk-9-large-choose-" + language);
    kiosk.click("home");
    kiosk.await("idle", SOON);
  }

  private void paperOut(ScreenHandle kiosk, String language) {
    hall.devices("printer paper-out");
    idle(kiosk, language);
    kiosk.click("touch-start");
    kiosk.await("line-social", SOON);
    kiosk.click("line-social");
    kiosk.await("trouble-page", SOON);
    shot("kiosk-1", "kiosk-7-paper-out-" + language);
    hall.devices("printer refill clear");
    kiosk.click("trouble-home");
    kiosk.await("idle", SOON);
  }

  /** The first page, in this language and in plain size: whoever comes next begins there. */
  private static void idle(ScreenHandle kiosk, String language) {
    kiosk.await("idle", SOON);
    boolean english = kiosk.text("language").contains("中文");
    if (english != language.equals("en")) {
      kiosk.click("language");
    }
  }

  /** After the kiosk ran out of paper: what it promised waits here. */
  private void guide() {
    hall.startStation("guide-1");
    ScreenHandle guide = hall.screen("guide-1");
    guide.await("staff-number", SOON);
    guide.click("staff-number");
    guide.type(SampleHall.GUIDE);
    guide.click("pin");
    guide.type(SampleHall.GUIDE_PIN);
    guide.press("ENTER");
    guide.await("alert-0", SOON);
    guide.press("ALT+DIGIT1");
    guide.await("ticket", SOON);
    for (String language : LANGUAGES) {
      shot("guide-1", "guide-" + language);
      guide.click("language");
    }
    hall.process("guide-1").close();
  }

  private void window() {
    both("clerk-2-free");
    clerk.press("F2");
    clerk.await("called", SOON);
    both("clerk-3-called");
    board();
    clerk.press("F7");
    clerk.await("serving", SOON);
    clerk.await("applicant-name", SOON);
    both("clerk-4-applicant");
    hall.devices("card lay citizen-1 @desk-reader");
    clerk.await("item-search", SOON);
    hall.devices("card lift @desk-reader");
    clerk.click("item-search");
    clerk.type("xcyxk");
    clerk.await("item-result-0", SOON);
    both("clerk-5-item");
    clerk.click("item-search");
    clerk.press("ENTER");
    clerk.await("material-0", SOON);
    Player.answerNo(clerk);
    clerk.press("DIGIT2");
    both("clerk-6-materials");
    for (int row = 1; clerk.shown("material-" + row); row++) {
      clerk.click("material-" + row);
      clerk.press("DIGIT2");
    }
    clerk.press("F9");
    clerk.await("accept-confirm", SOON);
    both("clerk-7-summary");
    clerk.click("accept-confirm");
    clerk.await("case-number", SOON);
    both("clerk-8-accepted");
    clerk.press("CONTROL+L");
    clerk.await("cases-table", SOON);
    both("clerk-9-cases");
    clerk.press("ESCAPE");
    find();
    clerk.await("end-visit", SOON);
    clerk.press("F10");
    clerk.await("free", SOON);
    hall.devices("pad await asking 20000");
    hall.devices("pad press 0");
  }

  /** Earlier, what is shown may still be the answer to the letter before. */
  private static boolean identityCardIsFound(ScreenHandle screen) {
    String first = screen.shown("item-0") ? screen.text("item-0") : "";
    return first.contains("身份证") || first.contains("identity card");
  }

  /** What lies over the desk leaves its switches no click: the language is changed between. */
  private void find() {
    for (String language : LANGUAGES) {
      clerk.press("CONTROL+K");
      clerk.await("palette-search", SOON);
      shot("clerk-3", "clerk-10-find-" + language);
      clerk.press("ESCAPE");
      clerk.await("the desk can be clicked", SOON, screen -> screen.enabled("find"));
      clerk.click("language");
    }
  }

  /** The clerk app in both languages, and back to Chinese. */
  private void both(String name) {
    for (String language : LANGUAGES) {
      shot("clerk-3", name + "-" + language);
      clerk.click("language");
    }
  }

  private void shot(String station, String name) {
    hall.screen(station).picture("", pictures.resolve(name + ".png"));
  }
}
