package cn.wuyouhall.demo.play;

import cn.wuyouhall.demo.drive.ScreenHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Goes through every screen in both languages and takes its picture at its true size. */
final class Tour {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final RunningHall hall;
  private final Path pictures;

  Tour(RunningHall hall, Path pictures) {
    this.hall = hall;
    this.pictures = pictures;
  }

  void take() {
    board();
    for (String language : List.of("zh", "en")) {
      kiosk(language);
    }
  }

  private void board() {
    shot("board-1", "board-zh");
  }

  private void kiosk(String language) {
    ScreenHandle kiosk = hall.screen("kiosk-1");
    kiosk.await("idle", SOON);
    if (language.equals("en")) {
      kiosk.click("language");
    }
    shot("kiosk-1", "kiosk-1-idle-" + language);
    kiosk.click("touch-start");
    kiosk.await("line-social", SOON);
    shot("kiosk-1", "kiosk-2-choose-" + language);
    kiosk.click("search");
    kiosk.await("search-page", SOON);
    for (String key : List.of("S", "F", "Z")) {
      kiosk.click("key-" + key);
    }
    kiosk.await("item-0", SOON);
    shot("kiosk-1", "kiosk-3-search-" + language);
    kiosk.click("home");
    kiosk.await("idle", SOON);
  }

  private void shot(String station, String name) {
    hall.screen(station).picture("", pictures.resolve(name + ".png"));
  }
}
