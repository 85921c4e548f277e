package cn.wuyouhall.clerk;

import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Theme;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.StatusStrip;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** Staff number, PIN, Enter. */
final class SignInPage {
  private final SignInModel model;
  private final Parent root;
  private final Subscription words;

  @FXML private Label hall;
  @FXML private Label window;
  @FXML private TextField number;
  @FXML private PasswordField pin;
  @FXML private Button enter;
  @FXML private Region wait;
  @FXML private StatusStrip sentence;
  @FXML private Button language;
  @FXML private Button contrast;

  SignInPage(Around around, SignInModel model, int windowNo, Theme theme) {
    this.model = model;
    Texts texts = around.texts();
    this.root = Views.load("sign-in", this, texts);
    words =
        texts
            .localeProperty()
            .subscribe(locale -> {
              hall.setText(texts.of(around.station().rules().name()));
              window.setText(texts.get("window.no", windowNo));
            });
    number.setOnAction(event -> pin.requestFocus());
    pin.setOnAction(event -> signIn());
    enter.setOnAction(event -> signIn());
    wait.visibleProperty().bind(model.checkingProperty());
    number.disableProperty().bind(model.checkingProperty());
    pin.disableProperty().bind(model.checkingProperty());
    enter.disableProperty().bind(model.checkingProperty());
    model.sentenceProperty().subscribe(this::say);
    LookSwitches.wire(texts, theme, language, contrast);
  }

  private void signIn() {
    model.signIn(number.getText(), pin.getText().toCharArray());
    pin.clear();
  }

  private void say(String words) {
    if (words.isBlank()) {
      sentence.clear();
    } else {
      sentence.show(StatusStrip.Tone.WARN, words);
      pin.requestFocus();
    }
  }

  Parent root() {
    return root;
  }

  /** Lets go of what outlives it. */
  void close() {
    words.unsubscribe();
  }

  void focus() {
    number.requestFocus();
  }
}
