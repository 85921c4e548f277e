package cn.wuyouhall.kiosk.guide;

import cn.wuyouhall.station.GuideTickets;
import cn.wuyouhall.station.Session;
import cn.wuyouhall.station.SignIn;
import cn.wuyouhall.station.SignIn.Outcome;
import cn.wuyouhall.ui.Texts;
import cn.wuyouhall.ui.Views;
import cn.wuyouhall.ui.controls.StatusStrip;
import cn.wuyouhall.ui.controls.StatusStrip.Tone;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** Staff number, PIN, Enter. */
final class SignInPage {
  private final Around around;
  private final Consumer<Session> signedIn;
  private final Parent root;

  @FXML private Label hall;
  @FXML private TextField number;
  @FXML private PasswordField pin;
  @FXML private Button enter;
  @FXML private Region wait;
  @FXML private StatusStrip sentence;
  @FXML private Button language;

  SignInPage(Around around, Consumer<Session> signedIn) {
    this.around = around;
    this.signedIn = signedIn;
    Texts texts = around.texts();
    this.root = Views.load("sign-in", this, texts);
    texts
        .localeProperty()
        .subscribe(locale -> {
          hall.setText(texts.of(around.jobs().rules().name()));
          sentence.clear();
        });
    number.setOnAction(event -> pin.requestFocus());
    pin.setOnAction(event -> signIn());
    enter.setOnAction(event -> signIn());
    language.setOnAction(event -> texts.show(texts.isChinese() ? Texts.ENGLISH : Texts.CHINESE));
    checking(false);
  }

  private void checking(boolean now) {
    wait.setVisible(now);
    number.setDisable(now);
    pin.setDisable(now);
    enter.setDisable(now);
  }

  private void signIn() {
    char[] typed = pin.getText().toCharArray();
    pin.clear();
    if (number.getText().isBlank() || typed.length == 0) {
      say(around.texts().get("sign-in.incomplete"));
      return;
    }
    String who = number.getText();
    sentence.clear();
    checking(true);
    around
        .work()
        .run(() -> around.jobs().signIn(who, typed))
        .then(this::show)
        .otherwise(failure -> say(around.texts().get("issue.failure", failure.code())));
  }

  private void show(Outcome outcome) {
    checking(false);
    Texts texts = around.texts();
    switch (outcome) {
      case Outcome.SignedIn(Session person) when GuideTickets.mayBe(person) ->
          signedIn.accept(person);
      case Outcome.SignedIn in -> say(texts.get("sign-in.not-guide"));
      case Outcome.Wrong() ->
          say(texts.get("sign-in.wrong", SignIn.TRIES, SignIn.PAUSE.toMinutes()));
      case Outcome.HallAway() -> say(texts.get("sign-in.away"));
    }
  }

  private void say(String words) {
    checking(false);
    sentence.show(Tone.WARN, words);
    pin.requestFocus();
  }

  Parent root() {
    return root;
  }

  void focus() {
    number.requestFocus();
  }
}
