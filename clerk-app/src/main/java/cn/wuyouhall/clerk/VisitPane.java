package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.hall.Line;
import cn.wuyouhall.domain.queue.HallQueue.Current;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.domain.rating.RatingBox.Progress;
import cn.wuyouhall.domain.rating.RatingOutcome;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.EmptyState;
import cn.wuyouhall.ui.controls.NumberHero;
import cn.wuyouhall.ui.controls.Signs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The middle of the desk: nobody, somebody called, or the visit with its cases. */
final class VisitPane {
  private final Around around;
  private final Texts texts;
  private final Desk desk;
  private final CasePane cases;
  private final Parent root;
  private final Subscription words;

  @FXML private VBox free;
  @FXML private EmptyState nobody;
  @FXML private Label rating;
  @FXML private VBox called;
  @FXML private Label calledHow;
  @FXML private NumberHero calledNumber;
  @FXML private Label calledWho;
  @FXML private Label calledWait;
  @FXML private VBox serving;
  @FXML private NumberHero number;
  @FXML private Label who;
  @FXML private Label line;
  @FXML private Label elapsed;

  VisitPane(
      Around around,
      Desk desk,
      GuidePane guide,
      Consumer<PaperModel> showPaper,
      BooleanSupplier covered) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.root = Views.load("visit", this, texts);
    this.cases = new CasePane(around, desk, guide, showPaper, covered, this::renderHead);
    serving.getChildren().add(cases.root());
    VBox.setVgrow(cases.root(), Priority.ALWAYS);
    desk.currentProperty().subscribe(this::render);
    desk.visitProperty().subscribe(this::render);
    desk.outlook().waitingProperty().subscribe(this::render);
    desk.lastProperty().subscribe(this::render);
    words = texts.localeProperty().subscribe(this::render);
    render();
  }

  Parent root() {
    return root;
  }

  private Optional<Visit> visit() {
    return desk.visitProperty().get();
  }

  private Optional<CaseModel> active() {
    return visit().map(now -> now.activeProperty().get());
  }

  private void render() {
    Optional<Current> now = desk.currentProperty().get();
    boolean isServing = visit().isPresent();
    show(free, now.isEmpty() && !isServing);
    show(called, now.isPresent() && !isServing);
    show(serving, isServing);
    int waits = desk.outlook().waitingProperty().get().size();
    nobody.show(Signs.WINDOW, texts.get("free.title"), waiting(waits));
    rating.setText(
        desk.lastProperty()
            .get()
            .map(one -> texts.get("rating.of", one.number(), ratingWord(one.rating())))
            .orElse(""));
    renderHead();
    cases.follow(visit());
  }

  private String waiting(int read) {
    if (read == 0) {
      return texts.get("free.nobody");
    }
    return read < Outlook.WAITING_READ
        ? texts.count("free.waiting", read)
        : texts.get("free.waiting.many", read);
  }

  private String ratingWord(Optional<Progress> progress) {
    Optional<RatingOutcome> outcome = progress.flatMap(Progress::outcome);
    if (outcome.isEmpty()) {
      return texts.get("rating.asked");
    }
    return texts.get(outcome.get() == RatingOutcome.ANSWERED ? "rating.done" : "rating.not-rated");
  }

  private void renderHead() {
    desk.currentProperty().get().ifPresent(this::renderTicket);
  }

  private void renderTicket(Current now) {
    Ticket ticket = now.ticket();
    String person = ticket.holder().map(Words::masked).orElse("");
    String lineName =
        around.station().rules().line(ticket.line()).map(Line::name).map(texts::of).orElse("");
    calledNumber.show(ticket.number());
    number.show(ticket.number());
    calledHow.setText(texts.count("called.times", Math.max(1, ticket.calls())));
    calledWho.setText(person.isBlank() ? lineName : person + " · " + lineName);
    String waited = texts.count("waited", Words.minutes(ticket.issuedAt(), now.since()));
    calledWait.setText(waited);
    String name =
        active()
            .map(model -> model.applicant().person())
            .map(Words::masked)
            .filter(word -> !word.isBlank())
            .orElse(person);
    who.setText(name.isBlank() ? texts.get("who.unknown") : name);
    line.setText(lineName + " · " + waited);
    tick();
  }

  /** Lets go of what outlives it. */
  void close() {
    words.unsubscribe();
    cases.close();
  }

  /** The clock of the visit. */
  void tick() {
    Instant instant = around.station().clock().instant();
    desk.currentProperty()
        .get()
        .ifPresent(now -> elapsed.setText(Words.elapsed(Duration.between(now.since(), instant))));
  }

  /** The cases of the visit before the window. */
  CasePane cases() {
    return cases;
  }

  /** Puts the focus where the next key belongs. */
  void focus() {
    if (visit().isPresent()) {
      cases.focus();
    } else {
      root.requestFocus();
    }
  }

  private static void show(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
