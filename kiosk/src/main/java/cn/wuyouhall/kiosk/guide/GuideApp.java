package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.Finger;
import cn.wuyouhall.ui.Glass;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Theme;
import cn.wuyouhall.ui.UiTimers;
import java.time.InstantSource;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The guide desk on a stage: sign-in, then the desk. Make, show and close it on the FX thread.
 *
 * <p>Digits choose a line, Alt and a digit one of the tickets that wait, a letter begins a number
 * to look up, Ctrl+K does so too, Esc makes the desk free for the next person.
 */
public final class GuideApp implements AutoCloseable {
  /** The screen it is made for. */
  public static final Dimension2D SIZE = new Dimension2D(1366, 768);

  private static final KeyCombination FIND = KeyCombination.valueOf("Ctrl+K");

  private final GuideJobs jobs;
  private final Stage stage;
  private final Background work = Background.threads("guide");
  private final Texts texts = Texts.of("guide");
  private final Theme theme = new Theme(Theme.Surface.DESK, Glass.DESK);
  private final Around around;
  private final StackPane root = new StackPane();
  private final Scene scene;
  private final Finger finger;
  private final Runnable onNews;
  private Optional<GuideDesk> desk = Optional.empty();
  private Optional<GuidePage> page = Optional.empty();
  private boolean closed;

  /** A guide desk with these jobs on this stage; {@link #show} shows it. */
  public GuideApp(GuideJobs jobs, Stage stage, InstantSource clock, Pace pace) {
    this.jobs = jobs;
    this.stage = stage;
    this.around = new Around(jobs, work, UiTimers.on(pace), texts, clock);
    this.scene = new Scene(root, SIZE.getWidth(), SIZE.getHeight());
    this.finger = new Finger(scene);
    theme.dress(scene, "guide.css");
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    this.onNews = () -> Platform.runLater(this::refresh);
    jobs.onNews(onNews);
    jobs.onCard(event -> onScreen(() -> desk.ifPresent(now -> now.onCard(event))));
    jobs.onScan(scan -> onScreen(() -> desk.ifPresent(now -> now.onScan(scan))));
    askWho();
  }

  private void onScreen(Runnable task) {
    Platform.runLater(() -> {
      if (!closed) {
        task.run();
      }
    });
  }

  private void askWho() {
    desk.ifPresent(GuideDesk::close);
    desk = Optional.empty();
    page = Optional.empty();
    SignInPage asking = new SignInPage(around, this::begin);
    root.getChildren().setAll(asking.root());
    asking.focus();
  }

  private void begin(Session guide) {
    GuideDesk now = new GuideDesk(around, guide);
    GuidePage shown = new GuidePage(around, now, finger, this::askWho);
    desk = Optional.of(now);
    page = Optional.of(shown);
    root.getChildren().setAll(shown.root());
    shown.root().requestFocus();
    now.refresh();
  }

  private void refresh() {
    if (!closed) {
      desk.ifPresent(GuideDesk::refresh);
    }
  }

  private boolean isTyping() {
    return scene.getFocusOwner() instanceof TextInputControl;
  }

  private void pressed(KeyEvent event) {
    if (page.isEmpty()) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      page.get().escape();
      event.consume();
    } else if (FIND.match(event)) {
      page.get().typeNumber("");
      event.consume();
    } else if (event.getCode().isDigitKey() && event.isAltDown()) {
      desk.orElseThrow().selectWanting(digit(event.getCode()));
      event.consume();
    } else if (event.getCode().isDigitKey() && !event.isShortcutDown() && !isTyping()) {
      desk.orElseThrow().choose(digit(event.getCode()));
      event.consume();
    }
  }

  private static int digit(KeyCode code) {
    String name = code.getName();
    return name.charAt(name.length() - 1) - '0';
  }

  /** A letter outside every field begins the number of a ticket. */
  private void typed(KeyEvent event) {
    boolean letter =
        event.getCharacter().length() == 1 && Character.isLetter(event.getCharacter().charAt(0));
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    boolean asked = desk.filter(now -> now.askedProperty().get().isPresent()).isPresent();
    if (page.isPresent() && letter && plain && !asked && !isTyping()) {
      page.get().typeNumber(event.getCharacter());
      event.consume();
    }
  }

  /** Shows it; a full screen is the caller's choice, on the stage. */
  public void show() {
    stage.setTitle(texts.get("window.title"));
    stage.setScene(scene);
    stage.show();
  }

  /** Its scene, for pictures. */
  public Scene scene() {
    return scene;
  }

  /** Its texts, to switch the language for pictures. */
  public Texts texts() {
    return texts;
  }

  /** Hides it and ends its threads. */
  @Override
  public void close() {
    closed = true;
    jobs.forget(onNews);
    around.timers().close();
    theme.forget(scene);
    stage.hide();
    work.close();
  }
}
