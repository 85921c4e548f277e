package cn.wuyouhall.clerk;

import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Theme;
import javafx.scene.control.Button;

/** The two switches of how the screen looks: language and contrast. */
final class LookSwitches {
  private LookSwitches() {}

  static void wire(Texts texts, Theme theme, Button language, Button contrast) {
    language.setFocusTraversable(false);
    contrast.setFocusTraversable(false);
    language.setOnAction(event -> texts.show(texts.isChinese() ? Texts.ENGLISH : Texts.CHINESE));
    contrast.setOnAction(event -> theme.contrast(!theme.contrastProperty().get()));
  }
}
