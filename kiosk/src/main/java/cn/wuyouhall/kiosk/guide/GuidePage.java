package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.station.GuideTickets.LineNow;
import cn.wuyouhall.station.GuideTickets.Look;
import cn.wuyouhall.ui.Finger;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.StatusStrip;
import cn.wuyouhall.ui.controls.StatusStrip.Tone;
import java.time.Instant;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The guide desk as drawn: its head, and the parts below it beside each other. */
final class GuidePage {
  private final Around around;
  private final Texts texts;
  private final GuideDesk desk;
  private final LinesPart lines;
  private final TicketPart ticket;
  private final AlertsPart alerts;
  private final IssuePart issue;
  private final Parent root;
  private final Finger finger;
  private final Runnable draw = this::draw;

  @FXML private Label title;
  @FXML private Label totals;
  @FXML private Label clockLabel;
  @FXML private Button language;
  @FXML private ActionButton signOut;
  @FXML private StatusStrip offline;
  @FXML private StatusStrip printer;
  @FXML private HBox body;
  @FXML private VBox middle;

  GuidePage(Around around, GuideDesk desk, Finger finger, Runnable signOutJob) {
    this.finger = finger;
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.root = Views.load("guide", this, texts);
    GuideRows rows = new GuideRows(around);
    this.lines = new LinesPart(around, desk, rows);
    this.ticket = new TicketPart(around, desk, rows);
    this.alerts = new AlertsPart(around, desk, rows);
    this.issue = new IssuePart(around, desk);
    middle.getChildren().addAll(ticket.root(), alerts.root());
    body.getChildren().addFirst(lines.root());
    body.getChildren().addLast(issue.root());
    signOut.setOnAction(event -> {
      if (desk.whyNotLeave().isBlank()) {
        signOutJob.run();
      }
    });
    language.setOnAction(event -> texts.show(texts.isChinese() ? Texts.ENGLISH : Texts.CHINESE));
    texts.localeProperty().subscribe(this::render);
    desk.hall().lookProperty().subscribe(this::render);
    desk.hall().awaySinceProperty().subscribe(this::render);
    desk.hall().printerProperty().subscribe(this::render);
    desk.lineProperty().subscribe(this::render);
    desk.cardProperty().subscribe(this::render);
    desk.shown().foundProperty().subscribe(this::render);
    desk.shown().ticketProperty().subscribe(this::render);
    desk.issuedProperty().subscribe(this::render);
    desk.askedProperty().subscribe(this::render);
    desk.askedProperty()
        .subscribe(question -> {
          if (question.isPresent()) {
            issue.askForAnswer();
          }
        });
  }

  /** The field for numbers, with what was typed before it had the focus. */
  void typeNumber(String begun) {
    ticket.typeNumber(begun);
  }

  /** Esc: first the field, then the desk. */
  void escape() {
    if (!ticket.leaveField() && desk.askedProperty().get().isEmpty()) {
      desk.clear();
    }
    root.requestFocus();
  }

  private void render() {
    finger.whenUp(draw);
  }

  private void draw() {
    Instant now = around.clock().instant();
    title.setText(texts.get("desk.title", desk.guide().number(), desk.guide().name()));
    clockLabel.setText(GuideWords.clock(now));
    signOut.setForbidden(desk.askedProperty().get().isPresent() ? desk.whyNotLeave() : "");
    desk.hall().lookProperty().get().ifPresent(look -> totals.setText(totals(look, now)));
    renderStrips();
    lines.render();
    ticket.render(now);
    alerts.render();
    issue.render();
  }

  private String totals(Look look, Instant now) {
    int waiting = look.lines().stream().mapToInt(LineNow::waiting).sum();
    long longest =
        look.lines().stream()
            .flatMap(line -> line.oldest().stream())
            .mapToLong(since -> GuideWords.minutes(since, now))
            .max()
            .orElse(0);
    return texts.get("desk.totals", waiting, longest);
  }

  private void renderStrips() {
    desk.hall()
        .awaySinceProperty()
        .get()
        .ifPresentOrElse(
            since -> offline.show(Tone.WARN, texts.get("offline", GuideWords.clock(since))),
            offline::clear);
    DeviceState state = desk.hall().printerProperty().get();
    if (state.health() == DeviceState.Health.GOOD) {
      printer.clear();
    } else {
      String key = "device." + state.code();
      String what = texts.has(key) ? texts.get(key) : texts.get("device.health." + state.health());
      String todo = texts.has(key + ".todo") ? texts.get(key + ".todo") : "";
      boolean away = state.health() == DeviceState.Health.AWAY;
      printer.show(away ? Tone.BAD : Tone.WARN, texts.get("printer.trouble", what, todo));
    }
  }

  Parent root() {
    return root;
  }
}
