package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.devices.DeviceState;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.station.GuideTickets.LineNow;
import cn.wuyouhall.station.GuideTickets.Look;
import cn.wuyouhall.station.IssueOutcome;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.NumberHero;
import cn.wuyouhall.ui.controls.StatusStrip;
import cn.wuyouhall.ui.controls.StatusStrip.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The guide desk as drawn: lines, ticket and what waits, a number for someone. */
final class GuidePage {
  private static final int MOST_WANTING = 7;

  private final Around around;
  private final Texts texts;
  private final GuideDesk desk;
  private final GuideRows rows;
  private final Parent root;

  @FXML private Label title;
  @FXML private Label totals;
  @FXML private Label clockLabel;
  @FXML private Button language;
  @FXML private ActionButton signOut;
  @FXML private StatusStrip offline;
  @FXML private StatusStrip printer;
  @FXML private VBox lines;
  @FXML private Label day;
  @FXML private TextField lookup;
  @FXML private StatusStrip said;
  @FXML private Region noTicket;
  @FXML private Region ticketPanel;
  @FXML private NumberHero number;
  @FXML private Label ticketLine;
  @FXML private Label ticketState;
  @FXML private Label ticketHolder;
  @FXML private Label hint;
  @FXML private VBox found;
  @FXML private ActionButton replace;
  @FXML private ActionButton confirmPaper;
  @FXML private ActionButton takeBack;
  @FXML private Label wantingTitle;
  @FXML private VBox alerts;
  @FXML private Region noAlerts;
  @FXML private Label moreAlerts;
  @FXML private Label issueLine;
  @FXML private Label card;
  @FXML private ActionButton issue;
  @FXML private Region asking;
  @FXML private ActionButton paperYes;
  @FXML private ActionButton paperNo;
  @FXML private Region issuedPanel;
  @FXML private NumberHero issuedNumber;
  @FXML private Label issuedWait;

