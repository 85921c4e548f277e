package cn.wuyouhall.kiosk.board;

import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.kiosk.board.BoardState.Call;
import cn.wuyouhall.kiosk.board.BoardState.Row;
import cn.wuyouhall.kiosk.board.BoardState.Waiting;
import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.Glass;
import cn.wuyouhall.ui.Job;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Theme;
import cn.wuyouhall.ui.Theme.Surface;
import cn.wuyouhall.ui.UiTimers;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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

  private static final PseudoClass CALLED = PseudoClass.getPseudoClass("called");
  private static final PseudoClass FLASH = PseudoClass.getPseudoClass("flash");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final Duration HALF_FLASH = Duration.ofMillis(450);
  private static final Duration NOTICE = Duration.ofSeconds(8);
  private static final int FLASHES = 3;
  private static final int ROWS = 8;

  private final Stage stage;
  private final BoardJobs jobs;
  private final InstantSource clock;
  private final Background work = Background.threads("board");
  private final UiTimers timers;
  private final Texts texts = Texts.of("board");
  private final Theme theme = new Theme(Surface.BOARD, Glass.DESK);
  private final Scene scene;
  private Optional<BoardState> state = Optional.empty();
  private Optional<Call> flashed = Optional.empty();
  private UiTimers.Timer flashing;
  private int halves;
  private int noticeShown;
  private Job<Optional<BoardState>> looking;

  @FXML private Label hallName;
  @FXML private Label clockLabel;
  @FXML private Label asOf;
  @FXML private Region newestPanel;
  @FXML private Label newest;
  @FXML private GridPane windows;
  @FXML private GridPane waiting;
  @FXML private Label notice;

  /** A board with these jobs on this stage; {@link #show} shows it. */
  public BoardApp(BoardJobs jobs, Stage stage, InstantSource clock, Pace pace) {
    this.stage = stage;
    this.jobs = jobs;
    this.clock = clock;
    this.timers = UiTimers.on(pace);
    this.scene = new Scene(Views.load("board", this, texts), WIDTH, HEIGHT);
    theme.dress(scene, "board.css");
    timers.every(Duration.ofSeconds(1), this::tick);
    timers.every(NOTICE, this::nextNotice);
    texts.localeProperty().subscribe(() -> render());
    jobs.onNews(() -> Platform.runLater(this::look));
    tick();
    render();
    look();
  }

  private void look() {
    if (looking != null) {
      looking.drop();
    }
    looking = work.run(() -> jobs.look().map(BoardState::of));
    looking.then(seen -> {
      state = seen;
      render();
    });
  }

  private void tick() {
    clockLabel.setText(CLOCK.format(HallTime.local(clock.instant())));
  }

  private void nextNotice() {
    noticeShown++;
    renderNotice();
  }

  private void render() {
    state.ifPresent(this::render);
    if (state.isEmpty()) {
      newest.setText(texts.get("newest.none"));
      asOf.setText("");
    }
  }

  private void render(BoardState now) {
    hallName.setText(texts.of(now.hall()));
    boolean stale = !now.current();
    asOf.setText(stale ? texts.get("as-of", CLOCK.format(HallTime.local(now.asOf()))) : "");
    asOf.setVisible(stale);
    asOf.setManaged(stale);
    renderWindows(now);
    renderWaiting(now);
    renderNotice();
    renderNewest(now);
  }

  private void renderNewest(BoardState now) {
    newest.setText(
        now.newest()
            .map(call -> texts.get("newest", call.number().shown(), call.window()))
            .orElseGet(() -> texts.get("newest.none")));
    newestPanel.pseudoClassStateChanged(CALLED, now.newest().isPresent());
    if (now.newest().isPresent() && !now.newest().equals(flashed)) {
      flashed = now.newest();
      flash();
    }
  }

  /** Blinks three times, then stands still. */
  private void flash() {
    if (flashing != null) {
      flashing.stop();
    }
    halves = 0;
    newestPanel.pseudoClassStateChanged(FLASH, true);
    flashing = timers.every(HALF_FLASH, this::halfFlash);
  }

  private void halfFlash() {
    halves++;
    newestPanel.pseudoClassStateChanged(FLASH, halves % 2 == 0 && halves < FLASHES * 2);
    if (halves >= FLASHES * 2) {
      flashing.stop();
    }
  }

  private void renderWindows(BoardState now) {
    windows.getChildren().clear();
    List<Row> rows = now.rows();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean isNewest = now.newest().map(call -> call.window() == row.window()).orElse(false);
      windows.add(row(row, isNewest), i / ROWS, i % ROWS);
    }
  }

  private HBox row(Row row, boolean isNewest) {
    Label name = new Label(texts.get("window", row.window()));
    name.getStyleClass().add("window-name");
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    Label number = new Label(row.number().map(n -> n.shown()).orElse(texts.get("window.idle")));
    number.getStyleClass().add(row.number().isPresent() ? "window-number" : "window-empty");
    number.setMinWidth(Region.USE_PREF_SIZE);
    Sign sign = new Sign(row.serving() ? Signs.PERSON : Signs.ARROW);
    sign.setVisible(row.number().isPresent());
    HBox box = new HBox(name, room, number, sign);
    box.setId("window-" + row.window());
    box.getStyleClass().add("window-row");
    boolean called = row.number().isPresent() && !row.serving();
    box.pseudoClassStateChanged(CALLED, called);
    if (isNewest) {
      box.getStyleClass().add("newest-row");
    }
    return box;
  }

  private void renderWaiting(BoardState now) {
    waiting.getChildren().clear();
    List<Waiting> lines = now.waiting();
    for (int i = 0; i < lines.size(); i++) {
      Label name = new Label(texts.of(lines.get(i).line()));
      Label ahead = new Label(texts.get("ahead", lines.get(i).ahead()));
      ahead.setId("waiting-" + i);
      ahead.getStyleClass().add("waiting-number");
      ahead.setMinWidth(Region.USE_PREF_SIZE);
      waiting.addRow(i, name, ahead);
    }
  }

  private void renderNotice() {
    List<Name> notices = state.map(BoardState::notices).orElse(List.of());
    notice.setText(notices.isEmpty() ? "" : texts.of(notices.get(noticeShown % notices.size())));
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
