package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.kiosk.Parts;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.NumberHero;
import cn.wuyouhall.ui.controls.StatusStrip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** In the middle: look a ticket up, see how it stands, settle it. */
final class TicketPart {
  private final Around around;
  private final Texts texts;
  private final GuideDesk desk;
  private final GuideRows rows;
  private final Parent root;

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

  TicketPart(Around around, GuideDesk desk, GuideRows rows) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.rows = rows;
    this.root = Views.load("ticket", this, texts);
    replace.setOnAction(event -> desk.replace());
    confirmPaper.setOnAction(event -> desk.confirm());
    takeBack.setOnAction(event -> desk.takeBack());
    lookup.setOnAction(event -> lookUp());
    desk.saidProperty().subscribe(this::say);
  }

  private void lookUp() {
    String text = lookup.getText();
    leaveField();
    root.requestFocus();
    desk.lookUp(text);
  }

  /** The field for numbers, with what was typed before it had the focus. */
  void typeNumber(String begun) {
    lookup.requestFocus();
    lookup.setText(begun);
    lookup.positionCaret(begun.length());
  }

  /** Empties the field; whether it had the focus. */
  boolean leaveField() {
    lookup.clear();
    return lookup.isFocused();
  }

  void render(Instant now) {
    Optional<Ticket> shown = desk.shown().ticketProperty().get();
    Parts.show(ticketPanel, shown.isPresent());
    Parts.show(noTicket, shown.isEmpty());
    shown.ifPresent(ticket -> render(ticket, now));
    replace.setForbidden(desk.whyNotReplace());
    confirmPaper.setForbidden(desk.whyNotConfirm());
    takeBack.setForbidden(desk.whyNotTakeBack());
    List<Ticket> several = desk.shown().foundProperty().get();
    Parts.show(found, shown.isPresent() && !several.isEmpty());
    List<Button> theirs = new ArrayList<>();
    for (int i = 0; i < several.size(); i++) {
      Ticket one = several.get(i);
      boolean chosen = shown.filter(t -> t.id().equals(one.id())).isPresent();
      theirs.add(rows.found(i, one, chosen, now, () -> desk.select(one)));
    }
    GuideRows.put(found, theirs);
  }

  private void render(Ticket ticket, Instant now) {
    number.show(ticket.number());
    ticketLine.setText(
        texts.get(
            "ticket.line",
            GuideWords.line(texts, around.jobs().rules(), ticket.line()),
            GuideWords.clock(ticket.issuedAt())));
    ticketState.setText(GuideWords.state(texts, ticket, now));
    ticketHolder.setText(ticket.holder().map(GuideWords::holder).orElse(""));
    Parts.show(ticketHolder, ticket.holder().isPresent());
    hint.setText(GuideWords.hint(texts, ticket));
    Parts.show(hint, !hint.getText().isBlank());
  }

  private void say(Said sentence) {
    if (sentence.text().isBlank()) {
      said.clear();
    } else {
      said.show(sentence.tone(), sentence.text());
    }
  }

  Parent root() {
    return root;
  }
}
