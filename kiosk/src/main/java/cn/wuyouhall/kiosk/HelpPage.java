package cn.wuyouhall.kiosk;

import cn.wuyouhall.ui.Views;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;

/** Where help is. */
final class HelpPage implements PageView {
  private final Parent root;

  @FXML private PageHeader header;
  @FXML private Button touchStart;

  HelpPage(Around around) {
    this.root = Views.load("help", this, around.texts());
    header.connect(around);
    touchStart.setOnAction(event -> around.visit().start());
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
