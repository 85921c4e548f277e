package cn.wuyouhall.kiosk;

import cn.wuyouhall.ui.Views;
import javafx.scene.Parent;

/** The number is being taken and printed. */
final class PrintingPage implements PageView {
  private final Parent root;

  PrintingPage(Around around) {
    this.root = Views.load("printing", this, around.texts());
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
