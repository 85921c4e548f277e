package cn.wuyouhall.kiosk.board;

import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.kiosk.Reread;
import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.Glass;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Theme;
import cn.wuyouhall.ui.Theme.Surface;
import cn.wuyouhall.ui.UiTimers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The call board on a stage, 1920 × 1080. Make, show and close it on the FX thread.
 *
 * <p>Ids: {@code newest}, {@code window-N} (with {@code :called} while a call stands), {@code
 * waiting-0} …, {@code notice}, {@code clock}, {@code as-of}.
 */
public final class BoardApp implements AutoCloseable {
  /** Its size. */
  public static final int WIDTH = 1920;

  /** Its size. */
  public static final int HEIGHT = 1080;

  private static final Duration TURN = Duration.ofSeconds(8);

  private final Stage stage;
  private final Background work = Background.threads("board");
  private final UiTimers timers;
  private final Texts texts = Texts.of("board");
  private final Theme theme = new Theme(Surface.BOARD, Glass.DESK);
  private final Scene scene;

  /** A board with these jobs on this stage; {@link #show} shows it. */
  public BoardApp(BoardJobs jobs, Stage stage, InstantSource clock, Pace pace) {
    this.stage = stage;
    this.timers = UiTimers.on(pace);
    BoardPage page = new BoardPage(texts, timers);
    this.scene = new Scene(page.root(), WIDTH, HEIGHT);
    theme.dress(scene, "board.css");
    Reread<Optional<BoardState>> look =
        new Reread<>(work, () -> jobs.look().map(BoardState::of), page::show, () -> {});
    timers.every(Duration.ofSeconds(1), () -> page.tick(clock.instant()));
    timers.every(TURN, page::turn);
    texts.localeProperty().subscribe(() -> page.render());
    jobs.onNews(() -> Platform.runLater(look::now));
    page.tick(clock.instant());
    look.now();
  }

  /** Shows it; a full screen is the caller's choice, on the stage. */
  public void show() {
    stage.setTitle(texts.get("title"));
    stage.setScene(scene);
    stage.show();
  }

  /** Its scene, for pictures. */
  public Scene scene() {
    return scene;
  }

  /** Its texts, to switch the language. */
  public Texts texts() {
    return texts;
  }

  /** Hides it and ends its threads. */
  @Override
  public void close() {
    timers.close();
    theme.forget(scene);
    stage.hide();
    work.close();
  }
}
