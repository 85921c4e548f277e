package cn.wuyouhall.clerk;

import javafx.scene.Parent;

/** What fills the visit's middle: one step of a case, or a panel over the steps. */
interface StepView {
  /** Its nodes; the same ones each time. */
  Parent root();

  /** Draws what is not bound; called after every change of the case and of the language. */
  void render();

  /** Puts the focus where the next key belongs. */
  void focus();
}
