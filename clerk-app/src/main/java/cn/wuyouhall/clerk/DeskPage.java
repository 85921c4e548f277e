package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.station.Cases;
import cn.wuyouhall.station.Links;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Theme;
import cn.wuyouhall.ui.UiTimers;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.ActionButton;
import cn.wuyouhall.ui.controls.DeviceDots;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import cn.wuyouhall.ui.controls.StatusStrip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The desk: bars above and below, calls on the left, the visit in the middle, its guide right. */
final class DeskPage {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final Around around;
  private final Texts texts;
  private final Desk desk;
  private final Runnable signedOut;
  private final Parent root;
  private final VisitPane visitPane;
  private final GuidePane guide;
  private final List<UiTimers.Timer> timers = new ArrayList<>();
  private final CallColumn calls;
  private final Subscription words;
  private Optional<CasesPage> casesPage = Optional.empty();
  private Node focusBefore;

  @FXML private Label window;
  @FXML private Label operator;
  @FXML private Label today;
  @FXML private Button language;
  @FXML private Button contrast;
  @FXML private Button signOut;
  @FXML private ActionButton cases;
  @FXML private ActionButton find;
  @FXML private StatusStrip offline;
  @FXML private StackPane left;
  @FXML private StackPane middle;
  @FXML private StackPane right;
  @FXML private DeviceDots devices;
  @FXML private HBox savedHere;
  @FXML private HBox savedHall;
  @FXML private HBox savedProvince;
  @FXML private ActionButton refused;
  @FXML private VBox below;
  @FXML private StackPane over;

