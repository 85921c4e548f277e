package cn.wuyouhall.kiosk;

import cn.wuyouhall.ui.Views;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;

/** Did the paper come? For printers that cannot say. */
final class AskPaperPage implements PageView {
  private final Parent root;

  @FXML private Button paperYes;
  @FXML private Button paperNo;

  AskPaperPage(Around around) {
    this.root = Views.load("ask-paper", this, around.texts());
    paperYes.setOnAction(event -> around.visit().answerPaper(true));
    paperNo.setOnAction(event -> around.visit().answerPaper(false));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void render(Page page) {
    // says the same to everyone
  }
}
