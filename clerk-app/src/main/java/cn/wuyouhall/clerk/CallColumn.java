package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.queue.Priority;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.StatusStrip;
import cn.wuyouhall.ui.controls.UndoBar;
import java.time.Instant;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The calls, with their keys, and who waits. */
final class CallColumn {
  private final Around around;
  private final Texts texts;
  private final Desk desk;
  private final Parent root;
  private final Subscription words;

  @FXML private ActionButton callNext;
  @FXML private ActionButton here;
  @FXML private ActionButton recall;
  @FXML private ActionButton noShow;
  @FXML private ActionButton hold;
  @FXML private Label why;
  @FXML private UndoBar undo;
  @FXML private StatusStrip sentence;
  @FXML private Label count;
  @FXML private VBox waiting;
  @FXML private VBox heldBox;
  @FXML private VBox held;

  CallColumn(Around around, Desk desk) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.root = Views.load("calls", this, texts);
    List.of(callNext, here, recall, noShow, hold).forEach(key -> key.setFocusTraversable(false));
    callNext.setOnAction(event -> desk.callNext());
    here.setOnAction(event -> desk.here());
    recall.setOnAction(event -> desk.recall());
    noShow.setOnAction(event -> desk.noShow());
    hold.setOnAction(event -> desk.hold());
    desk.currentProperty().subscribe(this::render);
    desk.visitProperty().subscribe(this::render);
    desk.outlook().waitingProperty().subscribe(this::renderLists);
    desk.outlook().heldProperty().subscribe(this::renderLists);
    desk.outlook().minuteProperty().subscribe(this::renderLists);
    desk.sentenceProperty().subscribe(words -> sentence.say(words));
    desk.undoableProperty().subscribe(this::offerUndo);
    words = texts.localeProperty().subscribe(this::render);
    undo.texts(texts);
    render();
  }

  Parent root() {
    return root;
  }

  /** Lets go of what outlives it. */
  void close() {
    words.unsubscribe();
  }

  private void render() {
    callNext.setForbidden(desk.whyNotNext());
    String notCalled = desk.whyNotCalled();
    here.setForbidden(notCalled);
    recall.setForbidden(notCalled);
    noShow.setForbidden(notCalled);
    hold.setForbidden(desk.whyNotHold());
    boolean nobody = desk.currentProperty().get().isEmpty();
    why.setText(nobody ? notCalled : desk.whyNotNext());
    renderLists();
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void offerUndo() {
    desk.undoableProperty()
        .get()
        .ifPresentOrElse(
            number ->
                undo.offer(
                    texts.bound("call.undo", number),
                    desk.undoTime(),
                    around.timers(),
                    desk::takeBack),
            undo::clear);
  }

  private void renderLists() {
    Instant now = around.station().clock().instant();
    List<Ticket> waits = desk.outlook().waitingProperty().get();
    count.setText(Words.waiting(texts, waits.size()));
    waiting.getChildren().setAll(waits.stream().map(ticket -> waits(ticket, now)).toList());
    if (waits.isEmpty()) {
      Label nobody = new Label(texts.get("waiting.nobody"));
      nobody.getStyleClass().add("text-quiet");
      waiting.getChildren().setAll(nobody);
    }
    List<Ticket> aside = desk.outlook().heldProperty().get();
    held.getChildren().setAll(aside.stream().map(this::aside).toList());
    show(heldBox, !aside.isEmpty());
  }

  private HBox waits(Ticket ticket, Instant now) {
    HBox row = row(ticket);
    row.setId("waiting-" + ticket.number());
    if (ticket.priority() != Priority.NONE) {
      Label sign = new Label(texts.get("priority." + ticket.priority()));
      sign.getStyleClass().add("priority");
      row.getChildren().add(1, sign);
    }
    Label wait = new Label(texts.count("minutes.waited", Words.minutes(ticket.issuedAt(), now)));
    wait.getStyleClass().add("text-quiet");
    row.getChildren().add(wait);
    return row;
  }

  private HBox aside(Ticket ticket) {
    HBox row = row(ticket);
    Button back = new Button(texts.get("call.back"));
    back.setId("call-back-" + ticket.number());
    back.setDisable(desk.currentProperty().get().isPresent());
    back.getStyleClass().add("compact");
    back.setOnAction(event -> desk.callBack(ticket));
    row.getChildren().add(back);
    return row;
  }

  private static HBox row(Ticket ticket) {
    Label number = new Label(ticket.number().shown());
    number.getStyleClass().add("text-strong");
    number.setMinWidth(Region.USE_PREF_SIZE);
    Region room = new Region();
    HBox.setHgrow(room, javafx.scene.layout.Priority.ALWAYS);
    HBox row = new HBox(number, room);
    row.getStyleClass().add("queue-row");
    return row;
  }
}