  DeskPage(Around around, Desk desk, Theme theme, Runnable signedOut) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.signedOut = signedOut;
    this.root = Views.load("desk", this, texts);
    this.guide = new GuidePane(around);
    this.visitPane =
        new VisitPane(
            around, desk, guide, this::showPaper, () -> isCovered() || casesPage.isPresent());
    this.calls = new CallColumn(around, desk);
    left.getChildren().setAll(calls.root());
    middle.getChildren().setAll(visitPane.root());
    right.getChildren().setAll(guide.root());
    over.setVisible(false);
    devices.texts(texts);
    LookSwitches.wire(texts, theme, language, contrast);
    signOut.setFocusTraversable(false);
    signOut.setOnAction(event -> signedOut.run());
    cases.setFocusTraversable(false);
    find.setFocusTraversable(false);
    cases.setOnAction(event -> showCases());
    find.setOnAction(event -> showPalette());
    refused.setFocusTraversable(false);
    refused.setOnAction(event -> showRefused());
    desk.outlook().linksProperty().subscribe(this::renderBars);
    desk.outlook().todayProperty().subscribe(this::renderBars);
    desk.outlook().hallAwaySinceProperty().subscribe(this::renderBars);
    desk.visitProperty().subscribe(this::visitChanged);
    words = texts.localeProperty().subscribe(this::renderBars);
    renderBars();
  }

  Parent root() {
    return root;
  }

  Desk model() {
    return desk;
  }

  /** Reads what is there, and again every few seconds for what no news tells. */
  void begin() {
    desk.refresh();
    timers.add(around.timers().every(LOOK_AGAIN, desk::refresh));
    timers.add(around.timers().every(Duration.ofSeconds(1), visitPane::tick));
    root.requestFocus();
  }

  /** Ends what goes on by itself. */
  void close() {
    timers.forEach(UiTimers.Timer::stop);
    words.unsubscribe();
    calls.close();
    visitPane.close();
    guide.close();
    casesPage.ifPresent(CasesPage::close);
    desk.visitProperty().get().ifPresent(v -> v.activeProperty().get().keepNow());
  }

  /** What lay over a visit goes with it; the person who came is shown. */
  private void visitChanged(Optional<Visit> before, Optional<Visit> now) {
    if (before.isPresent() && isCovered()) {
      closeOver();
    }
    if (now.isPresent() && casesPage.isPresent()) {
      leaveCases();
    }
  }

  private void renderBars() {
    window.setText(texts.get("window.no", desk.window()));
    operator.setText(texts.get("operator", desk.clerk().name(), desk.clerk().number()));
    today.setText(texts.count("today", desk.outlook().todayProperty().get().cases()));
    Links links = desk.outlook().linksProperty().get();
    links.devices().forEach(devices::show);
    boolean hallAway = desk.outlook().hallAwaySinceProperty().get().isPresent();
    refused.setText(texts.get("refused.button", links.refused()));
    refused.setVisible(links.refused() > 0);
    refused.setManaged(links.refused() > 0);
    saved(savedHere, true, texts.get("saved.here"));
    saved(
        savedHall,
        !hallAway && links.toHall() == 0,
        hallAway
            ? texts.count("saved.hall.away", links.toHall())
            : links.toHall() == 0
                ? texts.get("saved.hall")
                : texts.count("saved.hall.waiting", links.toHall()));
    String since = links.platformAwaySince().map(Words::time).orElse("");
    saved(
        savedProvince,
        since.isBlank() && links.toProvince() == 0,
        !since.isBlank()
            ? links.toProvince() == 0
                ? texts.get("saved.province.gone", since)
                : texts.get("saved.province.away", links.toProvince(), since)
            : links.toProvince() == 0
                ? texts.get("saved.province")
                : texts.count("saved.province.waiting", links.toProvince()));
    renderOffline(links, since);
  }

  private void renderOffline(Links links, String since) {
    Optional<Instant> hallAway = desk.outlook().hallAwaySinceProperty().get();
    if (hallAway.isPresent()) {
      offline.show(StatusStrip.Tone.WARN, texts.get("offline.hall", Words.time(hallAway.get())));
    } else if (!since.isBlank()) {
      offline.show(
          StatusStrip.Tone.WARN,
          links.toProvince() == 0
              ? texts.get("offline.province.none", since)
              : texts.get("offline.province", since, links.toProvince()));
    } else {
      offline.clear();
    }
  }

  private static void saved(HBox box, boolean good, String words) {
    box.getChildren()
        .setAll(
            good ? Sign.of(Signs.CHECK, "good") : Sign.of(Signs.CLOCK, "warn"), new Label(words));
  }

  private void showCases() {
    if (casesPage.isPresent()) {
      leaveCases();
      return;
    }
    CasesPage page = new CasesPage(around, desk, this::showPaper, this::leaveCases);
    casesPage = Optional.of(page);
    middle.getChildren().setAll(page.root());
    right.setVisible(false);
    right.setManaged(false);
    page.begin();
  }

  private void leaveCases() {
    casesPage.ifPresent(CasesPage::close);
    casesPage = Optional.empty();
    middle.getChildren().setAll(visitPane.root());
    right.setVisible(true);
    right.setManaged(true);
    visitPane.focus();
  }

  private void showPalette() {
    Palette palette = new Palette(around, desk, new PaletteActions());
    cover(palette.root());
    palette.focus();
  }

  private void showPaper(PaperModel paper) {
    PaperView view = new PaperView(around, paper, this::closeOver);
    cover(view.root());
    view.focus();
  }

  private void showRefused() {
    RefusedView view = new RefusedView(around, desk, this::closeOver);
    cover(view.root());
    view.focus();
  }

  private boolean isCovered() {
    return over.isVisible();
  }

  /** What lies below has no keys meanwhile: nobody sees what they would do. */
  private void cover(Parent node) {
    if (!isCovered() && root.getScene() != null) {
      focusBefore = root.getScene().getFocusOwner();
    }
    below.setDisable(true);
    over.getChildren().setAll(node);
    over.setVisible(true);
  }

  private void closeOver() {
    over.getChildren().clear();
    over.setVisible(false);
    below.setDisable(false);
    if (focusBefore != null && focusBefore.getScene() != null) {
      focusBefore.requestFocus();
    } else {
      visitPane.focus();
    }
  }

  /** Ctrl+1 to Ctrl+4: a step of the case on the screen. */
  void step(int index) {
    if (!isCovered() && casesPage.isEmpty()) {
      visitPane.cases().step(index);
    }
  }

  /** Esc: the uppermost thing goes; what was entered stays. */
  void escape() {
    if (isCovered()) {
      closeOver();
    } else if (casesPage.isPresent()) {
      leaveCases();
    } else {
      visitPane.cases().escape();
    }
  }

  /** What the palette can set off. */
  final class PaletteActions {
    void item(Item item) {
      closeOver();
      if (casesPage.isPresent()) {
        leaveCases();
      }
      desk.visitProperty().get().ifPresentOrElse(visit -> visit.take(item), () -> guide.look(item));
    }

    void aCase(Cases.Row row) {
      closeOver();
      if (casesPage.isEmpty()) {
        showCases();
      }
      casesPage.orElseThrow().search(row.record().caseNo());
    }

    void command(Runnable command) {
      closeOver();
      command.run();
    }

    Button language() {
      return language;
    }

    Button contrast() {
      return contrast;
    }

    void cases() {
      showCases();
    }

    void refused() {
      showRefused();
    }

    void signOut() {
      signedOut.run();
    }
  }
}
