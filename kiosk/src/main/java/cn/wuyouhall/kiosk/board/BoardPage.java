package cn.wuyouhall.kiosk.board;

import cn.wuyouhall.domain.hall.Name;
import cn.wuyouhall.domain.queue.TicketNumber;
import cn.wuyouhall.domain.time.HallTime;
import cn.wuyouhall.kiosk.Parts;
import cn.wuyouhall.kiosk.board.BoardState.Call;
import cn.wuyouhall.kiosk.board.BoardState.Row;
import cn.wuyouhall.kiosk.board.BoardState.Waiting;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.UiTimers;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Is it my turn, and where? The board as drawn. */
final class BoardPage {
  private static final PseudoClass CALLED = PseudoClass.getPseudoClass("called");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final int ROWS = 8;
  private static final int AT_ONCE = 2 * ROWS;

  private final Texts texts;
  private final Parent root;
  private final Blink blink;
  private Optional<BoardState> state = Optional.empty();
  private Optional<Call> flashed = Optional.empty();
  private int turn;

  @FXML private Label hallName;
  @FXML private Label clockLabel;
  @FXML private Label asOf;
  @FXML private Region newestPanel;
  @FXML private Label newest;
  @FXML private GridPane windows;
  @FXML private GridPane waiting;
  @FXML private HBox foot;
  @FXML private Label notice;

  BoardPage(Texts texts, UiTimers timers) {
    this.texts = texts;
    this.root = Views.load("board", this, texts);
    this.blink = new Blink(newestPanel, timers);
    foot.widthProperty().subscribe(() -> render());
    notice.fontProperty().subscribe(() -> render());
  }

  Parent root() {
    return root;
  }

  /** What the clock shows. */
  void tick(Instant now) {
    clockLabel.setText(CLOCK.format(HallTime.local(now)));
  }

  /** The next notice, and the next windows of a hall with more than stand here at once. */
  void turn() {
    turn++;
    render();
  }

  /** Shows this state from now on. */
  void show(Optional<BoardState> seen) {
    state = seen;
    render();
  }

  /** Draws it again, for another language. */
  void render() {
    state.ifPresent(this::render);
    if (state.isEmpty()) {
      newest.setText(texts.get("newest.none"));
      Parts.show(asOf, false);
    }
  }

  private void render(BoardState now) {
    hallName.setText(texts.of(now.hall()));
    asOf.setText(texts.get("as-of", CLOCK.format(HallTime.local(now.asOf()))));
    Parts.show(asOf, !now.current());
    renderWindows(now);
    renderWaiting(now.waiting());
    renderNotice(now.notices());
    renderNewest(now);
  }

  private void renderNewest(BoardState now) {
    newest.setText(
        now.newest()
            .map(call -> texts.get("newest", call.number().shown(), call.window()))
            .orElseGet(() -> texts.get("newest.none")));
    newestPanel.pseudoClassStateChanged(CALLED, now.newest().isPresent());
    now.newest()
        .filter(this::isNew)
        .ifPresent(call -> {
          flashed = now.newest();
          blink.begin();
        });
  }

  /** An older call that is the newest again, because a later one was answered, is not new. */
  private boolean isNew(Call call) {
    return flashed
        .map(before -> !call.equals(before) && !call.since().isBefore(before.since()))
        .orElse(true);
  }

  private void renderWindows(BoardState now) {
    windows.getChildren().clear();
    int pages = Math.max(1, (now.rows().size() + AT_ONCE - 1) / AT_ONCE);
    List<Row> rows = now.rows().stream().skip((long) turn % pages * AT_ONCE).toList();
    for (int i = 0; i < Math.min(AT_ONCE, rows.size()); i++) {
      Row row = rows.get(i);
      boolean isNewest = now.newest().filter(call -> call.window() == row.window()).isPresent();
      windows.add(row(row, isNewest), i / ROWS, i % ROWS);
    }
  }

  private HBox row(Row row, boolean isNewest) {
    Label name = new Label(texts.get("window", row.window()));
    name.getStyleClass().add("window-name");
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    Label number =
        new Label(row.number().map(TicketNumber::shown).orElse(texts.get("window.idle")));
    number.getStyleClass().add(row.number().isPresent() ? "window-number" : "window-empty");
    number.setMinWidth(Region.USE_PREF_SIZE);
    Sign sign = new Sign(row.serving() ? Signs.PERSON : Signs.ARROW);
    sign.setVisible(row.number().isPresent());
    HBox box = new HBox(name, room, number, sign);
    box.setId("window-" + row.window());
    box.getStyleClass().add("window-row");
    box.pseudoClassStateChanged(CALLED, row.number().isPresent() && !row.serving());
    if (isNewest) {
      box.getStyleClass().add("newest-row");
    }
    return box;
  }

  private void renderWaiting(List<Waiting> lines) {
    waiting.getChildren().clear();
    for (int i = 0; i < lines.size(); i++) {
      Label name = new Label(texts.of(lines.get(i).line()));
      Label ahead = new Label(texts.get("ahead", lines.get(i).ahead()));
      ahead.setId("waiting-" + i);
      ahead.getStyleClass().add("waiting-number");
      ahead.setMinWidth(Region.USE_PREF_SIZE);
      waiting.addRow(i, name, ahead);
    }
  }

  private void renderNotice(List<Name> notices) {
    List<String> pieces =
        notices.stream()
            .map(texts::of)
            .flatMap(one -> Pieces.of(one, texts.localeProperty().get(), this::fits).stream())
            .toList();
    notice.setText(pieces.isEmpty() ? "" : pieces.get(turn % pieces.size()));
  }

  private boolean fits(String piece) {
    Text drawn = new Text(piece);
    drawn.setFont(notice.getFont());
    double room = foot.getWidth() - foot.snappedLeftInset() - foot.snappedRightInset();
    return room <= 0 || drawn.getLayoutBounds().getWidth() <= room;
  }
}
