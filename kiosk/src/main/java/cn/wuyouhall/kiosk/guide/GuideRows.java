package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.domain.people.Masking;
import cn.wuyouhall.domain.queue.Ticket;
import cn.wuyouhall.station.GuideTickets.LineNow;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.controls.Sign;
import cn.wuyouhall.ui.controls.Signs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The rows of the guide desk's lists: each a button with its key. */
final class GuideRows {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Around around;
  private final Texts texts;

  GuideRows(Around around) {
    this.around = around;
    this.texts = around.texts();
  }

  /** A line: key, name, people, longest wait, windows. */
  Button line(int key, LineNow line, boolean chosen, Runnable choose) {
    Label name = cell(texts.of(line.line().name()), "line-name");
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    Label waiting = cell(texts.get("line.waiting", line.waiting()), "line-waiting");
    Label oldest =
        cell(
            line.oldest()
                .map(since ->
                    texts.get("line.oldest", GuideWords.minutes(since, around.clock().instant())))
                .orElse(""),
            "line-oldest");
    boolean unserved = line.open() && line.windows() == 0 && line.waiting() > 0;
    Label windows = cell(windows(line), unserved ? "line-unserved" : "line-windows");
    windows.setId("line-" + key + "-windows");
    HBox words = new HBox(cell(String.valueOf(key), "key-cap"), name, waiting, oldest, windows);
    return row("line-" + key, words, chosen, choose);
  }

  private String windows(LineNow line) {
    if (!line.open()) {
      return GuideWords.closed(texts, line);
    }
    return line.windows() == 0
        ? texts.get("line.windows.none")
        : texts.count("line.windows", line.windows());
  }

  /** A ticket that waits for a person. */
  Button wanting(int key, Ticket ticket, Runnable open) {
    Sign sign = ticket.unconfirmed() ? Sign.of(Signs.HELP, "warn") : Sign.of(Signs.PRINTER, "bad");
    Label number = cell(ticket.number().shown(), "row-number");
    Label what =
        cell(texts.get(ticket.unconfirmed() ? "alert.unconfirmed" : "alert.no-paper"), "row-what");
    Label line = cell(GuideWords.line(texts, around.jobs().rules(), ticket.line()), "row-quiet");
    Label since = cell(GuideWords.clock(ticket.issuedAt()), "row-quiet");
    Label holder =
        cell(ticket.holder().map(person -> Masking.name(person)).orElse(""), "row-quiet");
    HBox words =
        new HBox(sign, number, what, line, since, holder, room(), cell("Alt+" + key, "key-cap"));
    return row("alert-" + (key - 1), words, false, open);
  }

  /** One of the tickets of a person. */
  Button found(int index, Ticket ticket, boolean chosen, Instant now, Runnable open) {
    HBox words =
        new HBox(
            cell(ticket.number().shown(), "row-number"),
            cell(GuideWords.line(texts, around.jobs().rules(), ticket.line()), "row-what"),
            cell(GuideWords.state(texts, ticket, now), "row-quiet"));
    return row("found-" + index, words, chosen, open);
  }

  private static Button row(String id, HBox words, boolean chosen, Runnable action) {
    words.getStyleClass().add("row-words");
    Button row = new Button();
    row.setId(id);
    row.getStyleClass().add("desk-row");
    row.setMaxWidth(Double.MAX_VALUE);
    row.setGraphic(words);
    row.setAccessibleText(spoken(words));
    row.pseudoClassStateChanged(CHOSEN, chosen);
    row.setOnAction(event -> action.run());
    words.prefWidthProperty().bind(row.widthProperty().subtract(26));
    return row;
  }

  /** Puts rows in the place of those before; the one that had the focus keeps it. */
  static void put(VBox box, List<Button> rows) {
    Optional<String> focused =
        box.getChildren().stream().filter(Node::isFocused).map(Node::getId).findFirst();
    box.getChildren().setAll(rows);
    rows.stream()
        .filter(row -> focused.equals(Optional.of(row.getId())))
        .forEach(Node::requestFocus);
  }

  private static String spoken(HBox words) {
    return String.join(
        " ",
        words.getChildren().stream()
            .filter(Label.class::isInstance)
            .map(label -> ((Label) label).getText())
            .toList());
  }

  private static Node room() {
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    return room;
  }

  private static Label cell(String text, String style) {
    Label cell = new Label(text);
    cell.getStyleClass().add(style);
    cell.setMinWidth(Region.USE_PREF_SIZE);
    return cell;
  }
}
