package cn.wuyouhall.clerk;

import cn.wuyouhall.domain.catalogue.Item;
import cn.wuyouhall.domain.catalogue.ItemSearch.Hit;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.station.Cases;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;

/** Ctrl+K: items, cases of this station, commands. Up, down, Enter; Esc leaves. */
final class Palette {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int ITEMS = 6;
  private static final int CASES = 5;
  private static final int CASES_READ = 300;

  private final Around around;
  private final Texts texts;
  private final Desk desk;
  private final DeskPage.PaletteActions actions;
  private final Parent root;
  private List<Cases.Row> cases = List.of();
  private List<Choice> choices = List.of();
  private int chosen;

  private record Choice(Signs sign, String words, String kind, Runnable action) {}

  @FXML private CustomTextField search;
  @FXML private VBox results;

  Palette(Around around, Desk desk, DeskPage.PaletteActions actions) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.actions = actions;
    this.root = Views.load("palette", this, texts);
    search.setLeft(new Sign(Signs.SEARCH));
    search.textProperty().subscribe(this::find);
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    around
        .work()
        .run(() -> around.station().cases().ofThisStation(desk.clerk(), CASES_READ))
        .then(found -> {
          cases = found;
          find();
        });
  }

  private void find() {
    String words = search.getText().strip().toLowerCase(Locale.ROOT);
    List<Choice> all = new ArrayList<>();
    if (!words.isBlank()) {
      for (Hit hit : around.station().findItem().search(words, ITEMS)) {
        Item item = hit.item();
        all.add(
            new Choice(
                Signs.LIST,
                texts.of(item.name()),
                texts.get("palette.item"),
                () -> actions.item(item)));
      }
      cases.stream()
          .filter(row -> CasesPage.matches(row, words))
          .limit(CASES)
          .forEach(row ->
              all.add(
                  new Choice(
                      Signs.PAPER,
                      row.record().caseNo()
                          + "  "
                          + Words.masked(row.record().applicant())
                          + "  "
                          + Words.item(around, row.record()),
                      texts.get("palette.case"),
                      () -> actions.aCase(row))));
    }
    commands().stream()
        .filter(choice -> choice.words().toLowerCase(Locale.ROOT).contains(words))
        .forEach(all::add);
    choices = all;
    chosen = 0;
    render();
  }

  private List<Choice> commands() {
    List<Choice> all = new ArrayList<>(fixedCommands());
    for (Ticket aside : desk.outlook().heldProperty().get()) {
      all.add(
          new Choice(
              Signs.FORWARD,
              texts.get("call.back") + " " + aside.number(),
              "",
              () -> actions.command(() -> desk.callBack(aside))));
    }
    return all;
  }

  private List<Choice> fixedCommands() {
    return List.of(
        command("call.next", "F2", desk::callNext),
        command("call.here", "F7", desk::here),
        command("call.recall", "F3", desk::recall),
        command("call.no-show", "F4", desk::noShow),
        command("call.hold", "F5", desk::hold),
        command("end", "F10", desk::endVisit),
        command("cases", "Ctrl+L", actions::cases),
        command("refused.title", "Ctrl+R", actions::refused),
        command("language", "", () -> actions.language().fire()),
        command("contrast", "", () -> actions.contrast().fire()),
        command("sign-out", "", actions::signOut));
  }

  private Choice command(String key, String keys, Runnable action) {
    return new Choice(Signs.FORWARD, texts.get(key), keys, () -> actions.command(action));
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> move(-1);
      case DOWN -> move(1);
      case ENTER -> {
        if (chosen < choices.size()) {
          choices.get(chosen).action().run();
        }
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    if (!choices.isEmpty()) {
      chosen = Math.floorMod(chosen + by, choices.size());
      render();
    }
  }

  private void render() {
    List<Node> rows = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      rows.add(row(i));
    }
    if (rows.isEmpty()) {
      Label none = new Label(texts.get("palette.none"));
      none.getStyleClass().add("text-quiet");
      rows.add(none);
    }
    results.getChildren().setAll(rows);
  }

  private HBox row(int index) {
    Choice choice = choices.get(index);
    Label words = new Label(choice.words());
    HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Label kind = new Label(choice.kind());
    kind.getStyleClass().add("text-quiet");
    kind.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(new Sign(choice.sign()), words, kind);
    row.setId("palette-result-" + index);
    row.getStyleClass().add("result-line");
    row.pseudoClassStateChanged(CHOSEN, index == chosen);
    row.setOnMouseClicked(event -> choice.action().run());
    return row;
  }

  Parent root() {
    return root;
  }

  void focus() {
    search.requestFocus();
  }
}
