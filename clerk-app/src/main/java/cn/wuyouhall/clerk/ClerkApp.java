package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.devices.IdReader.CardEvent;
import cn.wuyouhall.domain.devices.Scanner.Scan;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.Station;
import cn.wuyouhall.station.WindowCalls;
import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.Finger;
import cn.wuyouhall.ui.Glass;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Theme;
import cn.wuyouhall.ui.UiTimers;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The clerk's app on a stage: sign-in, then the desk of this station's window. Make, show and close
 * it on the FX thread; the station stays the caller's.
 */
public final class ClerkApp implements AutoCloseable {
  /** The least screen it is made for. */
  public static final Dimension2D LEAST = new Dimension2D(1366, 768);

  private final Station station;
  private final WindowCalls calls;
  private final Stage stage;
  private final Finger finger;
  private final Background work;
  private final Texts texts = Texts.of("clerk", "codes");
  private final Theme theme = new Theme(Theme.Surface.DESK, Glass.DESK);
  private final Around around;
  private final StackPane root = new StackPane();
  private final Scene scene;

  @SuppressWarnings("UnnecessaryLambda") // one object, so that it can be forgotten again
  private final Runnable onNews = () -> Platform.runLater(this::refresh);

  private Optional<DeskPage> page = Optional.empty();
  private Optional<SignInPage> door = Optional.empty();
  private boolean closed;

  /**
   * The app of a station with a window.
   *
   * @throws IllegalArgumentException when the station has no window: its settings are for something
   *     else
   */
  public ClerkApp(Station station, Stage stage, Dimension2D size) {
    this.station = station;
    this.calls =
        station
            .windowCalls()
            .orElseThrow(() -> new IllegalArgumentException("this station has no window"));
    this.stage = stage;
    this.scene = new Scene(root, size.getWidth(), size.getHeight());
    this.finger = new Finger(scene);
    this.work = Background.threads("clerk", finger);
    this.around = new Around(station, work, UiTimers.on(station.pace()), texts);
    theme.dress(scene, "clerk.css");
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::keyFirst);
    station.news().onChange(onNews);
    station.idReader().ifPresent(reader -> reader.onCard(event -> onScreen(() -> card(event))));
    station.scanner().ifPresent(scanner -> scanner.onScan(scan -> onScreen(() -> scan(scan))));
    work.unexplained(failure -> page.ifPresent(desk -> desk.model().failed(failure)));
    askWho();
  }

  private void onScreen(Runnable task) {
    finger.execute(() -> {
      if (!closed) {
        task.run();
      }
    });
  }

  private void askWho() {
    page.ifPresent(DeskPage::close);
    page = Optional.empty();
    SignInPage asking =
        new SignInPage(around, new SignInModel(around, this::begin), calls.window(), theme);
    door = Optional.of(asking);
    root.getChildren().setAll(asking.root());
    asking.focus();
  }

  private void begin(Session clerk) {
    door.ifPresent(SignInPage::close);
    door = Optional.empty();
    DeskPage desk = new DeskPage(around, new Desk(around, clerk, calls), theme, this::askWho);
    page = Optional.of(desk);
    root.getChildren().setAll(desk.root());
    desk.begin();
  }

  private void refresh() {
    page.ifPresent(desk -> desk.model().refresh());
  }

  private void card(CardEvent event) {
    page.ifPresent(desk -> desk.model().onCard(event));
  }

  private void scan(Scan scan) {
    page.ifPresent(desk -> desk.model().onScan(scan));
  }

  /**
   * Function keys and Esc belong to the desk wherever the focus is: tables and, on some systems,
   * the menu key F10 would take them first.
   */
  private void keyFirst(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      page.ifPresent(DeskPage::escape);
      event.consume();
      return;
    }
    int step = "1234".indexOf(event.getCode().getName());
    if (event.isShortcutDown() && step >= 0) {
      page.ifPresent(desk -> desk.step(step));
      event.consume();
      return;
    }
    if (!event.getCode().isFunctionKey()) {
      return;
    }
    for (var entry : scene.getAccelerators().entrySet()) {
      KeyCombination key = entry.getKey();
      if (key.match(event)) {
        event.consume();
        entry.getValue().run();
        return;
      }
    }
  }

  /** Shows it. */
  public void show() {
    stage.setTitle(texts.get("window.title", calls.window()));
    stage.setMinWidth(Math.min(LEAST.getWidth(), scene.getWidth()));
    stage.setMinHeight(Math.min(LEAST.getHeight(), scene.getHeight()));
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

  /** Its look, to switch the contrast for pictures. */
  public Theme theme() {
    return theme;
  }

  /** Hides it and ends its threads. */
  @Override
  public void close() {
    closed = true;
    station.news().forget(onNews);
    page.ifPresent(DeskPage::close);
    theme.forget(scene);
    stage.hide();
    around.timers().close();
    work.close();
  }
}
