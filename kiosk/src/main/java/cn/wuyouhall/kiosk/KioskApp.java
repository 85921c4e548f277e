package cn.wuyouhall.kiosk;

import cn.wuyouhall.domain.time.Pace;
import cn.wuyouhall.ui.Background;
import cn.wuyouhall.ui.Finger;
import cn.wuyouhall.ui.Glass;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Theme;
import cn.wuyouhall.ui.UiTimers;
import cn.wuyouhall.ui.Views;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Dimension2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * The self-service kiosk on a stage: its pages, wired to the jobs, and what lies over all pages
 * (the card that was left, "still there?"). Make, show and close it on the FX thread.
 */
public final class KioskApp implements AutoCloseable {
  /** An upright kiosk. */
  public static final Dimension2D UPRIGHT = new Dimension2D(1080, 1920);

  /** A wide kiosk. */
  public static final Dimension2D WIDE = new Dimension2D(1366, 768);

  private static final PseudoClass CLOSE = PseudoClass.getPseudoClass("close");

  private final Stage stage;
  private final Background work;
  private final Texts texts = Texts.of("kiosk");
  private final Theme theme;
  private final KioskVisit visit;
  private final Around around;
  private final Map<Class<? extends Page>, PageView> pages = new HashMap<>();
  private final Scene scene;
  private final Finger finger;
  private final Runnable draw = this::draw;

  @FXML private StackPane host;
  @FXML private Region cardReminder;
  @FXML private Region stillThere;
  @FXML private Button stillYes;

  /**
   * How the kiosk is set up.
   *
   * @param size of the scene
   * @param glass it is seen on
   * @param clock hall time
   * @param pace of hall time
   * @param tapOnce whether the second tap of a double tap is ignored, as on a glass in a hall
   * @param language its own, to which it goes back after each visit
   */
  public record SetUp(
      Dimension2D size,
      Glass glass,
      InstantSource clock,
      Pace pace,
      boolean tapOnce,
      Locale language) {}

  /** A kiosk with these jobs on this stage; {@link #show} shows it. */
  public KioskApp(KioskJobs jobs, Stage stage, SetUp setUp) {
    this.stage = stage;
    this.work = Background.threads("kiosk");
    this.theme = new Theme(Theme.Surface.KIOSK, setUp.glass());
    texts.show(setUp.language());
    UiTimers timers = UiTimers.on(setUp.pace());
    this.visit = new KioskVisit(jobs, work, timers, texts, setUp.clock());
    this.around = new Around(visit, jobs, texts, theme, timers, setUp.clock());
    Parent frame = Views.load("frame", this, texts);
    this.scene = new Scene(frame, setUp.size().getWidth(), setUp.size().getHeight());
    this.finger = new Finger(scene);
    theme.dress(scene, "kiosk.css");
    if (setUp.tapOnce()) {
      scene.addEventFilter(MouseEvent.ANY, new SecondTap());
    }
    wire(jobs);
  }

  private void wire(KioskJobs jobs) {
    visit.largeProperty().subscribe(theme::large);
    visit.pageProperty().subscribe(this::forgetAfterTheVisit);
    visit.pageProperty().subscribe(this::render);
    visit.hall().offersProperty().subscribe(this::render);
    visit.typing().foundProperty().subscribe(this::render);
    visit.typing().typedProperty().subscribe(this::render);
    visit.hall().awayProperty().subscribe(this::render);
    visit.hall().printerAwayProperty().subscribe(this::render);
    visit.largeProperty().subscribe(this::render);
    visit.cardToTakeProperty().subscribe(this::render);
    texts.localeProperty().subscribe(this::render);
    visit.cardToTakeProperty().subscribe(this::moveClose);
    cardReminder.visibleProperty().bind(visit.cardToTakeProperty());
    cardReminder.managedProperty().bind(cardReminder.visibleProperty());
    stillThere.visibleProperty().bind(visit.asksStillThereProperty());
    visit
        .asksStillThereProperty()
        .subscribe(asks -> {
          if (asks) {
            stillYes.requestFocus();
          }
        });
    stillYes.setOnAction(event -> visit.stillHere());
    scene.addEventFilter(InputEvent.ANY, this::noticed);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    jobs.onCard(event -> Platform.runLater(() -> visit.onPlate(event)));
    jobs.onNews(() -> Platform.runLater(visit.hall()::refresh));
    render();
    visit.hall().refresh();
  }

  private void forgetAfterTheVisit(Page page) {
    if (page instanceof Page.Idle) {
      pages.values().forEach(PageView::forget);
    }
  }

  /** On a wide glass the reminder takes room that the pages below it would lack. */
  private void moveClose(boolean reminds) {
    scene.getRoot().pseudoClassStateChanged(CLOSE, reminds && Around.isWide(scene.getRoot()));
  }

  private void noticed(InputEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED
        || event.getEventType() == TouchEvent.TOUCH_PRESSED
        || event.getEventType() == KeyEvent.KEY_PRESSED) {
      visit.touched();
    }
  }

  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      visit.back();
    }
  }

  private void render() {
    finger.whenUp(draw);
  }

  private void draw() {
    Page page = visit.pageProperty().get();
    PageView view = pages.get(page.getClass());
    if (view == null) {
      view = PAGES.get(page.getClass()).apply(around);
      pages.put(page.getClass(), view);
    }
    if (host.getChildren().size() != 1 || !host.getChildren().getFirst().equals(view.root())) {
      host.getChildren().setAll(view.root());
      view.root().requestFocus();
    }
    view.render(page);
  }

  private static final Map<Class<? extends Page>, Function<Around, PageView>> PAGES =
      Map.of(
          Page.Idle.class, IdlePage::new,
          Page.Choose.class, ChoosePage::new,
          Page.Items.class, ItemsPage::new,
          Page.Search.class, SearchPage::new,
          Page.Printing.class, PrintingPage::new,
          Page.Success.class, SuccessPage::new,
          Page.AskPaper.class, AskPaperPage::new,
          Page.Trouble.class, TroublePage::new,
          Page.Help.class, HelpPage::new);

  /** Shows it; a full screen is the caller's choice, on the stage. */
  public void show() {
    stage.setTitle(texts.of(around.jobs().rules().name()));
    stage.setScene(scene);
    stage.show();
  }

  /** High contrast on or off. */
  public void contrast(boolean on) {
    theme.contrast(on);
  }

  /** Its scene, for pictures. */
  public Scene scene() {
    return scene;
  }

  /** The visit it shows, for a player that needs to know the page. */
  public KioskVisit visit() {
    return visit;
  }

  /** Its texts, to switch the language for pictures. */
  public Texts texts() {
    return texts;
  }

  /** Hides it and ends its threads. */
  @Override
  public void close() {
    around.timers().close();
    theme.forget(scene);
    stage.hide();
    work.close();
  }
}
