package cn.wuyouhall.kiosk;

import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.Signs;
import cn.wuyouhall.ui.controls.TroubleBox;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;

/** What happened, what is safe, what to do. */
final class TroublePage implements PageView {
  private final Around around;
  private final Parent root;

  @FXML private TroubleBox trouble;
  @FXML private Button troubleAgain;
  @FXML private Button troubleHome;

  TroublePage(Around around) {
    this.around = around;
    this.root = Views.load("trouble", this, around.texts());
    troubleAgain.setOnAction(event -> around.visit().start());
    troubleHome.setOnAction(event -> around.visit().home());
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void render(Page page) {
    if (!(page instanceof Page.Trouble(var kind, var number, var opens, var place, var code))) {
      return;
    }
    Texts texts = around.texts();
    String key = "trouble." + kind + ".";
    String time = opens.map(Words::clock).orElse("");
    String waits = place.map(there -> Words.place(texts, there)).orElse("");
    trouble.show(
        sign(kind),
        texts.get(key + "what", number, time),
        texts.get(key + "safe", number, waits),
        texts.get(key + "todo", number),
        forTheGuide(kind, code));
    boolean again =
        switch (kind) {
          case CLOSED, CLOSED_UNTIL, CARD, CARD_FOREIGN, CARD_MOVED, HALL_AWAY, FAILURE -> true;
          case PAPER_OUT, NO_PAPER, UNCONFIRMED, ALREADY_WAITING, NOT_SAVED -> false;
        };
    troubleAgain.setVisible(again);
    troubleAgain.setManaged(again);
  }

  /** What a guide can act on: the device's trouble in words, else the code. */
  private String forTheGuide(Page.Kind kind, String code) {
    if (code.isBlank() || kind == Page.Kind.PAPER_OUT) {
      return "";
    }
    Texts texts = around.texts();
    return texts.has("device." + code)
        ? texts.get("trouble.guide", texts.get("device." + code))
        : texts.get("failure.code", code);
  }

  private static Signs sign(Page.Kind kind) {
    return switch (kind) {
      case PAPER_OUT, NO_PAPER, UNCONFIRMED -> Signs.PRINTER;
      case CLOSED, CLOSED_UNTIL -> Signs.CLOCK;
      case ALREADY_WAITING -> Signs.TICKET;
      case CARD, CARD_FOREIGN, CARD_MOVED -> Signs.CARD;
      case HALL_AWAY, NOT_SAVED, FAILURE -> Signs.WARN;
    };
  }
}