  GuidePage(Around around, GuideDesk desk, Runnable signOutJob) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.root = Views.load("guide", this, texts);
    this.rows = new GuideRows(around);
    issue.setOnAction(event -> desk.issue());
    replace.setOnAction(event -> desk.replace());
    confirmPaper.setOnAction(event -> desk.confirm());
    takeBack.setOnAction(event -> desk.takeBack());
    paperYes.setOnAction(event -> desk.paperCame(true));
    paperNo.setOnAction(event -> desk.paperCame(false));
    signOut.setOnAction(event -> signOutJob.run());
    language.setOnAction(event -> texts.show(texts.isChinese() ? Texts.ENGLISH : Texts.CHINESE));
    lookup.setOnAction(event -> lookUp());
    texts.localeProperty().subscribe(this::render);
    desk.lookProperty().subscribe(this::render);
    desk.awaySinceProperty().subscribe(this::render);
    desk.printerProperty().subscribe(this::render);
    desk.lineProperty().subscribe(this::render);
    desk.cardProperty().subscribe(this::render);
    desk.foundProperty().subscribe(this::render);
    desk.ticketProperty().subscribe(this::render);
    desk.issuedProperty().subscribe(this::render);
    desk.askedProperty().subscribe(this::render);
    desk.saidProperty().subscribe(this::renderSaid);
    desk.askedProperty()
        .subscribe(question -> {
          if (question.isPresent()) {
            paperYes.requestFocus();
          }
        });
  }

  private void lookUp() {
    String text = lookup.getText();
    lookup.clear();
    root.requestFocus();
    desk.lookUp(text);
  }

  /** The field for numbers, with what was typed before it had the focus. */
  void typeNumber(String begun) {
    lookup.requestFocus();
    lookup.setText(begun);
    lookup.positionCaret(begun.length());
  }

  /** Esc: first the field, then the desk. */
  void escape() {
    if (lookup.isFocused()) {
      lookup.clear();
      root.requestFocus();
    } else if (desk.askedProperty().get().isEmpty()) {
      desk.clear();
      root.requestFocus();
    }
  }

  private void render() {
    Instant now = around.clock().instant();
    String who = desk.guide().name();
    title.setText(texts.get("desk.title", desk.guide().number(), who));
    clockLabel.setText(GuideWords.clock(now));
    renderStrips();
    desk.lookProperty().get().ifPresent(look -> renderLook(look, now));
    renderTicket(now);
    renderIssue();
  }

  private void renderStrips() {
    desk.awaySinceProperty()
        .get()
        .ifPresentOrElse(
            since -> offline.show(Tone.WARN, texts.get("offline", GuideWords.clock(since))),
            offline::clear);
    DeviceState state = desk.printerProperty().get();
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

  private void renderLook(Look look, Instant now) {
    int waiting = look.lines().stream().mapToInt(LineNow::waiting).sum();
    long longest =
        look.lines().stream()
            .flatMap(line -> line.oldest().stream())
            .mapToLong(since -> GuideWords.minutes(since, now))
            .max()
            .orElse(0);
    totals.setText(texts.get("desk.totals", waiting, longest));
    day.setText(texts.get("desk.day", look.issued(), look.served(), look.noShow()));
    List<Button> shown = new ArrayList<>();
    for (int i = 0; i < look.lines().size(); i++) {
      int key = i + 1;
      LineNow line = look.lines().get(i);
      boolean chosen = desk.lineProperty().get().equals(Optional.of(line.line().id()));
      shown.add(rows.line(key, line, chosen, () -> desk.choose(key)));
    }
    GuideRows.put(lines, shown);
    renderWanting(look.wanting());
  }

  private void renderWanting(List<Ticket> wanting) {
    wantingTitle.setText(
        wanting.isEmpty() ? texts.get("alerts.title") : texts.get("alerts.count", wanting.size()));
    show(noAlerts, wanting.isEmpty());
    List<Button> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_WANTING, wanting.size()); i++) {
      int key = i + 1;
      shown.add(rows.wanting(key, wanting.get(i), () -> desk.selectWanting(key)));
    }
    GuideRows.put(alerts, shown);
    int more = wanting.size() - MOST_WANTING;
    show(moreAlerts, more > 0);
    moreAlerts.setText(texts.get("alerts.more", more));
  }

  private void renderTicket(Instant now) {
    Optional<Ticket> shown = desk.ticketProperty().get();
    show(ticketPanel, shown.isPresent());
    show(noTicket, shown.isEmpty());
    shown.ifPresent(ticket -> {
      number.show(ticket.number());
      ticketLine.setText(
          texts.get(
              "ticket.line",
              GuideWords.line(texts, around.jobs().rules(), ticket.line()),
              GuideWords.clock(ticket.issuedAt())));
      ticketState.setText(GuideWords.state(texts, ticket, now));
      ticketHolder.setText(ticket.holder().map(GuideWords::holder).orElse(""));
      show(ticketHolder, ticket.holder().isPresent());
      hint.setText(GuideWords.hint(texts, ticket));
      show(hint, !hint.getText().isBlank());
    });
    replace.setForbidden(desk.whyNotReplace());
    confirmPaper.setForbidden(desk.whyNotConfirm());
    takeBack.setForbidden(desk.whyNotTakeBack());
    List<Ticket> several = desk.foundProperty().get();
    show(found, shown.isPresent() && !several.isEmpty());
    List<Button> theirs = new ArrayList<>();
    for (int i = 0; i < several.size(); i++) {
      Ticket one = several.get(i);
      boolean chosen = shown.filter(t -> t.id().equals(one.id())).isPresent();
      theirs.add(rows.found(i, one, chosen, now, () -> desk.select(one)));
    }
    GuideRows.put(found, theirs);
  }

  private void renderIssue() {
    issueLine.setText(
        desk.chosen().map(now -> texts.of(now.line().name())).orElse(texts.get("issue.no-line")));
    card.setText(
        desk.cardProperty()
            .get()
            .map(GuideWords::holder)
            .orElseGet(() -> around.jobs().readsCards() ? texts.get("issue.card") : ""));
    show(card, !card.getText().isBlank());
    issue.setForbidden(desk.whyNotIssue());
    show(asking, desk.askedProperty().get().isPresent());
    Optional<IssueOutcome.Issued> done = desk.issuedProperty().get();
    show(issuedPanel, done.isPresent());
    done.ifPresent(issued -> {
      issuedNumber.show(issued.ticket().number());
      issuedWait.setText(
          GuideWords.ahead(texts, issued.ahead())
              + "\n"
              + GuideWords.wait(texts, issued.estimate()));
    });
  }

  private void renderSaid() {
    Said sentence = desk.saidProperty().get();
    if (sentence.text().isBlank()) {
      said.clear();
    } else {
      said.show(sentence.tone(), sentence.text());
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  Parent root() {
    return root;
  }
}
